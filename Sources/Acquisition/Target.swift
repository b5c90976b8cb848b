public import GaussianProcess
internal import Glibc
internal import Numerics

/// What is wanted of a property, or of an expression over properties.
public struct Target: Sendable, Hashable {
  /// The expression; usually a property by itself.
  public let expression: PropertyExpression
  /// The goal for its value.
  public let goal: Goal
  /// The part of the inverse temperatures of a design over which its likelihood is ramped up; 0 to 1 for all of them.
  public let ramp: ClosedRange<Double>
  /// The worst value of interest of a maximum or a minimum, in its unit: its coordinate of the reference point, if there
  /// are several goals. Nil if none is stated.
  public let reference: Double?

  /// Makes the goal for an expression.
  public init(
    _ expression: PropertyExpression, goal: Goal, ramp: ClosedRange<Double> = 0...1, reference: Double? = nil
  ) {
    (self.expression, self.goal, self.ramp, self.reference) = (expression, goal, ramp, reference)
  }

  /// Makes the goal for a property by itself, with any characters in its name.
  public init(property: String, goal: Goal) { self.init(PropertyExpression(property: property), goal: goal) }

  /// Whether its value can only be better or worse: it is a maximum or a minimum.
  public var isGoal: Bool { [.maximize, .minimize].contains(goal) }

  /// The property's name, or the expression as it was written.
  public var name: String { expression.description }

  /// The properties that it needs, each once, in order of first occurrence.
  public var properties: [String] { expression.properties }

  /// Whether a value meets the goal: for a window it is in it, for a Gaussian within one deviation; nil if a value can
  /// only be better or worse.
  public func isMet(by value: Double) -> Bool? { goal.isMet(by: value) }

  /// Its value where its properties have these; nil if one of them is missing, or if the expression has no value there.
  public func value(in values: [String: Double]) -> Double? {
    if expression.isProperty { return values[name] }
    let known = properties.compactMap { values[$0] }
    guard known.count == properties.count else { return nil }
    let value = expression.value(at: known).value
    return value.isFinite ? value : nil
  }

  /// The best of the values, which an improvement must exceed; nil without values, and for other goals.
  public func incumbent(of values: [Double]) -> Double? {
    switch goal {
    case .window, .near: nil
    case .maximize: values.max()
    case .minimize: values.min()
    }
  }

  /// The worst of the values; nil without values, and for a window or a Gaussian.
  public func worst(of values: [Double]) -> Double? {
    switch goal {
    case .window, .near: nil
    case .maximize: values.min()
    case .minimize: values.max()
    }
  }

  /// The logarithm of the probability that a value is in the window, or better than the incumbent; 0 without an
  /// incumbent, since anything would be an improvement. For a Gaussian it is the logarithm of the expectation of exp(−½
  /// (y − value)²/deviation²). −infinity for a prediction that is not finite: an expression may have no value.
  ///
  /// - Parameters:
  ///   - prediction: of an observation, noise included, since a molecule counts by its calculated value.
  ///   - incumbent: the best value so far, for goals other than a window.
  public func logProbability(_ prediction: Prediction, incumbent: Double? = nil) -> Double {
    guard prediction.isFinite else { return -.infinity }
    return prediction.logExpectation { logProbability(ofNormal: $0, incumbent: incumbent) }
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

  /// The target with its window or Gaussian widened on each side by `margin`, in the unit of its value; a maximum or
  /// minimum stays unchanged.
  public func widened(by margin: Double) -> Target {
    switch goal {
    case .window(let lower, let upper):
      Target(expression, goal: .window(lower: lower - margin, upper: upper + margin), ramp: ramp)
    case .near(let value, let deviation):
      Target(expression, goal: .near(value: value, deviation: deviation + margin), ramp: ramp)
    case .maximize, .minimize: self
    }
  }
}

extension [Target] {
  /// The properties that they need, each once, in order of first occurrence.
  public var properties: [String] {
    flatMap(\.properties).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Whether the values meet every window and every Gaussian. If all targets are maxima and minima, nothing ever does.
  public func areMet(by values: [String: Double]) -> Bool {
    var canBeMet = false
    for target in self {
      guard let value = target.value(in: values) else { return false }
      guard let isMet = target.isMet(by: value) else { continue }
      canBeMet = true
      if !isMet { return false }
    }
    return canBeMet
  }

  /// The values of the expressions that have one, by their texts; properties by themselves are left out.
  public func expressionValues(in values: [String: Double]) -> [String: Double] {
    reduce(into: [:]) { if !$1.expression.isProperty { $0[$1.name] = $1.value(in: values) } }
  }

  /// The means and standard deviations of the expressions whose properties are all predicted, by their texts; properties
  /// by themselves, and expressions without a value, are left out.
  public func expressionPredictions(from moments: [String: (mean: Double, standardDeviation: Double)]) -> [String: (
    mean: Double, standardDeviation: Double
  )] {
    reduce(into: [:]) { found, target in
      let parts = target.properties.compactMap { moments[$0] }
      guard !target.expression.isProperty, parts.count == target.properties.count else { return }
      let whole = target.expression.prediction(
        from: parts.map { Prediction(mean: $0.mean, standardDeviation: $0.standardDeviation) })
      if whole.isFinite { found[target.name] = (whole.mean, whole.standardDeviation) }
    }
  }

  /// Refuses two targets for the same expression, as a campaign file does: they contradict each other, or their
  /// probabilities would be multiplied as if they were independent.
  public func requireDifferentExpressions() throws(AcquisitionError) {
    for (place, second) in enumerated() where self[..<place].contains(where: { $0.expression == second.expression }) {
      throw .repeatedExpression(second.name)
    }
  }
}
