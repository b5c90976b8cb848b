/// Values brought to an average of 0 and a standard deviation of 1.
package struct Standardization {
  package let average: Double
  /// Their standard deviation, of n − 1 degrees of freedom.
  package let spread: Double

  /// - Parameter spreadOfConstantValues: the spread of values that are all equal, or differ by rounding alone.
  package init(_ values: [Double], spreadOfConstantValues: Double) {
    let count = Double(values.count)
    let average = values.reduce(0) { $0 + $1 / count }
    let greatest = values.reduce(0) { max($0, abs($1 - average)) }
    self.average = average
    // Differences at the level of rounding are none. Dividing by the greatest keeps squares within range.
    if greatest <= 1e-12 * abs(average) {
      spread = spreadOfConstantValues
    } else {
      let squares = values.reduce(0) { $0 + ($1 - average) / greatest * (($1 - average) / greatest) }
      spread = greatest * (squares / (count - 1)).squareRoot()
    }
  }

  func standardized(_ value: Double) -> Double { (value - average) / spread }
}
