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
    // Greater ones would overflow in a product of two.
    case .logarithm: return exp(min(transformed, 300))
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
    power < 1e-9 ? expm1(min(t, 300)) : expm1(log1p(power * t) / power)
  }
}

extension ValueTransformation {
  /// The transformations that are tried.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case identity, logarithm, power
    /// About the square root, of values of which none is negative and a tenth at least are zero, such as gaps of materials.
    case root
  }

  /// Whether a transformation is defined for these values: the logarithm needs positive ones, and a power is estimated
  /// from ten values of some spread at least, as is a root.
  package static func isDefined(_ kind: Kind, for values: [Double]) -> Bool {
    switch kind {
    case .identity: true
    case .logarithm: values.allSatisfy { $0 > 0 }
    case .power: values.count >= 10 && Set(values).count > 1
    case .root:
      values.count >= 10 && Set(values).count > 1 && values.allSatisfy { $0 >= 0 }
        && 10 * values.count { $0 == 0 } >= values.count
    }
  }

  /// The transformation that brings values closest to a normal distribution: the power of greatest posterior density,
  /// with a prior of N(1, 0.5²), by golden section.
  package init(_ kind: Kind, of values: [Double]) {
    switch kind {
    case .identity: self = .identity
    case .logarithm: self = .logarithm
    case .root:
      let spread = Standardization(values, spreadOfConstantValues: 1).spread
      self = .power(0.5, average: 0, spread: Self.rootUnit * spread)
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
  /// The normal distribution is taken as a sum of narrower ones, the more of them the more the function bends within its
  /// width. Each becomes a normal distribution with the moments that its values at one deviation on either side give. No
  /// noticeable part of it is then beyond the values that there are, such as below 0 for the logarithm.
  package func original(_ normal: Prediction) -> Prediction {
    guard self != .identity else { return normal }
    let deviation = normal.standardDeviation
    guard deviation > 0 else { return Prediction(mean: original(normal.mean), standardDeviation: 0) }
    let narrow = min(1, Self.greatestBend / (bend * deviation))
    // The deviation of the centres, so that the variance of all together is that of the one.
    let spread = (1 - narrow * narrow).squareRoot() * deviation
    let width = narrow * deviation
    let half = min(Self.mostParts, Int((Self.reach * spread / (Self.spacing * width)).rounded(.up)))
    let step = half > 0 ? Self.reach / Double(half) : 0
    let heights = (-half...half).map { exp(-0.5 * step * step * Double($0 * $0)) }
    let total = heights.reduce(0, +)
    return Prediction(
      mixing: zip(-half...half, heights).map { place, height in
        let centre = normal.mean + spread * step * Double(place)
        let (lower, upper) = (original(centre - width), original(centre + width))
        return (height / total, Prediction(mean: 0.5 * (lower + upper), standardDeviation: 0.5 * (upper - lower)))
      })
  }

  /// The greatest value of |T″ / T′²|, T being the function: the share by which its slope changes where the transformed
  /// value changes by 1.
  private var bend: Double {
    switch self {
    case .identity: 0
    case .logarithm: 1
    case .power(let power, _, _): abs(power - 1)
    }
  }

  /// The value, in spreads of the values, up to which a root is nearly a straight line: at 0 the square root has no slope.
  private static let rootUnit = 0.1
  /// The greatest share by which the slope may change within the deviation of a part.
  private static let greatestBend = 0.15
  /// The distance of neighbouring parts in their deviations: their sum is normal within 0.03 %.
  private static let spacing = 1.5
  /// The farthest centres, in deviations of all.
  private static let reach = 4.0
  /// The greatest number of parts on either side, for predictions that hardly say anything.
  private static let mostParts = 30
}
