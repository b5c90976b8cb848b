public import GaussianProcess
internal import Glibc
internal import Numerics

/// The goal for one property.
public struct Objective: Sendable, Hashable, Codable {
  /// The property's name.
  public let property: String
  /// The goal for its value.
  public let goal: Goal

  /// Makes the goal for one property.
  public init(property: String, goal: Goal) {
    self.property = property
    self.goal = goal
  }

  /// Whether a value meets the goal, for a Gaussian within one deviation; nil if a value can only be better or worse.
  public func isMet(by value: Double) -> Bool? {
    switch goal {
    case .window(let lower, let upper): lower <= value && value <= upper
    case .near(let centre, let deviation): abs(value - centre) <= deviation
    case .maximize, .minimize: nil
    }
  }

  /// The best of the values, which an improvement must exceed; nil without values, and for other goals.
  public func incumbent(of values: [Double]) -> Double? {
    switch goal {
    case .window, .near: nil
    case .maximize: values.max()
    case .minimize: values.min()
    }
  }

  /// The logarithm of the probability that a value is in the window, or better than the incumbent; 0 without an
  /// incumbent, since anything would be an improvement. For a Gaussian it is the logarithm of the expectation of exp(−½
  /// (y − value)²/deviation²).
  ///
  /// - Parameters:
  ///   - prediction: of an observation, noise included, since a molecule counts by its calculated value.
  ///   - incumbent: the best value so far, for goals other than a window.
  public func logProbability(_ prediction: Prediction, incumbent: Double? = nil) -> Double {
    prediction.logExpectation { logProbability(ofNormal: $0, incumbent: incumbent) }
  }

  private func logProbability(ofNormal prediction: Prediction, incumbent: Double?) -> Double {
    let (lower, upper): (Double, Double)
    switch goal {
    case .window(let from, let to): (lower, upper) = (from, to)
    case .maximize: (lower, upper) = (incumbent ?? -.infinity, .infinity)
    case .minimize: (lower, upper) = (-.infinity, incumbent ?? .infinity)
    case .near(let value, let width):
      let total = (width * width + prediction.standardDeviation * prediction.standardDeviation).squareRoot()
      let distance = (prediction.mean - value) / total
      return log(width / total) - 0.5 * distance * distance
    }
    let (mean, deviation) = (prediction.mean, prediction.standardDeviation)
    guard deviation > 0 else { return lower <= mean && mean <= upper ? 0 : -.infinity }
    return logNormalInterval((lower - mean) / deviation, (upper - mean) / deviation)
  }

  /// The width of one widening step: a window's own length, a Gaussian's own deviation, or for a half-line the standard
  /// deviation of the data.
  public func margin(dataDeviation: @autoclosure () -> Double) -> Double {
    switch goal {
    case .near(_, let deviation): deviation
    case .window(let lower, let upper) where lower.isFinite && upper.isFinite: upper - lower
    case .window, .maximize, .minimize: dataDeviation()
    }
  }

  /// The objective with its window or Gaussian widened on each side by `margin`, in the property's unit; a maximum or
  /// minimum stays unchanged.
  public func widened(by margin: Double) -> Objective {
    switch goal {
    case .window(let lower, let upper):
      Objective(property: property, goal: .window(lower: lower - margin, upper: upper + margin))
    case .near(let value, let deviation):
      Objective(property: property, goal: .near(value: value, deviation: deviation + margin))
    case .maximize, .minimize: self
    }
  }
}
