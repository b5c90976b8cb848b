internal import Glibc

/// A strictly increasing function of a property's values, to which a process is fitted in their place.
///
/// The transformed values should have a spread of the order of 1 and be closer to a normal distribution.
public enum ValueTransformation: Sendable, Hashable, Codable {
  /// The values as they are.
  case identity
  /// The natural logarithm, of positive values.
  case logarithm
  /// The function of Yeo and Johnson (2000) with a power from 0 to 2, of standardised values: 1 leaves them unchanged,
  /// a lesser one shortens the tail of great values, a greater one that of small values.
  case power(Double, average: Double, spread: Double)

  /// The transformed value.
  public func transformed(_ value: Double) -> Double {
    switch self {
    case .identity: return value
    case .logarithm: return log(value)
    case .power(let power, let average, let spread):
      let z = (value - average) / spread
      return z >= 0 ? Self.raised(z, power) : -Self.raised(-z, 2 - power)
    }
  }

  /// The value that a transformed one belongs to.
  public func original(_ transformed: Double) -> Double {
    switch self {
    case .identity: return transformed
    // Beyond it the exponential is no number.
    case .logarithm: return exp(min(transformed, 100))
    case .power(let power, let average, let spread):
      let z = transformed >= 0 ? Self.lowered(transformed, power) : -Self.lowered(-transformed, 2 - power)
      return average + spread * z
    }
  }

  /// The derivative of the transformed value by the value.
  public func slope(_ value: Double) -> Double {
    switch self {
    case .identity: return 1
    case .logarithm: return 1 / value
    case .power(let power, let average, let spread):
      let z = (value - average) / spread
      return pow(1 + abs(z), z >= 0 ? power - 1 : 1 - power) / spread
    }
  }

  private static func raised(_ z: Double, _ power: Double) -> Double {
    power < 1e-9 ? log1p(z) : expm1(power * log1p(z)) / power
  }

  private static func lowered(_ t: Double, _ power: Double) -> Double {
    power < 1e-9 ? expm1(min(t, 100)) : expm1(log1p(power * t) / power)
  }
}

extension ValueTransformation {
  /// The transformations that are tried.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case identity, logarithm, power
  }

  /// Whether a transformation is defined for these values: the logarithm needs positive ones, and a power is estimated
  /// from ten values of some spread at least.
  package static func isDefined(_ kind: Kind, for values: [Double]) -> Bool {
    switch kind {
    case .identity: true
    case .logarithm: values.allSatisfy { $0 > 0 }
    case .power: values.count >= 10 && Set(values).count > 1
    }
  }

  /// The transformation that brings values closest to a normal distribution: the power of greatest posterior density,
  /// with a prior of N(1, 0.5²), by golden section.
  package init(_ kind: Kind, of values: [Double]) {
    switch kind {
    case .identity: self = .identity
    case .logarithm: self = .logarithm
    case .power:
      let standard = Standardization(values, spreadOfConstantValues: 1)
      func power(_ power: Double) -> ValueTransformation {
        .power(power, average: standard.average, spread: standard.spread)
      }
      func density(_ exponent: Double) -> Double {
        let tried = power(exponent)
        let transformed = values.map(tried.transformed)
        let spread = Standardization(transformed, spreadOfConstantValues: 1).spread
        let volume = values.reduce(0) { $0 + log(tried.slope($1)) }
        let difference = (exponent - 1) / 0.5
        return volume - Double(values.count) * log(spread) - 0.5 * difference * difference
      }
      let ratio = (5.0.squareRoot() - 1) / 2
      var (lower, upper) = (0.0, 2.0)
      for _ in 0..<40 {
        let (left, right) = (upper - ratio * (upper - lower), lower + ratio * (upper - lower))
        if density(left) < density(right) { lower = left } else { upper = right }
      }
      self = power((lower + upper) / 2)
    }
  }

  /// The prediction of a value, from a normal prediction of the transformed one.
  ///
  /// The normal distribution is split into three narrower ones with the same mean and variance,
  /// each of which is transformed as if the function were linear within it.
  package func original(_ normal: Prediction) -> Prediction {
    guard self != .identity else { return normal }
    guard normal.standardDeviation > 0 else {
      return Prediction(mean: original(normal.mean), standardDeviation: 0)
    }
    return Prediction(
      mixing: Self.parts.map { part in
        let mean = original(normal.mean + part.shift * normal.standardDeviation)
        return (
          part.weight, Prediction(mean: mean, standardDeviation: Self.narrow * normal.standardDeviation / slope(mean))
        )
      })
  }

  private static let outer = 0.2252246249
  private static let parts = [
    (weight: outer, shift: -1.0575154615), (weight: 1 - 2 * outer, shift: 0), (weight: outer, shift: 1.0575154615),
  ]
  /// Such that the variance of the three together is that of the one.
  private static let narrow = (1 - 2 * outer * 1.0575154615 * 1.0575154615).squareRoot()
}
