import Files
import Foundation

/// A part of the range of one or two properties that has few molecules, with its distance from the others.
public struct TargetZone: Encodable, Sendable {
  /// The kind of a zone.
  public enum Kind: String, Encodable, Sendable {
    /// The values below the 5 % quantile, or above the 95 % quantile.
    case low, high
    /// Values below the lowest, or above the highest.
    case beyondLow, beyondHigh
    /// An interval between the tails with less than a third of the molecules of an even distribution.
    case gap
    /// Low or high values of two properties at once, by their 20 % and 80 % quantiles, that occur together less than
    /// half as often as if the properties were independent.
    case corner
  }

  /// The distance of a zone from the data, in three classes.
  public enum Reach: String, Encodable, Sendable {
    /// The fifth-nearest molecule is in it, or at most one residual standard deviation away.
    case withinReach
    /// At most two.
    case stretch
    /// More than two.
    case far
  }

  /// The bounds of one property.
  public struct Bounds: Encodable, Sendable {
    /// The property.
    public let property: String
    /// The lower bound in the property's unit; nil for an open one.
    public let least: Double?
    /// The upper bound in the property's unit; nil for an open one.
    public let most: Double?

    /// The distance of a value from them; 0 within.
    func distance(of value: Double) -> Double { max((least ?? -.infinity) - value, value - (most ?? .infinity), 0) }
  }

  /// The kind of the zone.
  public let kind: Kind
  /// One property's bounds, or two properties'.
  public let bounds: [Bounds]
  /// The number of molecules in it.
  public let inside: Int
  /// The number of molecules outside, but within one residual standard deviation of it in each property.
  public let near: Int
  /// The expected number: for a gap, if values were spread evenly; for a corner, if its properties were independent;
  /// nil for others.
  public let expected: Double?
  /// The distance of the fifth-nearest molecule, in residual standard deviations.
  public let distance: Double
  /// The number of molecules inside or near that are dissimilar: at least a Tanimoto distance of 0.7 apart. At most 200
  /// are considered.
  public let families: Int
  /// The distance from the data, in three classes.
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

  /// The options of `cohobate design` for it: `--target gap=..2.1`.
  public var flags: String {
    bounds.map { bounds in
      "--target "
        + shellWord(
          "\(bounds.property)=\(bounds.least.map(fourSignificant) ?? "")..\(bounds.most.map(fourSignificant) ?? "")")
    }.joined(separator: " ")
  }

  /// The lines for it in a campaign file, under `objectives`.
  public var lines: [String] {
    bounds.flatMap { bounds in
      [
        "- property: \(bounds.property)",
        "  window: [\(bounds.least.map(fourSignificant) ?? "null"), \(bounds.most.map(fourSignificant) ?? "null")]",
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

  /// A number rounded to four significant digits.
  static func rounded(_ value: Double) -> Double { Double(fourSignificant(value)) ?? value }
}
