import Files
import Foundation

/// Numbers formatted for people.
enum Number {
  /// A number with `decimals` decimals; `-0.00` is `0.00`.
  static func fixed(_ value: Double, _ decimals: Int = 3) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : (value < 0 ? "-inf" : "inf") }
    let text = String(format: "%.\(decimals)f", value)
    return text.hasPrefix("-") && !text.contains(where: { "123456789".contains($0) }) ? String(text.dropFirst()) : text
  }

  /// A number with more decimals if rounding would put it on a bound or on the other side of one.
  static func fixed(_ value: Double, _ decimals: Int = 3, apartFrom bounds: [Double]) -> String {
    bounds.isEmpty ? fixed(value, decimals) : decimal(value, places: decimals, apartFrom: bounds)
  }

  /// The same with its uncertainty, if that is known: `2.310 ± 0.120`.
  static func fixed(_ value: Double, _ decimals: Int = 3, apartFrom bounds: [Double] = [], uncertainty: Double?)
    -> String
  {
    fixed(value, decimals, apartFrom: bounds) + (uncertainty.map { " ± \(fixed($0, decimals))" } ?? "")
  }

  /// A number of things: `1 hit`, `2 hits`.
  static func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }

  static func optional(_ value: Double?, _ decimals: Int = 3) -> String {
    value.map { fixed($0, decimals) } ?? "-"
  }

  /// A length of time: `0.3 s`, `48 s`, `3 min 05 s`, `2 h 10 min`, `140 h`.
  static func duration(seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    if seconds > 0, seconds < 0.95 { return "\(fixed(max(seconds, 0.1), 1)) s" }
    if whole >= 360_000 { return "\(Int((seconds / 3_600).rounded())) h" }
    if whole < 60 { return "\(whole) s" }
    if whole < 3_600 { return String(format: "%d min %02d s", whole / 60, whole % 60) }
    return String(format: "%d h %02d min", whole / 3_600, whole % 3_600 / 60)
  }

  /// What programs had of processors, in the unit of clusters' accounts: `0.0011 core-hours`, `140 core-hours`.
  static func coreHours(_ hours: Double) -> String {
    // Without an exponent.
    "\(hours > 0 && hours < 1e-4 ? fixed(max(hours, 1e-6), 6) : twoSignificant(hours)) core-hours"
  }

  /// A pace: `2.5/s`, or `12.0 s each` if one takes longer than a second.
  static func rate(secondsEach seconds: Double) -> String {
    seconds > 1 ? "\(fixed(seconds, 1)) s each" : "\(fixed(1 / max(seconds, 1e-6), 1))/s"
  }

  static func percent(_ share: Double) -> String { fixed(100 * share, 0) + " %" }
}
