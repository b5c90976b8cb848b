extension CampaignSchema {
  /// Several structural models may be weighed, and the probability that a candidate's calculation succeeds is a factor of
  /// its acquisition value.
  ///
  /// - Where several structural models are weighed, each row of `transfer` names its own.
  /// - `candidate.successProbability` is NULL where nothing was predicted, as in all iterations before this version.
  /// - `referencePoint` has the worst values of interest by which an iteration with several maxima or minima was designed.
  /// - `success` says what it was learnt from. Without an output scale it is `baseRate` for all candidates.
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
