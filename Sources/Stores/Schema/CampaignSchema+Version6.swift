extension CampaignSchema {
  /// Settings that only steer the search may change between iterations, and the record says from which iteration on
  /// they apply. Values of several protocols and program versions are stored side by side and kept distinct. A
  /// calculation may be withdrawn or declined.
  ///
  /// - `specification` holds every text of the campaign file with its settings, and `version` every program version,
  ///   each with the first iteration that it applies to.
  /// - Two values are comparable if their protocols are: the same JSON, without the summary, and the same versions of
  ///   the program and of RDKit. A molecule is calculated once under each protocol, no longer once in all.
  /// - An iteration records which calculations were pending when it was designed, and how often the designer widened
  ///   the windows.
  /// - A transfer model that could not be fitted is kept with the reason.
  static let version6 = """
    DROP TRIGGER observationNeedsSuccess;
    DROP TRIGGER outcomeIsFinal;
    DROP TRIGGER iterationEndsWhenAllIsDone;
    DROP TRIGGER withdrawnFailureNeedsFailure;
    DROP INDEX candidateChosenOnce;

    CREATE TABLE specification (
      number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
      iteration INTEGER NOT NULL CHECK (iteration >= 0),
      text TEXT NOT NULL,
      settings TEXT CHECK (settings IS NULL OR (json_valid(settings) AND json_type(settings) = 'object')),
      recordedAt TEXT NOT NULL \(ColumnCheck.time("recordedAt"))
    ) STRICT;
    INSERT INTO specification SELECT 1, 0, specification, NULL, createdAt FROM campaign;

    CREATE TRIGGER specificationIsFinal BEFORE UPDATE ON specification
    BEGIN SELECT RAISE(ABORT, 'A specification that was recorded is never changed.'); END;

    CREATE TABLE newCampaign (
      onlyRow INTEGER NOT NULL PRIMARY KEY DEFAULT 1 CHECK (onlyRow = 1),
      name TEXT NOT NULL CHECK (name <> ''),
      seed TEXT NOT NULL CHECK (seed <> '' AND seed NOT GLOB '*[^0-9]*' AND (
        length(seed) < 20 OR (length(seed) = 20 AND seed <= '18446744073709551615'))),
      createdAt TEXT NOT NULL \(ColumnCheck.time("createdAt")),
      endedAt TEXT \(ColumnCheck.time("endedAt")),
      endReason TEXT CHECK (endReason IN ('budget', 'hits', 'failures', 'exhausted', 'tooNarrow')),
      endMessage TEXT,
      CHECK ((endedAt IS NULL) = (endReason IS NULL) AND (endedAt IS NULL) = (endMessage IS NULL))
    ) STRICT;
    INSERT INTO newCampaign SELECT onlyRow, name, seed, createdAt, endedAt, endReason, endMessage FROM campaign;
    DROP TABLE campaign;
    ALTER TABLE newCampaign RENAME TO campaign;

    -- A component whose version is NULL is not used from that iteration on.
    CREATE TABLE newVersion (
      component TEXT NOT NULL CHECK (component <> ''),
      iteration INTEGER NOT NULL CHECK (iteration >= 0),
      version TEXT CHECK (version <> ''),
      PRIMARY KEY (component, iteration)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO newVersion SELECT component, 0, version FROM version;

    -- Until now the calculator and its version could not change, and told values have no version.
    CREATE TABLE oldProtocol AS
    SELECT id, name, version, summary,
      CASE WHEN version = 0 AND name = 'unrecorded' THEN json ELSE json_remove(json, '$.summary') END AS json,
      coalesce((
        SELECT version.version FROM calculation JOIN version ON component = calculator
        WHERE calculation.protocol = protocol.id LIMIT 1), '') AS programVersion,
      coalesce((SELECT version FROM version WHERE component = 'rdkit'), '') AS rdkitVersion
    FROM protocol;
    UPDATE oldProtocol SET rdkitVersion = '' WHERE programVersion = '';
    CREATE TABLE newProtocol (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
      name TEXT NOT NULL CHECK (name <> ''),
      version INTEGER NOT NULL CHECK (version >= 0),
      json TEXT NOT NULL CHECK (json_valid(json) AND json_type(json) = 'object'),
      summary TEXT NOT NULL,
      programVersion TEXT NOT NULL,
      rdkitVersion TEXT NOT NULL,
      UNIQUE (json, programVersion, rdkitVersion)
    ) STRICT;
    INSERT INTO newProtocol
    SELECT min(id), name, version, json, summary, programVersion, rdkitVersion FROM oldProtocol
    GROUP BY json, programVersion, rdkitVersion;

    DROP TABLE version;
    ALTER TABLE newVersion RENAME TO version;

    CREATE TABLE newIteration (
      number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
      policy TEXT NOT NULL CHECK (policy IN ('initial', 'surrogate', 'random', 'told', 'takenOver')),
      proposalCount INTEGER NOT NULL CHECK (proposalCount >= 0),
      invalidCount INTEGER NOT NULL CHECK (invalidCount BETWEEN 0 AND proposalCount),
      widenings INTEGER NOT NULL DEFAULT 0 CHECK (widenings >= 0),
      pending TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pending) AND json_type(pending) = 'array'),
      designedAt TEXT NOT NULL \(ColumnCheck.time("designedAt")),
      endedAt TEXT \(ColumnCheck.time("endedAt"))
    ) STRICT;
    INSERT INTO newIteration
    SELECT number, policy, proposalCount, invalidCount, 0, '[]', designedAt, endedAt FROM iteration;
    DROP TABLE iteration;
    ALTER TABLE newIteration RENAME TO iteration;

    -- Only a chosen candidate has a position, and so only a chosen candidate has a calculation.
    CREATE TABLE newCalculation (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
      iteration INTEGER NOT NULL,
      position INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed', 'withdrawn', 'declined')),
      calculator TEXT NOT NULL CHECK (calculator <> ''),
      protocol INTEGER NOT NULL REFERENCES protocol(id),
      isomer TEXT CHECK (isomer <> ''),
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
      CHECK (state IN ('succeeded', 'withdrawn') OR geometry IS NULL),
      CHECK (state IN ('succeeded', 'withdrawn') OR atomicValues IS NULL),
      CHECK (state IN ('succeeded', 'withdrawn') OR changes IS NULL),
      CHECK (state NOT IN ('pending', 'declined') OR notes IS NULL),
      CHECK (state NOT IN ('pending', 'declined') OR isomer IS NULL),
      CHECK (state NOT IN ('pending', 'declined') OR NOT isReused)
    ) STRICT;
    -- A calculation whose failure, or every value, was withdrawn passed for one that succeeded.
    INSERT INTO newCalculation
    SELECT calculation.id, iteration, position,
      CASE WHEN state = 'succeeded'
        AND NOT EXISTS (SELECT 1 FROM observation WHERE observation.calculation = calculation.id)
        AND (EXISTS (SELECT 1 FROM withdrawal WHERE withdrawal.calculation = calculation.id)
          OR EXISTS (SELECT 1 FROM withdrawnFailure WHERE withdrawnFailure.calculation = calculation.id))
        THEN 'withdrawn' ELSE state END,
      calculator, newProtocol.id, NULL, failureClass, failureMessage, evidence, geometry, atomicValues, changes, notes,
      isReused, endedAt, wallSeconds
    FROM calculation JOIN oldProtocol ON oldProtocol.id = calculation.protocol
      JOIN newProtocol ON newProtocol.json = oldProtocol.json
        AND newProtocol.programVersion = oldProtocol.programVersion
        AND newProtocol.rdkitVersion = oldProtocol.rdkitVersion
    ORDER BY calculation.id;
    DROP TABLE calculation;
    DROP TABLE protocol;
    DROP TABLE oldProtocol;
    ALTER TABLE newProtocol RENAME TO protocol;
    ALTER TABLE newCalculation RENAME TO calculation;

    -- A suggestion that a person does not follow; with revokedAt it is suggested again.
    CREATE TABLE decline (
      calculation INTEGER NOT NULL REFERENCES calculation(id),
      declinedAt TEXT NOT NULL \(ColumnCheck.time("declinedAt")),
      reason TEXT CHECK (reason <> ''),
      revokedAt TEXT \(ColumnCheck.time("revokedAt")),
      PRIMARY KEY (calculation, declinedAt)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER declineNeedsPending BEFORE INSERT ON decline
    WHEN (SELECT state FROM calculation WHERE id = NEW.calculation) IS NOT 'pending'
    BEGIN SELECT RAISE(ABORT, 'Only a pending calculation can be declined.'); END;

    CREATE TRIGGER declineIsRevokedOnce BEFORE UPDATE ON decline
    WHEN OLD.revokedAt IS NOT NULL OR NEW.revokedAt IS NULL
      OR (NEW.calculation, NEW.declinedAt, NEW.reason) IS NOT (OLD.calculation, OLD.declinedAt, OLD.reason)
    BEGIN SELECT RAISE(ABORT, 'Of a decline nothing but that it was revoked is ever changed.'); END;

    CREATE TRIGGER declineStays BEFORE DELETE ON decline
    BEGIN SELECT RAISE(ABORT, 'A decline is never removed.'); END;

    CREATE TABLE newTransfer (
      iteration INTEGER NOT NULL,
      property TEXT NOT NULL,
      rank INTEGER NOT NULL CHECK (rank >= 1),
      sources TEXT NOT NULL CHECK (json_valid(sources) AND json_type(sources) = 'array'),
      parts TEXT NOT NULL CHECK (json_valid(parts) AND json_type(parts) = 'array'),
      weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),
      logWeight REAL \(ColumnCheck.finite("logWeight")),
      leaveOneOutRMSE REAL \(ColumnCheck.finite("leaveOneOutRMSE", from: "0")),
      leaveOneOutLogDensity REAL \(ColumnCheck.finite("leaveOneOutLogDensity")),
      failure TEXT CHECK (failure <> ''),
      PRIMARY KEY (iteration, property, rank),
      FOREIGN KEY (iteration, property) REFERENCES fit(iteration, property),
      CHECK ((json_array_length(sources) = 0) = (json_array_length(parts) = 0)),
      CHECK ((failure IS NULL) = (logWeight IS NOT NULL)),
      CHECK ((failure IS NULL) = (leaveOneOutRMSE IS NOT NULL)),
      CHECK ((failure IS NULL) = (leaveOneOutLogDensity IS NOT NULL)),
      CHECK (failure IS NULL OR weight = 0)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO newTransfer
    SELECT iteration, property, rank, sources, parts, weight, logEvidence, leaveOneOutRMSE, leaveOneOutLogDensity, NULL
    FROM transfer;
    DROP TABLE transfer;
    ALTER TABLE newTransfer RENAME TO transfer;

    CREATE TRIGGER observationNeedsSuccess BEFORE INSERT ON observation
    WHEN (SELECT state FROM calculation WHERE id = NEW.calculation) IS NOT 'succeeded'
    BEGIN SELECT RAISE(ABORT, 'Only a calculation that succeeded has values.'); END;

    CREATE TRIGGER calculatedOnceUnderAProtocol BEFORE INSERT ON calculation
    WHEN EXISTS (
      SELECT 1 FROM candidate AS chosen
        JOIN candidate AS earlier ON earlier.molecule = chosen.molecule
        JOIN calculation ON (calculation.iteration, calculation.position) = (earlier.iteration, earlier.position)
      WHERE (chosen.iteration, chosen.position) = (NEW.iteration, NEW.position)
        AND calculation.calculator = NEW.calculator AND calculation.protocol = NEW.protocol)
    BEGIN SELECT RAISE(ABORT, 'A molecule is calculated once under a protocol.'); END;

    CREATE TRIGGER withdrawnFailureNeedsFailure BEFORE INSERT ON withdrawnFailure
    WHEN NOT EXISTS (
      SELECT 1 FROM calculation WHERE id = NEW.calculation AND calculator IN ('by-hand', 'told')
        AND state = 'failed' AND endedAt = NEW.toldAt AND failureClass = NEW.failureClass
        AND failureMessage = NEW.failureMessage AND evidence = NEW.evidence)
    BEGIN SELECT RAISE(ABORT, 'Only a failure that people told, and that stands, can be withdrawn.'); END;

    CREATE TRIGGER outcomeIsFinal BEFORE UPDATE ON calculation
    WHEN OLD.state <> 'pending' AND NOT (
      (NEW.id, NEW.iteration, NEW.position, NEW.calculator, NEW.protocol, NEW.isReused, NEW.geometry,
        NEW.atomicValues, NEW.changes, NEW.isomer)
        IS (OLD.id, OLD.iteration, OLD.position, OLD.calculator, OLD.protocol, OLD.isReused, OLD.geometry,
        OLD.atomicValues, OLD.changes, OLD.isomer)
      -- A note may be added to what is told again.
      AND (NEW.notes IS OLD.notes
        OR (OLD.state = 'withdrawn' AND coalesce(instr(NEW.notes, OLD.notes), OLD.notes IS NULL) = 1))
      AND (
        -- The failure was withdrawn, or every value.
        (OLD.state = 'failed' AND NEW.state = 'withdrawn'
          AND (NEW.endedAt, NEW.wallSeconds) = (OLD.endedAt, OLD.wallSeconds)
          AND EXISTS (SELECT 1 FROM withdrawnFailure WHERE calculation = OLD.id AND toldAt = OLD.endedAt))
        OR (OLD.state = 'succeeded' AND NEW.state = 'withdrawn'
          AND (NEW.endedAt, NEW.wallSeconds) = (OLD.endedAt, OLD.wallSeconds)
          AND NOT EXISTS (SELECT 1 FROM observation WHERE calculation = OLD.id)
          AND EXISTS (SELECT 1 FROM withdrawal WHERE calculation = OLD.id))
        -- Values are told again, or a failure, whose time keeps it apart from those that were withdrawn.
        OR (OLD.state = 'withdrawn' AND NEW.state = 'succeeded' AND NEW.wallSeconds = OLD.wallSeconds)
        OR (OLD.state = 'withdrawn' AND NEW.state = 'failed' AND NEW.wallSeconds = OLD.wallSeconds
          AND NOT EXISTS (SELECT 1 FROM withdrawnFailure WHERE calculation = OLD.id AND toldAt = NEW.endedAt))
        -- The decline was revoked.
        OR (OLD.state = 'declined' AND NEW.state = 'pending'
          AND NOT EXISTS (SELECT 1 FROM decline WHERE calculation = OLD.id AND revokedAt IS NULL))))
    BEGIN SELECT RAISE(ABORT, 'The outcome of a calculation is never changed.'); END;

    CREATE TRIGGER iterationEndsWhenAllIsDone BEFORE UPDATE OF endedAt ON iteration
    WHEN NEW.endedAt IS NOT NULL AND EXISTS (
      SELECT 1 FROM calculation WHERE iteration = NEW.number AND state = 'pending')
    BEGIN SELECT RAISE(ABORT, 'An iteration cannot end while calculations of it are pending.'); END;
    """
}
