extension CampaignSchema {
  /// Several structural models may be weighed, the probability that a candidate's calculation succeeds is a factor of
  /// its acquisition value, and what a batch is expected to bring is known before it is calculated.
  ///
  /// - Where several structural models are weighed, each row of `transfer` names its own.
  /// - `candidate.successProbability` is NULL where nothing was predicted, as in all iterations before this version.
  /// - `referencePoint` has the worst values of interest by which an iteration with several maxima or minima was designed.
  /// - `success` says what it was learnt from. Without an output scale it is `baseRate` for all candidates.
  /// - `expectedGain` has no row where nothing is expected, as in iterations without a surrogate.
  /// - A campaign may end because its next batch is expected to bring too little.
  static let version7 = """
    ALTER TABLE transfer ADD COLUMN model TEXT CHECK (model <> '');

    ALTER TABLE candidate ADD COLUMN successProbability REAL CHECK (
      successProbability IS NULL OR (successProbability BETWEEN 0 AND 1 AND decision <> 'refused'));

    CREATE TABLE success (
      iteration INTEGER NOT NULL PRIMARY KEY REFERENCES iteration(number),
      successCount INTEGER NOT NULL CHECK (successCount >= 0),
      failureCount INTEGER NOT NULL CHECK (failureCount >= 0),
      baseRate REAL NOT NULL CHECK (baseRate BETWEEN 0 AND 1),
      outputScale REAL \(ColumnCheck.finite("outputScale", from: "0")),
      logMarginalLikelihood REAL \(ColumnCheck.finite("logMarginalLikelihood")),
      CHECK ((outputScale IS NULL) = (logMarginalLikelihood IS NULL))
    ) STRICT;

    -- What a batch was expected to bring when it was chosen: the mean, and the 10 % and 90 % quantiles.
    CREATE TABLE expectedGain (
      iteration INTEGER NOT NULL PRIMARY KEY REFERENCES iteration(number),
      kind TEXT NOT NULL CHECK (kind IN ('hits', 'improvement', 'hypervolume')),
      mean REAL NOT NULL \(ColumnCheck.finite("mean", from: "0")),
      lower REAL NOT NULL \(ColumnCheck.finite("lower", from: "0")),
      upper REAL NOT NULL \(ColumnCheck.finite("upper", from: "0")),
      CHECK (lower <= upper)
    ) STRICT;

    CREATE TABLE newCampaign (
      onlyRow INTEGER NOT NULL PRIMARY KEY DEFAULT 1 CHECK (onlyRow = 1),
      name TEXT NOT NULL CHECK (name <> ''),
      seed TEXT NOT NULL CHECK (seed <> '' AND seed NOT GLOB '*[^0-9]*' AND (
        length(seed) < 20 OR (length(seed) = 20 AND seed <= '18446744073709551615'))),
      createdAt TEXT NOT NULL \(ColumnCheck.time("createdAt")),
      endedAt TEXT \(ColumnCheck.time("endedAt")),
      endReason TEXT CHECK (endReason IN ('budget', 'hits', 'failures', 'exhausted', 'tooNarrow', 'gain')),
      endMessage TEXT,
      CHECK ((endedAt IS NULL) = (endReason IS NULL) AND (endedAt IS NULL) = (endMessage IS NULL))
    ) STRICT;
    INSERT INTO newCampaign SELECT onlyRow, name, seed, createdAt, endedAt, endReason, endMessage FROM campaign;
    DROP TABLE campaign;
    ALTER TABLE newCampaign RENAME TO campaign;

    CREATE TABLE referencePoint (
      iteration INTEGER NOT NULL REFERENCES iteration(number),
      objective TEXT NOT NULL CHECK (objective <> ''),
      isMinimum INTEGER NOT NULL CHECK (isMinimum IN (0, 1)),
      value REAL NOT NULL \(ColumnCheck.finite("value")),
      isStated INTEGER NOT NULL CHECK (isStated IN (0, 1)),
      PRIMARY KEY (iteration, objective)
    ) STRICT, WITHOUT ROWID;
    """
}
