internal import GRDB

/// The table of a cache. A released migration is never changed: a new one follows it.
enum CacheSchema {
  /// What marks an SQLite file as a cache of Cohobate's: `CohC` in ASCII.
  static let applicationID = 0x436F_6843

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("cache1") { database in
      try database.execute(sql: version1)
    }
    return migrator
  }()

  // The outcome comes last: SQLite need not read it to get at the others.
  private static let version1 = """
    CREATE TABLE outcome (
      smiles TEXT NOT NULL CHECK (smiles <> ''),
      calculator TEXT NOT NULL CHECK (calculator <> ''),
      protocol TEXT NOT NULL CHECK (json_valid(protocol) AND json_type(protocol) = 'object'),
      calculatorVersion TEXT NOT NULL CHECK (calculatorVersion <> ''),
      rdkitVersion TEXT NOT NULL CHECK (rdkitVersion <> ''),
      failureClass TEXT CHECK (failureClass <> ''),
      keptAt TEXT NOT NULL \(Schema.time("keptAt")),
      size INTEGER NOT NULL GENERATED ALWAYS AS (length(CAST(outcome AS BLOB))) STORED,
      outcome TEXT NOT NULL CHECK (json_valid(outcome) AND json_type(outcome) = 'object'),
      PRIMARY KEY (calculator, protocol, calculatorVersion, rdkitVersion, smiles)
    ) STRICT;

    CREATE TRIGGER outcomeIsFinal BEFORE UPDATE ON outcome
    BEGIN SELECT RAISE(ABORT, 'An outcome in the cache is never changed.'); END;
    """
}
