public import GaussianProcess
internal import Glibc
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

  /// Whether a value is what is wanted, of a Gaussian within one deviation; nil where a value can only be better or worse.
  public func isMet(by value: Double) -> Bool? {
    switch goal {
    case .window(let lower, let upper): lower <= value && value <= upper
    case .near(let centre, let deviation): abs(value - centre) <= deviation
    case .maximize, .minimize: nil
    }
  }

  /// The best of some values, which an improvement must surpass; nil without values, and for other goals.
  public func incumbent(of values: [Double]) -> Double? {
    switch goal {
    case .window, .near: nil
    case .maximize: values.max()
    case .minimize: values.min()
    }
  }

  /// The logarithm of the probability that a value is in the window, or better than the incumbent; 0 when anything
  /// would be an improvement, since there is no incumbent. Of a Gaussian it is that of the expectation of
  /// exp(−½ (y − value)²/deviation²).
  ///
  /// - Parameters:
  ///   - prediction: of an observation, so including its noise, since a molecule counts by the value calculated for it.
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

  /// By how much it is widened at once: a window by its own length, a Gaussian by its own deviation, a half-line by the standard
  /// deviation of the data.
  public func margin(dataDeviation: @autoclosure () -> Double) -> Double {
    switch goal {
    case .near(_, let deviation): deviation
    case .window(let lower, let upper) where lower.isFinite && upper.isFinite: upper - lower
    case .window, .maximize, .minimize: dataDeviation()
    }
  }

  /// The objective with its window or its Gaussian made wider on each side, by so much in the property's unit; a maximum
  /// or minimum stays as it is.
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
