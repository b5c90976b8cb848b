internal import GRDB

/// The table of a library. A released migration never changes: a new one follows it.
enum LibrarySchema {
  /// Marks an SQLite file as a Cohobate library: `CohL` in ASCII.
  static let applicationID = 0x436F_684C

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("library1") { database in
      try database.execute(sql: version1)
    }
    return migrator
  }()

  // AUTOINCREMENT: the number of a removed model is never reused. The document is the last column, so that SQLite need
  // not read it to reach the others.
  private static let version1 = """
    CREATE TABLE sourceModel (
      id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT CHECK (id >= 1),
      property TEXT NOT NULL CHECK (property <> ''),
      unit TEXT NOT NULL,
      representation TEXT NOT NULL CHECK (representation <> ''),
      representationVersion TEXT NOT NULL CHECK (representationVersion <> ''),
      kind TEXT NOT NULL CHECK (kind <> ''),
      dataDigest TEXT NOT NULL CHECK (dataDigest <> ''),
      settingsDigest TEXT NOT NULL CHECK (settingsDigest <> ''),
      trainingSize INTEGER NOT NULL CHECK (trainingSize >= 1),
      meanAbsoluteError REAL NOT NULL \(ColumnCheck.finite("meanAbsoluteError", from: "0")),
      rootMeanSquareError REAL NOT NULL \(ColumnCheck.finite("rootMeanSquareError", from: "0")),
      rSquared REAL \(ColumnCheck.finite("rSquared")) CHECK (rSquared <= 1),
      logDensity REAL \(ColumnCheck.finite("logDensity")),
      coverage REAL CHECK (coverage BETWEEN 0 AND 1),
      createdAt TEXT NOT NULL \(ColumnCheck.time("createdAt")),
      size INTEGER NOT NULL GENERATED ALWAYS AS (length(document)) STORED,
      document BLOB NOT NULL CHECK (length(document) > 0),
      UNIQUE (property, representation, representationVersion, kind, dataDigest, settingsDigest)
    ) STRICT;

    CREATE TRIGGER sourceModelIsFinal BEFORE UPDATE ON sourceModel
    BEGIN SELECT RAISE(ABORT, 'A source model in a library is never changed.'); END;
    """
}
