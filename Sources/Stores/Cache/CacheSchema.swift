internal import GRDB

/// The tables of a cache. A released migration never changes: a new one follows it.
enum CacheSchema {
  /// Marks an SQLite file as a Cohobate cache: `CohC` in ASCII.
  static let applicationID = 0x436F_6843

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("cache1") { database in
      try database.execute(sql: version1)
    }
    migrator.registerMigration("cache2") { database in
      try database.execute(sql: version2)
    }
    return migrator
  }()

  // The outcome is the last column, so that SQLite need not read it to reach the others.
  private static let version1 = """
    CREATE TABLE outcome (
      smiles TEXT NOT NULL CHECK (smiles <> ''),
      calculator TEXT NOT NULL CHECK (calculator <> ''),
      protocol TEXT NOT NULL CHECK (json_valid(protocol) AND json_type(protocol) = 'object'),
      calculatorVersion TEXT NOT NULL CHECK (calculatorVersion <> ''),
      rdkitVersion TEXT NOT NULL CHECK (rdkitVersion <> ''),
      failureClass TEXT CHECK (failureClass <> ''),
      keptAt TEXT NOT NULL \(ColumnCheck.time("keptAt")),
      size INTEGER NOT NULL GENERATED ALWAYS AS (length(CAST(outcome AS BLOB))) STORED,
      outcome TEXT NOT NULL CHECK (json_valid(outcome) AND json_type(outcome) = 'object'),
      PRIMARY KEY (calculator, protocol, calculatorVersion, rdkitVersion, smiles)
    ) STRICT;

    CREATE TRIGGER outcomeIsFinal BEFORE UPDATE ON outcome
    BEGIN SELECT RAISE(ABORT, 'An outcome in the cache is never changed.'); END;
    """

  // The protocol's summary used to be part of it, and so of the key. Of two outcomes whose protocols differed only in
  // the summary, one stays.
  private static let version2 = """
    CREATE TABLE protocol (
      json TEXT NOT NULL PRIMARY KEY CHECK (json_valid(json) AND json_type(json) = 'object'),
      summary TEXT NOT NULL
    ) STRICT;
    INSERT INTO protocol
    SELECT json_remove(protocol, '$.summary'), max(coalesce(protocol ->> 'summary', '')) FROM outcome GROUP BY 1;

    DROP TRIGGER outcomeIsFinal;
    UPDATE OR IGNORE outcome SET protocol = json_remove(protocol, '$.summary');
    DELETE FROM outcome WHERE json_type(protocol, '$.summary') IS NOT NULL;
    CREATE TRIGGER outcomeIsFinal BEFORE UPDATE ON outcome
    BEGIN SELECT RAISE(ABORT, 'An outcome in the cache is never changed.'); END;
    """
}
