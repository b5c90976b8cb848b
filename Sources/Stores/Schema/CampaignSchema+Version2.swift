extension CampaignSchema {
  /// Protocols become values, attempts record their step, calculations record the particulars of their result, and a
  /// person may give values.
  ///
  /// SQLite cannot change a CHECK or a column's type. Such a table is made again and replaces the old one, whose
  /// triggers are dropped with it.
  static let version2 = """
    DROP TRIGGER observationNeedsSuccess;
    DROP TRIGGER outcomeIsFinal;
    DROP TRIGGER iterationEndsWhenAllIsDone;

    CREATE TABLE protocol (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
      name TEXT NOT NULL CHECK (name <> ''),
      version INTEGER NOT NULL CHECK (version >= 0),
      json TEXT NOT NULL UNIQUE CHECK (json_valid(json) AND json_type(json) = 'object'),
      summary TEXT NOT NULL
    ) STRICT;

    -- The first schema kept the summary alone.
    INSERT INTO protocol
    SELECT row_number() OVER (ORDER BY min(id)), 'unrecorded', 0, json_object('schema', 1, 'summary', protocol), protocol
    FROM calculation GROUP BY protocol;

    ALTER TABLE property ADD COLUMN source TEXT NOT NULL DEFAULT '';

    CREATE TABLE newIteration (
      number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
      policy TEXT NOT NULL CHECK (policy IN ('initial', 'surrogate', 'random', 'told')),
      proposalCount INTEGER NOT NULL CHECK (proposalCount >= 0),
      invalidCount INTEGER NOT NULL CHECK (invalidCount BETWEEN 0 AND proposalCount),
      designedAt TEXT NOT NULL \(ColumnCheck.time("designedAt")),
      endedAt TEXT \(ColumnCheck.time("endedAt"))
    ) STRICT;
    INSERT INTO newIteration SELECT number, policy, proposalCount, invalidCount, designedAt, endedAt FROM iteration;
    DROP TABLE iteration;
    ALTER TABLE newIteration RENAME TO iteration;

    -- Only a chosen candidate has a position, and so only a chosen candidate has a calculation.
    CREATE TABLE newCalculation (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
      iteration INTEGER NOT NULL,
      position INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed')),
      calculator TEXT NOT NULL CHECK (calculator <> ''),
      protocol INTEGER NOT NULL REFERENCES protocol(id),
      failureClass TEXT CHECK (failureClass <> ''),
      failureMessage TEXT CHECK (failureMessage <> ''),
      evidence TEXT,
      geometry TEXT CHECK (geometry <> ''),
      atomicValues TEXT CHECK (
        atomicValues IS NULL OR (json_valid(atomicValues) AND json_type(atomicValues) = 'object')),
      changes TEXT CHECK (changes <> ''),
      notes TEXT CHECK (notes <> ''),
      isReused INTEGER NOT NULL DEFAULT 0 CHECK (isReused IN (0, 1)),
      endedAt TEXT \(ColumnCheck.time("endedAt")),
      wallSeconds REAL \(ColumnCheck.finite("wallSeconds", from: "0")),
      UNIQUE (iteration, position),
      FOREIGN KEY (iteration, position) REFERENCES candidate(iteration, position),
      CHECK ((state = 'pending') = (endedAt IS NULL)),
      CHECK ((state = 'pending') = (wallSeconds IS NULL)),
      CHECK ((state = 'failed') = (failureClass IS NOT NULL)),
      CHECK ((state = 'failed') = (failureMessage IS NOT NULL)),
      CHECK ((state = 'failed') = (evidence IS NOT NULL)),
      CHECK (state = 'succeeded' OR geometry IS NULL),
      CHECK (state = 'succeeded' OR atomicValues IS NULL),
      CHECK (state = 'succeeded' OR changes IS NULL),
      CHECK (state = 'succeeded' OR notes IS NULL),
      CHECK (state <> 'pending' OR NOT isReused)
    ) STRICT;
    INSERT INTO newCalculation
    SELECT calculation.id, iteration, position, state, calculator, protocol.id, failureClass, failureMessage, evidence,
      geometry, NULL, NULL, NULL, 0, endedAt, wallSeconds
    FROM calculation JOIN protocol ON protocol.summary = calculation.protocol;
    DROP TABLE calculation;
    ALTER TABLE newCalculation RENAME TO calculation;

    ALTER TABLE attempt ADD COLUMN step TEXT NOT NULL DEFAULT 'calculate' CHECK (step <> '');
    ALTER TABLE attempt ADD COLUMN conformer INTEGER CHECK (conformer >= 1);
    ALTER TABLE attempt ADD COLUMN changes TEXT CHECK (changes <> '');

    ALTER TABLE observation RENAME COLUMN spread TO uncertainty;

    CREATE TRIGGER observationNeedsSuccess BEFORE INSERT ON observation
    WHEN (SELECT state FROM calculation WHERE id = NEW.calculation) IS NOT 'succeeded'
    BEGIN SELECT RAISE(ABORT, 'Only a calculation that succeeded has values.'); END;

    CREATE TRIGGER outcomeIsFinal BEFORE UPDATE ON calculation WHEN OLD.state <> 'pending'
    BEGIN SELECT RAISE(ABORT, 'The outcome of a calculation is never changed.'); END;

    CREATE TRIGGER iterationEndsWhenAllIsDone BEFORE UPDATE OF endedAt ON iteration
    WHEN NEW.endedAt IS NOT NULL AND EXISTS (
      SELECT 1 FROM calculation WHERE iteration = NEW.number AND state = 'pending')
    BEGIN SELECT RAISE(ABORT, 'An iteration cannot end while calculations of it are pending.'); END;
    """
}
