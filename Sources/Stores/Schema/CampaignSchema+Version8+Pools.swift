internal import GRDB

extension CampaignSchema {
  /// Molecules of a pool keep their line and name, and a large pool is ranked by a preselection first.
  ///
  /// - `listing` has a row for each candidate of a pool: a molecule has that of the last iteration whose pool had it.
  /// - `preselection` has no row where the surrogate examined all molecules of the pool.
  static func addPools(to database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE listing (
          molecule INTEGER NOT NULL PRIMARY KEY REFERENCES molecule(id),
          line INTEGER NOT NULL CHECK (line >= 1),
          name TEXT CHECK (name <> '')
        ) STRICT;

        CREATE TABLE preselection (
          iteration INTEGER NOT NULL PRIMARY KEY REFERENCES iteration(number),
          rankedCount INTEGER NOT NULL CHECK (rankedCount >= 1),
          examinedCount INTEGER NOT NULL CHECK (examinedCount >= 1),
          CHECK (examinedCount < rankedCount)
        ) STRICT;
        """)
  }
}
