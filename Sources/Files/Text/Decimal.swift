import Foundation

/// A number with `places` decimals and a point, whatever the locale.
package func decimal(_ value: Double, places: Int) -> String { String(format: "%.\(places)f", value) }

/// A number with at least this many decimals, and more if rounding would put it on a bound or on the other side of one:
/// 0.9998 is not shown as 1.000 if 1 is the bound.
package func decimal(_ value: Double, places: Int, apartFrom bounds: [Double]) -> String {
  guard value.isFinite else { return decimal(value, places: places) }
  for places in places..<max(places + 1, 13) {
    let text = decimal(value, places: places)
    let shown = Double(text) ?? value
    if bounds.allSatisfy({ (shown < $0) == (value < $0) && (shown > $0) == (value > $0) }) { return text }
  }
  return "\(value)"
}

/// A value with its unit, or by itself where the unit is "".
package func withUnit(_ value: String, _ unit: String) -> String { unit.isEmpty ? value : "\(value) \(unit)" }

/// A text as the end of a sentence: with a full stop, unless it ends with a point, as the unit `a.u.` does.
package func withFullStop(_ text: String) -> String { text.hasSuffix(".") ? text : "\(text)." }

/// A text without the point at its end, for a sentence that goes on after it.
package func withoutFullStop(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

/// A number with four significant digits, without an exponent if possible; with a point whatever the locale.
package func fourSignificant(_ value: Double) -> String {
  let size = value.magnitude
  return size >= 10_000 && size < 1e15 ? String(format: "%.0f", value) : String(format: "%.4g", value)
}

/// A number with three significant digits, since units differ by orders of magnitude; with a point whatever the locale.
package func significant(_ value: Double) -> String { String(format: "%.3g", value) }

/// A number with two significant digits, and all digits before the point, without an exponent if possible; with a point
/// whatever the locale.
package func twoSignificant(_ value: Double) -> String {
  let size = value.magnitude
  return size >= 10 && size < 1e15 ? String(format: "%.0f", value) : String(format: "%.2g", value)
}

/// A positive number with two significant digits, or with as many more as show that it is less than a bound.
package func twoSignificant(_ value: Double, below bound: Double) -> String {
  let short = twoSignificant(value)
  guard value < bound, value > 0, value < 1e15 else { return short }
  // One digit behind the point, so that there is no exponent.
  let first = value >= 10 ? Int(log10(value)) + 2 : 3
  let longer = (first...17).lazy.map { String(format: "%.\($0)g", value) }
  return ([short] + longer).first { (Double($0) ?? bound) < bound } ?? short
}
