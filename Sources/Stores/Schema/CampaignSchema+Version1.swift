extension CampaignSchema {
  /// The tables of the first version of Cohobate.
  static let version1 = """
    CREATE TABLE campaign (
      onlyRow INTEGER NOT NULL PRIMARY KEY DEFAULT 1 CHECK (onlyRow = 1),
      name TEXT NOT NULL CHECK (name <> ''),
      specification TEXT NOT NULL,
      seed TEXT NOT NULL CHECK (seed <> '' AND seed NOT GLOB '*[^0-9]*' AND (
        length(seed) < 20 OR (length(seed) = 20 AND seed <= '18446744073709551615'))),
      createdAt TEXT NOT NULL \(ColumnCheck.time("createdAt")),
      endedAt TEXT \(ColumnCheck.time("endedAt")),
      endReason TEXT CHECK (endReason IN ('budget', 'hits', 'failures', 'exhausted')),
      endMessage TEXT,
      CHECK ((endedAt IS NULL) = (endReason IS NULL) AND (endedAt IS NULL) = (endMessage IS NULL))
    ) STRICT;

    CREATE TABLE version (
      component TEXT NOT NULL PRIMARY KEY CHECK (component <> ''),
      version TEXT NOT NULL CHECK (version <> '')
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE property (
      name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
      unit TEXT NOT NULL,
      summary TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE molecule (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
      smiles TEXT NOT NULL UNIQUE CHECK (smiles <> ''),
      formula TEXT NOT NULL CHECK (formula <> ''),
      charge INTEGER NOT NULL,
      heavyAtomCount INTEGER NOT NULL CHECK (heavyAtomCount >= 0),
      molecularWeight REAL NOT NULL \(ColumnCheck.finite("molecularWeight", from: "0"))
    ) STRICT;

    CREATE TABLE iteration (
      number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
      policy TEXT NOT NULL CHECK (policy IN ('initial', 'surrogate', 'random')),
      proposalCount INTEGER NOT NULL CHECK (proposalCount >= 0),
      invalidCount INTEGER NOT NULL CHECK (invalidCount BETWEEN 0 AND proposalCount),
      designedAt TEXT NOT NULL \(ColumnCheck.time("designedAt")),
      endedAt TEXT \(ColumnCheck.time("endedAt"))
    ) STRICT;

    CREATE TABLE designStep (
      iteration INTEGER NOT NULL REFERENCES iteration(number),
      number INTEGER NOT NULL CHECK (number >= 0),
      temperature REAL NOT NULL CHECK (temperature >= 0),
      effectiveSampleSize REAL NOT NULL \(ColumnCheck.finite("effectiveSampleSize", from: "0")),
      acceptance REAL NOT NULL CHECK (acceptance BETWEEN 0 AND 1),
      distinctCount INTEGER NOT NULL CHECK (distinctCount >= 0),
      PRIMARY KEY (iteration, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE fit (
      iteration INTEGER NOT NULL REFERENCES iteration(number),
      property TEXT NOT NULL REFERENCES property(name),
      observationCount INTEGER NOT NULL CHECK (observationCount >= 1),
      priorMean REAL NOT NULL \(ColumnCheck.finite("priorMean")),
      outputScale REAL NOT NULL \(ColumnCheck.finite("outputScale", from: "0")),
      noise REAL NOT NULL \(ColumnCheck.finite("noise", from: "0")),
      logPosterior REAL NOT NULL \(ColumnCheck.finite("logPosterior")),
      leaveOneOutRMSE REAL \(ColumnCheck.finite("leaveOneOutRMSE", from: "0")),
      leaveOneOutLogDensity REAL \(ColumnCheck.finite("leaveOneOutLogDensity")),
      leaveOneOutCoverage REAL CHECK (leaveOneOutCoverage BETWEEN 0 AND 1),
      PRIMARY KEY (iteration, property)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE refusal (
      iteration INTEGER NOT NULL REFERENCES iteration(number),
      reason TEXT NOT NULL CHECK (reason <> ''),
      count INTEGER NOT NULL CHECK (count >= 1),
      PRIMARY KEY (iteration, reason)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE candidate (
      iteration INTEGER NOT NULL REFERENCES iteration(number),
      molecule INTEGER NOT NULL REFERENCES molecule(id),
      rank INTEGER CHECK (rank >= 1),
      acquisition REAL CHECK (acquisition < 9e999),
      acquisitionWhenChosen REAL CHECK (acquisitionWhenChosen < 9e999),
      decision TEXT NOT NULL CHECK (decision IN ('chosen', 'passedOver', 'refused')),
      reason TEXT NOT NULL CHECK (reason <> ''),
      parent TEXT CHECK (parent <> ''),
      move TEXT NOT NULL CHECK (move <> ''),
      position INTEGER CHECK (position >= 1),
      PRIMARY KEY (iteration, molecule),
      UNIQUE (iteration, rank),
      UNIQUE (iteration, position),
      CHECK ((decision = 'refused') = (rank IS NULL)),
      CHECK ((decision = 'chosen') = (position IS NOT NULL)),
      CHECK (decision <> 'refused' OR acquisition IS NULL),
      CHECK (decision = 'chosen' OR acquisitionWhenChosen IS NULL)
    ) STRICT, WITHOUT ROWID;

    -- A molecule is calculated once.
    CREATE UNIQUE INDEX candidateChosenOnce ON candidate(molecule) WHERE decision = 'chosen';
    CREATE INDEX candidateOfMolecule ON candidate(molecule);

    CREATE TABLE prediction (
      iteration INTEGER NOT NULL,
      molecule INTEGER NOT NULL,
      property TEXT NOT NULL REFERENCES property(name),
      mean REAL NOT NULL \(ColumnCheck.finite("mean")),
      standardDeviation REAL NOT NULL \(ColumnCheck.finite("standardDeviation", from: "0")),
      PRIMARY KEY (iteration, molecule, property),
      FOREIGN KEY (iteration, molecule) REFERENCES candidate(iteration, molecule)
    ) STRICT, WITHOUT ROWID;

    -- Only a chosen candidate has a position, and so only a chosen candidate has a calculation.
    CREATE TABLE calculation (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
      iteration INTEGER NOT NULL,
      position INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed')),
      calculator TEXT NOT NULL CHECK (calculator <> ''),
      protocol TEXT NOT NULL,
      failureClass TEXT CHECK (failureClass <> ''),
      failureMessage TEXT CHECK (failureMessage <> ''),
      evidence TEXT,
      geometry TEXT CHECK (geometry <> ''),
      endedAt TEXT \(ColumnCheck.time("endedAt")),
      wallSeconds REAL \(ColumnCheck.finite("wallSeconds", from: "0")),
      UNIQUE (iteration, position),
      FOREIGN KEY (iteration, position) REFERENCES candidate(iteration, position),
      CHECK ((state = 'pending') = (endedAt IS NULL)),
      CHECK ((state = 'pending') = (wallSeconds IS NULL)),
      CHECK ((state = 'failed') = (failureClass IS NOT NULL)),
      CHECK ((state = 'failed') = (failureMessage IS NOT NULL)),
      CHECK ((state = 'failed') = (evidence IS NOT NULL)),
      CHECK (state = 'succeeded' OR geometry IS NULL)
    ) STRICT;

    CREATE TABLE attempt (
      calculation INTEGER NOT NULL REFERENCES calculation(id),
      number INTEGER NOT NULL CHECK (number >= 0),
      commandLine TEXT NOT NULL CHECK (json_valid(commandLine) AND json_type(commandLine) = 'array'),
      exitStatus INTEGER,
      signal INTEGER,
      termination TEXT NOT NULL CHECK (termination IN ('exited', 'signalled', 'timedOut', 'cancelled', 'outputLimitExceeded', 'notStarted')),
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

    CREATE TABLE observation (
      calculation INTEGER NOT NULL REFERENCES calculation(id),
      property TEXT NOT NULL REFERENCES property(name),
      value REAL NOT NULL \(ColumnCheck.finite("value")),
      spread REAL \(ColumnCheck.finite("spread", from: "0")),
      PRIMARY KEY (calculation, property)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX observationOfProperty ON observation(property, value);

    CREATE TRIGGER observationNeedsSuccess BEFORE INSERT ON observation
    WHEN (SELECT state FROM calculation WHERE id = NEW.calculation) IS NOT 'succeeded'
    BEGIN SELECT RAISE(ABORT, 'Only a calculation that succeeded has values.'); END;

    CREATE TRIGGER observationIsFinal BEFORE UPDATE ON observation
    BEGIN SELECT RAISE(ABORT, 'A value that was observed is never changed.'); END;

    CREATE TRIGGER outcomeIsFinal BEFORE UPDATE ON calculation WHEN OLD.state <> 'pending'
    BEGIN SELECT RAISE(ABORT, 'The outcome of a calculation is never changed.'); END;

    CREATE TRIGGER iterationEndsWhenAllIsDone BEFORE UPDATE OF endedAt ON iteration
    WHEN NEW.endedAt IS NOT NULL AND EXISTS (
      SELECT 1 FROM calculation WHERE iteration = NEW.number AND state = 'pending')
    BEGIN SELECT RAISE(ABORT, 'An iteration cannot end while calculations of it are pending.'); END;
    """
}
