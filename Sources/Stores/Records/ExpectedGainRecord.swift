/// What the batch of an iteration was expected to bring when it was chosen.
public struct ExpectedGainRecord: StoredRecord {
  /// The iteration.
  public var iteration: Int
  /// The quantity: `hits`, the number of molecules that meet all objectives; `improvement`, the difference of the best
  /// value from the best before, in the unit of the objective that is a maximum or minimum; or `hypervolume`, the growth of
  /// the volume that the front dominates, in the product of the units of the maxima and minima.
  public var kind: String
  /// The expectation.
  public var mean: Double
  /// The 10 % quantile.
  public var lower: Double
  /// The 90 % quantile.
  public var upper: Double

  /// An expectation in an iteration.
  public init(iteration: Int, kind: String, mean: Double, lower: Double, upper: Double) {
    self.iteration = iteration
    self.kind = kind
    self.mean = mean
    self.lower = lower
    self.upper = upper
  }

  package static let tableName = "expectedGain"
}
