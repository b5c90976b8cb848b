internal import Glibc
public import Numerics

/// A normal prediction of a value.
///
/// Whether of the process itself or of an observation of it (with its noise) is said by what returns it.
public struct Prediction: Sendable, Hashable, Codable {
  /// The expected value, in the property's unit.
  public let mean: Double
  /// The standard deviation, in the property's unit; never negative.
  public let standardDeviation: Double

  /// A prediction from its mean and standard deviation.
  public init(mean: Double, standardDeviation: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// The prediction of an observation, from that of the process: the noise's variance is added.
  public func observed(noise: Double) -> Prediction {
    Prediction(mean: mean, standardDeviation: (standardDeviation * standardDeviation + noise * noise).squareRoot())
  }

  /// By how many standard deviations a value exceeds the mean.
  public func standardizedError(of value: Double) -> Double { (value - mean) / standardDeviation }

  /// The logarithm of the probability density of a value.
  public func logDensity(of value: Double) -> Double {
    logNormalDensity(standardizedError(of: value)) - log(standardDeviation)
  }
}

/// Predictions of several values together.
public struct JointPrediction: Sendable, Hashable {
  /// The expected values.
  public let means: [Double]
  /// Their covariances, without observation noise.
  public let covariance: Matrix
}
