import Files
import Foundation

/// Numbers and times as pages show them.
enum PageNumber {
  /// A value with three decimals, or with four significant digits if it is small or large.
  static func text(_ value: Double) -> String { text(value, apartFrom: []) }

  /// The same, with more digits if rounding would put it on a bound or on its other side.
  static func text(_ value: Double, apartFrom bounds: [Double]) -> String {
    let size = abs(value)
    return size == 0 || (size >= 0.01 && size < 100_000)
      ? decimal(value, places: 3, apartFrom: bounds) : fourSignificant(value)
  }

  /// A prediction with its standard deviation.
  static func prediction(_ mean: Double, _ deviation: Double) -> String {
    "\(shortText(mean)) ± \(shortText(deviation))"
  }

  /// A value with two decimals, or with three significant digits.
  static func shortText(_ value: Double) -> String {
    let size = abs(value)
    return size == 0 || (size >= 0.1 && size < 100_000) ? decimal(value, places: 2) : significant(value)
  }

  /// One decimal, with a sign.
  static func deviations(_ value: Double) -> String { (value > 0 ? "+" : "") + decimal(value, places: 1) }

  static func percent(_ share: Double) -> String { "\(decimal(100 * share, places: 0)) %" }

  /// A length of time: `48 s`, `3 min`, `2 h 10 min`, `3 d 4 h`.
  static func duration(seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e12 else { return "unknown" }
    let whole = Int(max(0, seconds).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3_600 { return "\(whole / 60) min" }
    if whole < 86_400 { return "\(whole / 3_600) h \(whole % 3_600 / 60) min" }
    return "\(whole / 86_400) d \(whole % 86_400 / 3_600) h"
  }

  /// A time in UTC: `2026-03-01 14:05 UTC`.
  static func time(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    let two = { (number: Int?) in (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
    return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day)) \(two(parts.hour)):\(two(parts.minute)) UTC"
  }

  /// A sum formula with Unicode's subscripts: `C₂H₃O₂-`, `(C₄H₂S)ₙ`. What stands behind a sign is the charge.
  static func formula(_ text: String) -> String {
    if text.hasSuffix(")n") { return formula(String(text.dropLast())) + "ₙ" }
    let end = text.firstIndex { $0 == "+" || $0 == "-" } ?? text.endIndex
    let digits = text[..<end].unicodeScalars.map { digit in
      ("0"..."9").contains(digit) ? Unicode.Scalar(0x2080 + digit.value - 0x30) ?? digit : digit
    }
    return String(String.UnicodeScalarView(digits)) + text[end...]
  }

  /// A number of things: `1 hit`, `3 hits`.
  static func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }

  /// Things by their numbers, each once and in order: `iteration 3`, `iterations 3, 4`.
  static func list(_ numbers: [Int], _ thing: String) -> String {
    let numbers = Set(numbers).sorted()
    return "\(thing)\(numbers.count == 1 ? "" : "s") " + numbers.map(String.init).joined(separator: ", ")
  }
}
