public import GaussianProcess
internal import Numerics

/// What is wanted of one property.
public struct Objective: Sendable, Hashable, Codable {
  /// The property's name.
  public let property: String
  /// What is wanted of its value.
  public let goal: Goal

  /// What is wanted of one property.
  public init(property: String, goal: Goal) {
    self.property = property
    self.goal = goal
  }

  /// Whether a value is what is wanted; nil where a value can only be better or worse.
  public func isMet(by value: Double) -> Bool? {
    guard case .window(let lower, let upper) = goal else { return nil }
    return lower <= value && value <= upper
  }

  /// The best of some values, which an improvement must surpass; nil without values, and for a window.
  public func incumbent(of values: [Double]) -> Double? {
    switch goal {
    case .window: nil
    case .maximize: values.max()
    case .minimize: values.min()
    }
  }

  /// The logarithm of the probability that a value is in the window, or better than the incumbent; 0 when anything
  /// would be an improvement, since there is no incumbent.
  ///
  /// - Parameters:
  ///   - prediction: of an observation, so including its noise, since a molecule counts by the value calculated for it.
  ///   - incumbent: the best value so far, for goals other than a window.
  public func logProbability(_ prediction: Prediction, incumbent: Double? = nil) -> Double {
    let (lower, upper): (Double, Double)
    switch goal {
    case .window(let from, let to): (lower, upper) = (from, to)
    case .maximize: (lower, upper) = (incumbent ?? -.infinity, .infinity)
    case .minimize: (lower, upper) = (-.infinity, incumbent ?? .infinity)
    }
    let (mean, deviation) = (prediction.mean, prediction.standardDeviation)
    guard deviation > 0 else { return lower <= mean && mean <= upper ? 0 : -.infinity }
    return logNormalInterval((lower - mean) / deviation, (upper - mean) / deviation)
  }
}
