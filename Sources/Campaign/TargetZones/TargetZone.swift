import Foundation

/// A part of the range of one or two properties in which few molecules are, and how near the others come to it.
public struct TargetZone: Encodable, Sendable {
  /// What part of the data it is.
  public enum Kind: String, Encodable, Sendable {
    /// The values below the 5 % quantile, or above the 95 % quantile.
    case low, high
    /// Values below the lowest, or above the highest.
    case beyondLow, beyondHigh
    /// An interval between the tails that has less than a third of its share.
    case gap
    /// Low or high values of two properties at once, by their 20 % and 80 % quantiles, that come together less than half as
    /// often as if the one had nothing to do with the other.
    case corner
  }

  /// How far it is from what is known.
  public enum Reach: String, Encodable, Sendable {
    /// The fifth molecule is in it, or no further than one residual standard deviation from it.
    case withinReach
    /// No further than two.
    case stretch
    /// Further.
    case far
  }

  /// The bounds of one property.
  public struct Bounds: Encodable, Sendable {
    /// The property.
    public let property: String
    /// The lower end in the property's unit; nil for an open one.
    public let least: Double?
    /// The upper end in the property's unit; nil for an open one.
    public let most: Double?

    /// How far a value is from them; 0 within.
    func distance(of value: Double) -> Double { max((least ?? -.infinity) - value, value - (most ?? .infinity), 0) }
  }

  /// What part of the data it is.
  public let kind: Kind
  /// One property's bounds, or two properties'.
  public let bounds: [Bounds]
  /// How many molecules are in it.
  public let inside: Int
  /// How many are outside, but no further than one residual standard deviation from it in each property.
  public let near: Int
  /// How many were to be expected: of a gap, if values were spread evenly, of a corner, if its properties were independent; nil
  /// for others.
  public let expected: Double?
  /// How far the fifth nearest molecule is from it, in residual standard deviations.
  public let distance: Double
  /// How many of those inside or near are unlike each other: a Tanimoto distance of at least 0.7 apart. At most 200 are looked at.
  public let families: Int
  /// How far it is from what is known.
  public let reach: Reach

  private enum CodingKeys: CodingKey {
    case kind, bounds, inside, near, expected, distance, families, reach, flags, lines
  }

  init(
    kind: Kind, bounds: [Bounds], inside: Int, near: Int, expected: Double?, distance: Double, families: Int
  ) {
    (self.kind, self.bounds, self.inside, self.near) = (kind, bounds, inside, near)
    (self.expected, self.distance, self.families) = (expected, distance, families)
    reach = distance <= 1 ? .withinReach : distance <= 2 ? .stretch : .far
  }

  /// What asks `cohobate design` for it: `--target gap=..2.1`.
  public var flags: String {
    bounds.map { bounds in
      "--target "
        + shellWord("\(bounds.property)=\(bounds.least.map(Self.text) ?? "")..\(bounds.most.map(Self.text) ?? "")")
    }.joined(separator: " ")
  }

  /// What asks for it in a campaign file, under `objectives`.
  public var lines: [String] {
    bounds.flatMap { bounds in
      [
        "- property: \(bounds.property)",
        "  window: [\(bounds.least.map(Self.text) ?? "null"), \(bounds.most.map(Self.text) ?? "null")]",
      ]
    }
  }

  /// Writes the derived texts too.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(bounds, forKey: .bounds)
    try container.encode(inside, forKey: .inside)
    try container.encode(near, forKey: .near)
    try container.encodeIfPresent(expected, forKey: .expected)
    try container.encode(distance, forKey: .distance)
    try container.encode(families, forKey: .families)
    try container.encode(reach, forKey: .reach)
    try container.encode(flags, forKey: .flags)
    try container.encode(lines, forKey: .lines)
  }

  /// A number to four significant digits, without an exponent where it can be written without.
  static func text(_ value: Double) -> String {
    let size = value.magnitude
    if size >= 10_000, size < 1e15 { return String(format: "%.0f", value) }
    return String(format: "%.4g", value)
  }

  /// The value that ``text(_:)`` says.
  static func rounded(_ value: Double) -> Double { Double(text(value)) ?? value }
}
