internal import Glibc
internal import Numerics

/// The errors of a kind of model on molecules that it has not seen, in the property's unit.
public struct CrossValidatedErrors: Sendable, Hashable, Codable {
  /// The number of folds.
  public let folds: Int
  /// The number of values.
  public let count: Int
  /// The mean absolute error.
  public let meanAbsoluteError: Double
  /// The root mean square error.
  public let rootMeanSquareError: Double
  /// 1 − Σ error² / Σ (value − mean)²: 1 is perfect, 0 is the mean; nil if all values are equal.
  public let rSquared: Double?
  /// The mean log density of the values under the predictions; nil if these have no standard deviations.
  public let logDensity: Double?
  /// The fraction of values within one standard deviation of the predictions, 0.68 for calibrated ones; nil if they
  /// have no deviations.
  public let coverage: Double?

  /// Creates errors that were measured elsewhere.
  public init(
    folds: Int, count: Int, meanAbsoluteError: Double, rootMeanSquareError: Double, rSquared: Double?,
    logDensity: Double?, coverage: Double?
  ) {
    (self.folds, self.count) = (folds, count)
    (self.meanAbsoluteError, self.rootMeanSquareError) = (meanAbsoluteError, rootMeanSquareError)
    (self.rSquared, self.logDensity, self.coverage) = (rSquared, logDensity, coverage)
  }

  /// The errors of predictions, each by a model that was not trained on its value.
  ///
  /// - Parameter deviations: the predictions' standard deviations, all positive, if they have any.
  public init(folds: Int, values: [Double], predictions: [Double], deviations: [Double]? = nil) {
    precondition(
      !values.isEmpty && values.count == predictions.count && deviations.map { $0.count == values.count } ?? true,
      "There is not one prediction for each of \(values.count) values.")
    let count = Double(values.count)
    let errors = zip(values, predictions).map { $0 - $1 }
    let squares = errors.reduce(0) { $0 + $1 * $1 }
    let mean = values.reduce(0, +) / count
    let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let isConstant = values.allSatisfy { $0 == values[0] }
    self.init(
      folds: folds, count: values.count, meanAbsoluteError: errors.reduce(0) { $0 + abs($1) } / count,
      rootMeanSquareError: (squares / count).squareRoot(), rSquared: isConstant ? nil : 1 - squares / spread,
      logDensity: deviations.map { deviations in
        zip(errors, deviations).reduce(0) { $0 + logNormalDensity($1.0 / $1.1) - log($1.1) } / count
      },
      coverage: deviations.map { Double(zip(errors, $0).count { abs($0) <= $1 }) / count })
  }
}
