/// The difference between a sparse process and the exact one.
public struct ApproximationError: Sendable, Hashable, Codable {
  /// The fraction of prior variance that the inducing inputs leave unexplained, averaged over the observations: 0 for
  /// an exact process.
  public let averageUnexplainedShare: Double
  /// The greatest unexplained fraction at any observation.
  public let greatestUnexplainedShare: Double
  /// The number of observations given to both processes for the comparison, limited by the cost of an exact fit.
  public let comparedObservations: Int
  /// The number of inputs at which they are compared.
  public let comparedInputs: Int
  /// The root mean square of the differences of their means, in the property's unit.
  public let meanDifference: Double
  /// The same, in standard deviations of the exact predictions, with noise.
  public let standardizedMeanDifference: Double
  /// The average ratio of the sparse prediction's standard deviation to the exact one's, with noise: above 1 if the
  /// approximation correctly reports greater uncertainty.
  public let deviationRatio: Double

  /// Compares the predictions of an exact and a sparse process that have the same observations.
  init(unexplainedShares: [Double], observations: Int, exact: [Prediction], sparse: [Prediction]) {
    averageUnexplainedShare = unexplainedShares.reduce(0) { $0 + $1 / Double(unexplainedShares.count) }
    greatestUnexplainedShare = unexplainedShares.max() ?? 0
    comparedObservations = observations
    comparedInputs = exact.count
    var (squares, standardized, ratios) = (0.0, 0.0, 0.0)
    for (one, other) in zip(exact, sparse) {
      let difference = other.mean - one.mean
      squares += difference * difference / Double(exact.count)
      let relative = difference / one.standardDeviation
      standardized += relative * relative / Double(exact.count)
      ratios += other.standardDeviation / one.standardDeviation / Double(exact.count)
    }
    meanDifference = squares.squareRoot()
    standardizedMeanDifference = standardized.squareRoot()
    deviationRatio = ratios
  }
}
