internal import Foundation
public import GaussianProcess

/// A quantity derived from properties: `gap / homo`, `sqrt(homo * lumo)`.
///
/// Numbers, names of properties, `+ - * / ^`, brackets, and `log` (natural), `exp`, `sqrt` and `abs`. Names are letters,
/// digits and `_`, and do not begin with a digit. Two spellings of the same steps are equal, such as `gap/homo`
/// and `gap / homo`.
public struct PropertyExpression: Sendable, Hashable, CustomStringConvertible {
  indirect enum Node: Sendable, Hashable {
    case number(Double)
    case property(String)
    case negative(Node)
    case sum(Node, Node)
    case difference(Node, Node)
    case product(Node, Node)
    case quotient(Node, Node)
    case power(Node, Node)
    case function(Function, Node)

    /// Whether it is the number zero, perhaps with a sign.
    var isZero: Bool {
      switch self {
      case .number(let number): number == 0
      case .negative(let part): part.isZero
      default: false
      }
    }
  }

  enum Function: String, Sendable, CaseIterable {
    case log, exp, sqrt, abs
  }

  /// The text that was parsed; the property's name if the expression is a property by itself. Equality does not depend
  /// on it.
  public let description: String
  /// The properties that it needs, each once, in order of first occurrence.
  public let properties: [String]
  let root: Node

  /// Parses an expression.
  ///
  /// - Throws: ``AcquisitionError/unreadableExpression(_:problem:)``.
  public init(_ text: String) throws(AcquisitionError) {
    var reader = PropertyExpressionReader(text)
    root = try reader.read()
    if case .property(let name) = root { description = name } else { description = text }
    properties = reader.properties
  }

  /// A property by itself, with any characters in its name.
  public init(property: String) {
    (root, description, properties) = (.property(property), property, [property])
  }

  private init(root: Node, description: String, properties: [String]) {
    (self.root, self.description, self.properties) = (root, description, properties)
  }

  /// The same expression in the one spelling that all equal ones have: `(homo + lumo) / 2`.
  public var normalized: PropertyExpression {
    PropertyExpression(root: root, description: root.text, properties: properties)
  }

  /// Whether both compute the same by the same steps. The properties follow from the steps.
  public static func == (first: PropertyExpression, second: PropertyExpression) -> Bool { first.root == second.root }

  /// Hashes the steps.
  public func hash(into hasher: inout Hasher) { hasher.combine(root) }

  /// Whether it is a property by itself.
  public var isProperty: Bool { if case .property = root { true } else { false } }

  /// Its value, and its partial derivatives by the properties in their order.
  public func value(at values: [Double]) -> (value: Double, slopes: [Double]) {
    precondition(values.count == properties.count, "\(description) needs \(properties.count) values.")
    let dual = Dual.of(root, properties: properties, values: values)
    return (dual.value, dual.slopes)
  }

  /// Its prediction from independent predictions of the properties. The contributions of each property alone to the
  /// mean and the variance are added; each is computed by the three-point Gauss–Hermite rule (at the mean and √3
  /// standard deviations to each side). The mean and the variance are exact for sums of linear terms and squares of single properties. If the expression
  /// has no value at one of the points, the mean is its value at the means, and the variance is that of the delta
  /// method, Σ (∂f/∂x)² var(x). Of a mixture only the mean and the standard deviation count, and the result is normal;
  /// a property by itself keeps its prediction as it is.
  ///
  /// Campaigns, `design` and `predict` all predict expressions by this rule.
  public func prediction(from predictions: [Prediction]) -> Prediction {
    if isProperty, let prediction = predictions.first { return prediction }
    let means = predictions.map(\.mean)
    let centre = value(at: means).value
    var (mean, variance) = (centre, 0.0)
    for (place, prediction) in predictions.enumerated() {
      let sides = [-1.0, 1.0].map { sign in
        var point = means
        point[place] += sign * 3.0.squareRoot() * prediction.standardDeviation
        return value(at: point).value - centre
      }
      let shift = (sides[0] + sides[1]) / 6
      mean += shift
      variance += (sides[0] * sides[0] + sides[1] * sides[1]) / 6 - shift * shift
    }
    guard mean.isFinite, variance.isFinite else { return straightPrediction(from: predictions) }
    return Prediction(mean: mean, standardDeviation: max(0, variance).squareRoot())
  }

  private func straightPrediction(from predictions: [Prediction]) -> Prediction {
    let (mean, slopes) = value(at: predictions.map(\.mean))
    let variance = zip(slopes, predictions).reduce(0) { sum, pair in
      let part = pair.0 * pair.1.standardDeviation
      return sum + part * part
    }
    return Prediction(mean: mean, standardDeviation: variance.squareRoot())
  }
}

/// A value with its derivatives.
private struct Dual {
  var value: Double
  var slopes: [Double]

  func mapped(_ value: Double, slope: Double) -> Dual { Dual(value: value, slopes: slopes.map { $0 * slope }) }

  static func of(_ node: PropertyExpression.Node, properties: [String], values: [Double]) -> Dual {
    func of(_ part: PropertyExpression.Node) -> Dual { Dual.of(part, properties: properties, values: values) }
    func joined(_ a: Dual, _ b: Dual, _ value: Double, _ slopeA: Double, _ slopeB: Double) -> Dual {
      Dual(value: value, slopes: zip(a.slopes, b.slopes).map { slopeA * $0 + slopeB * $1 })
    }
    switch node {
    case .number(let number): return Dual(value: number, slopes: properties.map { _ in 0 })
    case .property(let name):
      let place = properties.firstIndex(of: name) ?? 0
      return Dual(value: values[place], slopes: properties.indices.map { $0 == place ? 1 : 0 })
    case .negative(let part):
      let a = of(part)
      return a.mapped(-a.value, slope: -1)
    case .sum(let left, let right):
      let (a, b) = (of(left), of(right))
      return joined(a, b, a.value + b.value, 1, 1)
    case .difference(let left, let right):
      let (a, b) = (of(left), of(right))
      return joined(a, b, a.value - b.value, 1, -1)
    case .product(let left, let right):
      let (a, b) = (of(left), of(right))
      return joined(a, b, a.value * b.value, b.value, a.value)
    case .quotient(let left, let right):
      let (a, b) = (of(left), of(right))
      return joined(a, b, a.value / b.value, 1 / b.value, -a.value / (b.value * b.value))
    case .power(let left, let right):
      let (a, b) = (of(left), of(right))
      let value = pow(a.value, b.value)
      let isConstant = b.slopes.allSatisfy { $0 == 0 }
      return joined(
        a, b, value, b.value == 0 ? 0 : b.value * pow(a.value, b.value - 1), isConstant ? 0 : value * log(a.value))
    case .function(let function, let part):
      let a = of(part)
      switch function {
      case .log: return a.mapped(log(a.value), slope: 1 / a.value)
      case .exp: return a.mapped(exp(a.value), slope: exp(a.value))
      case .sqrt: return a.mapped(a.value.squareRoot(), slope: 0.5 / a.value.squareRoot())
      case .abs: return a.mapped(abs(a.value), slope: a.value < 0 ? -1 : 1)
      }
    }
  }
}
