internal import GRDB

extension CampaignSchema {
  /// Candidates may be calculated by a cheaper program before the batch is chosen, and hits again by a better one.
  ///
  /// - `screen` has a row for each iteration before whose design a screen was decided on. It is written before the
  ///   iteration's own row, with which alone the design is made: a campaign may also end in between, and the decision on
  ///   another screen may replace it.
  /// - `extraCalculation` has the calculations of screens and of confirmations. They count for no budget, and their values
  ///   are kept apart from those of the calculator, which `calculation` and `observation` have as before.
  /// - An extra calculation is abandoned where the program itself fails, or where it is to be made in another way before it
  ///   has begun. Nothing is known of its molecule then, which may be calculated later.
  static func addScreens(to database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE screen (
          iteration INTEGER NOT NULL PRIMARY KEY CHECK (iteration >= 0),
          calculator TEXT NOT NULL CHECK (calculator <> ''),
          protocol INTEGER NOT NULL REFERENCES protocol(id),
          moleculeLimit INTEGER NOT NULL CHECK (moleculeLimit >= 1),
          isDropped INTEGER NOT NULL CHECK (isDropped IN (0, 1)),
          weight REAL CHECK (weight BETWEEN 0 AND 1),
          programFailure TEXT CHECK (programFailure <> ''),
          CHECK (NOT isDropped OR (weight IS NOT NULL AND programFailure IS NULL))
        ) STRICT;

        CREATE TABLE extraCalculation (
          id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
          role TEXT NOT NULL CHECK (role IN ('screen', 'confirm')),
          iteration INTEGER NOT NULL CHECK (iteration >= 0),
          molecule INTEGER NOT NULL REFERENCES molecule(id),
          calculator TEXT NOT NULL CHECK (calculator <> ''),
          protocol INTEGER NOT NULL REFERENCES protocol(id),
          state TEXT NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed', 'abandoned')),
          isomer TEXT CHECK (isomer <> ''),
          failureClass TEXT CHECK (failureClass <> ''),
          failureMessage TEXT CHECK (failureMessage <> ''),
          evidence TEXT,
          geometry TEXT CHECK (geometry <> ''),
          changes TEXT CHECK (changes <> ''),
          notes TEXT CHECK (notes <> ''),
          isReused INTEGER NOT NULL DEFAULT 0 CHECK (isReused IN (0, 1)),
          endedAt TEXT \(ColumnCheck.time("endedAt")),
          wallSeconds REAL \(ColumnCheck.finite("wallSeconds", from: "0")),
          CHECK ((state = 'pending') = (endedAt IS NULL)),
          CHECK ((state IN ('succeeded', 'failed')) = (wallSeconds IS NOT NULL)),
          CHECK ((state = 'failed') = (failureClass IS NOT NULL)),
          CHECK ((state = 'failed') = (failureMessage IS NOT NULL)),
          CHECK ((state = 'failed') = (evidence IS NOT NULL)),
          CHECK (state = 'succeeded' OR coalesce(isomer, geometry, changes, notes) IS NULL),
          CHECK (state IN ('succeeded', 'failed') OR NOT isReused)
        ) STRICT;

        CREATE UNIQUE INDEX extraCalculatedOnce ON extraCalculation(role, molecule, calculator, protocol)
        WHERE state <> 'abandoned';

        CREATE TRIGGER extraOutcomeIsFinal BEFORE UPDATE ON extraCalculation WHEN OLD.state <> 'pending'
        BEGIN SELECT RAISE(ABORT, 'The outcome of an extra calculation is never changed.'); END;

        CREATE TABLE extraAttempt (
          calculation INTEGER NOT NULL REFERENCES extraCalculation(id),
          number INTEGER NOT NULL CHECK (number >= 0),
          step TEXT NOT NULL CHECK (step <> ''),
          conformer INTEGER CHECK (conformer >= 1),
          changes TEXT CHECK (changes <> ''),
          commandLine TEXT NOT NULL CHECK (json_valid(commandLine) AND json_type(commandLine) = 'array'),
          exitStatus INTEGER,
          signal INTEGER,
          termination TEXT NOT NULL CHECK (
            termination IN ('exited', 'signalled', 'timedOut', 'cancelled', 'outputLimitExceeded', 'notStarted')),
          startedAt TEXT NOT NULL \(ColumnCheck.time("startedAt")),
          wallSeconds REAL NOT NULL \(ColumnCheck.finite("wallSeconds", from: "0")),
          energy REAL \(ColumnCheck.finite("energy")),
          notes TEXT CHECK (notes <> ''),
          failureClass TEXT CHECK (failureClass <> ''),
          failureMessage TEXT CHECK (failureMessage <> ''),
          evidence TEXT,
          PRIMARY KEY (calculation, number),
          CHECK ((termination = 'exited') = (exitStatus IS NOT NULL)),
          CHECK ((termination = 'signalled') = (signal IS NOT NULL)),
          CHECK ((failureClass IS NULL) = (failureMessage IS NULL) AND (failureClass IS NULL) = (evidence IS NULL)),
          CHECK (failureClass IS NULL OR (energy IS NULL AND notes IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE extraObservation (
          calculation INTEGER NOT NULL REFERENCES extraCalculation(id),
          property TEXT NOT NULL REFERENCES property(name),
          value REAL NOT NULL \(ColumnCheck.finite("value")),
          uncertainty REAL \(ColumnCheck.finite("uncertainty", from: "0")),
          PRIMARY KEY (calculation, property)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER extraObservationNeedsSuccess BEFORE INSERT ON extraObservation
        WHEN (SELECT state FROM extraCalculation WHERE id = NEW.calculation) IS NOT 'succeeded'
        BEGIN SELECT RAISE(ABORT, 'Only an extra calculation that succeeded has values.'); END;

        CREATE TRIGGER extraObservationIsFinal BEFORE UPDATE ON extraObservation
        BEGIN SELECT RAISE(ABORT, 'A value that an extra calculation gave is never changed.'); END;

        -- The hits of an iteration are confirmed before it has ended.
        CREATE TRIGGER iterationEndsWhenAllIsConfirmed BEFORE UPDATE OF endedAt ON iteration
        WHEN NEW.endedAt IS NOT NULL AND EXISTS (
          SELECT 1 FROM extraCalculation WHERE iteration = NEW.number AND role = 'confirm' AND state = 'pending')
        BEGIN SELECT RAISE(ABORT, 'An iteration cannot end while hits of it are to be confirmed.'); END;
        """)
  }
}
