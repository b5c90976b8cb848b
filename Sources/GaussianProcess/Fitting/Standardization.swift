/// Values standardised to an average of 0 and a standard deviation of 1.
package struct Standardization {
  package let average: Double
  /// The standard deviation of the values, with n − 1 degrees of freedom.
  package let spread: Double

  /// - Parameter spreadOfConstantValues: the spread used if all values are equal or differ only by rounding.
  package init(_ values: [Double], spreadOfConstantValues: Double) {
    let count = Double(values.count)
    let average = values.reduce(0) { $0 + $1 / count }
    let greatest = values.reduce(0) { max($0, abs($1 - average)) }
    self.average = average
    // Differences due to rounding are ignored. Dividing by the greatest difference keeps squares within range.
    if greatest <= 1e-12 * abs(average) {
      spread = spreadOfConstantValues
    } else {
      let squares = values.reduce(0) { $0 + ($1 - average) / greatest * (($1 - average) / greatest) }
      spread = greatest * (squares / (count - 1)).squareRoot()
    }
  }

  func standardized(_ value: Double) -> Double { (value - average) / spread }
}
