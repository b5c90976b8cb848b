/// The goal for a property's value.
public enum Goal: Sendable, Hashable {
  /// A value from `lower` to `upper`, in the property's unit; an infinite bound makes a half-line.
  case window(lower: Double, upper: Double)
  /// The greatest possible value.
  case maximize
  /// The smallest possible value.
  case minimize
  /// A value near `value`, weighted by a Gaussian of this standard deviation.
  case near(value: Double, deviation: Double)

  /// Rejects a window that is empty or contains every value, and a Gaussian without a width.
  public func validated() throws(AcquisitionError) {
    if case .near(let value, let deviation) = self, !value.isFinite || !(deviation > 0) || !deviation.isFinite {
      throw .senselessNearness(value: "\(value)", deviation: "\(deviation)")
    }
    guard case .window(let lower, let upper) = self else { return }
    guard lower < upper, lower.isFinite || upper.isFinite else {
      throw .senselessWindow(lower: "\(lower)", upper: "\(upper)")
    }
  }
}

/// Coded as `{"kind": "window", "lower": 1.0, "upper": 1.6}`. An infinite bound is omitted, since JSON has no infinity.
extension Goal: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind
    case lower
    case upper
    case value
    case deviation
  }

  private enum Kind: String, Codable {
    case window
    case maximize
    case minimize
    case near
  }

  /// Reads a goal.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch try container.decode(Kind.self, forKey: .kind) {
    case .window:
      self = .window(
        lower: try container.decodeIfPresent(Double.self, forKey: .lower) ?? -.infinity,
        upper: try container.decodeIfPresent(Double.self, forKey: .upper) ?? .infinity)
    case .maximize: self = .maximize
    case .minimize: self = .minimize
    case .near:
      self = .near(
        value: try container.decode(Double.self, forKey: .value),
        deviation: try container.decode(Double.self, forKey: .deviation))
    }
  }

  /// Writes a goal.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .window(let lower, let upper):
      try container.encode(Kind.window, forKey: .kind)
      if lower.isFinite { try container.encode(lower, forKey: .lower) }
      if upper.isFinite { try container.encode(upper, forKey: .upper) }
    case .maximize: try container.encode(Kind.maximize, forKey: .kind)
    case .minimize: try container.encode(Kind.minimize, forKey: .kind)
    case .near(let value, let deviation):
      try container.encode(Kind.near, forKey: .kind)
      try container.encode(value, forKey: .value)
      try container.encode(deviation, forKey: .deviation)
    }
  }
}
