/// The sizes that can be calculated with, as the end of a sentence about a number.
package let usableSizes = "from 1e-100 to 1e100 in size"

/// Whether a value can be calculated with: it is finite, and its square neither overflows nor vanishes. No property of a
/// molecule is beyond that in any unit.
package func isUsable(_ value: Double) -> Bool { value == 0 || (1e-100...1e100).contains(abs(value)) }

/// A number as people and programs write it in a table, which can be calculated with; nil for any other text. (Swift reads
/// more than people mean as numbers: nan, inf, 0x1p3.)
package func decimalNumber(_ text: String) -> Double? {
  guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text), isUsable(value) else {
    return nil
  }
  return value
}
