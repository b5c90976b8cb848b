internal import Glibc
internal import Numerics

/// A prediction of a value: a normal distribution, or a mixture of normal distributions.
///
/// The function that returns it states whether it is for the process itself or for an observation (with noise).
public struct Prediction: Sendable, Hashable, Codable {
  /// The expected value, in the property's unit.
  public let mean: Double
  /// The standard deviation, in the property's unit; never negative.
  public let standardDeviation: Double
  /// The normal components of the mixture; empty if the prediction is normal.
  public let components: [Component]

  /// A normal component of a mixture and its weight.
  public struct Component: Sendable, Hashable, Codable {
    /// The weight, from 0 to 1; the weights of a mixture sum to 1.
    public let weight: Double
    /// The expected value, in the property's unit.
    public let mean: Double
    /// The standard deviation, in the property's unit; never negative.
    public let standardDeviation: Double
  }

  /// Creates a normal prediction from its mean and standard deviation.
  public init(mean: Double, standardDeviation: Double) {
    (self.mean, self.standardDeviation, components) = (mean, standardDeviation, [])
  }

  /// Creates the mixture of predictions with weights that sum to 1; a single one stays normal.
  public init(mixing parts: [(weight: Double, prediction: Prediction)]) {
    guard parts.count != 1 else {
      self = parts[0].prediction
      return
    }
    let mean = parts.reduce(0) { $0 + $1.weight * $1.prediction.mean }
    // Relative to the mean, to avoid cancellation if values are far from zero.
    let variance = parts.reduce(0) { sum, part in
      let (difference, deviation) = (part.prediction.mean - mean, part.prediction.standardDeviation)
      return sum + part.weight * (deviation * deviation + difference * difference)
    }
    (self.mean, standardDeviation) = (mean, variance.squareRoot())
    components = parts.flatMap { weight, prediction in
      prediction.components.isEmpty
        ? [Component(weight: weight, mean: prediction.mean, standardDeviation: prediction.standardDeviation)]
        : prediction.components.map {
          Component(weight: weight * $0.weight, mean: $0.mean, standardDeviation: $0.standardDeviation)
        }
    }
  }

  /// The prediction of an observation, from that of the process: the noise variance is added.
  public func observed(noise: Double) -> Prediction {
    func observed(_ deviation: Double) -> Double { (deviation * deviation + noise * noise).squareRoot() }
    guard !components.isEmpty else {
      return Prediction(mean: mean, standardDeviation: observed(standardDeviation))
    }
    return Prediction(
      mixing: components.map {
        ($0.weight, Prediction(mean: $0.mean, standardDeviation: observed($0.standardDeviation)))
      })
  }

  /// The prediction with its mean shifted by an amount in the property's unit.
  public func moved(by way: Double) -> Prediction {
    guard !components.isEmpty else { return Prediction(mean: mean + way, standardDeviation: standardDeviation) }
    return Prediction(
      mixing: components.map {
        ($0.weight, Prediction(mean: $0.mean + way, standardDeviation: $0.standardDeviation))
      })
  }

  /// The logarithm of an expectation under this prediction, from that under a normal one.
  ///
  /// - Parameter logExpectation: the logarithm of the expectation of a quantity that is not negative.
  public func logExpectation(_ logExpectation: (_ normal: Prediction) -> Double) -> Double {
    guard !components.isEmpty else { return logExpectation(self) }
    return logSumExp(
      components.map {
        log($0.weight) + logExpectation(Prediction(mean: $0.mean, standardDeviation: $0.standardDeviation))
      })
  }

  /// The number of standard deviations by which a value exceeds the mean.
  public func standardizedError(of value: Double) -> Double { (value - mean) / standardDeviation }

  /// The logarithm of the probability density of a value.
  public func logDensity(of value: Double) -> Double {
    logExpectation { logNormalDensity($0.standardizedError(of: value)) - log($0.standardDeviation) }
  }
}
