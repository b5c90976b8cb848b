/// The usable sizes of numbers, as the end of a sentence about a number.
package let usableSizes = "from 1e-100 to 1e100 in size"

/// Whether a value is usable: it is finite, and its square neither overflows nor underflows. No property of a molecule
/// is outside this range in any unit.
package func isUsable(_ value: Double) -> Bool { value == 0 || (1e-100...1e100).contains(abs(value)) }

/// The usable number that a text in a table means; nil for any other text. (Swift accepts more as numbers than people
/// mean: nan, inf, 0x1p3.)
package func decimalNumber(_ text: String) -> Double? {
  guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text), isUsable(value) else {
    return nil
  }
  return value
}
