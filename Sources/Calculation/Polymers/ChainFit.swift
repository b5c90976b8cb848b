import Foundation

/// The value of an endless chain, from those of a few short ones.
///
/// Each quantity is a line by least squares. A quantity that grows with the chain is a line in the number of units n, and the
/// slope is its value per unit. A quantity that approaches a limit is a line in 1/n, and its value at 1/n = 0 is the limit.
package struct ChainFit: Sendable, Hashable {
  /// The value per unit, or the limit, in the property's unit.
  package let value: Double
  /// The standard error of the value; nil with fewer than three lengths, of which any two have a line without error.
  package let standardError: Double?

  /// Fits a line through the values of chains.
  ///
  /// - Parameters:
  ///   - units: The numbers of units, each once; at least one. The value of a single chain is its share per unit, or itself.
  ///   - values: The values of the chains, in the same order.
  package init(_ quantity: ChainQuantity, units: [Int], values: [Double]) {
    let places = units.map { quantity == .limit ? 1 / Double($0) : Double($0) }
    let count = Double(places.count)
    guard places.count > 1 else {
      value = quantity == .limit ? values[0] : values[0] / Double(units[0])
      standardError = nil
      return
    }
    let (centre, mean) = (places.reduce(0, +) / count, values.reduce(0, +) / count)
    var (spread, slope) = (0.0, 0.0)
    for (place, value) in zip(places, values) {
      spread += (place - centre) * (place - centre)
      slope += (place - centre) * (value - mean)
    }
    slope /= spread
    value = quantity == .limit ? mean - slope * centre : slope
    guard places.count > 2 else {
      standardError = nil
      return
    }
    let squares = zip(places, values).reduce(0) { sum, point in
      let residual = point.1 - mean - slope * (point.0 - centre)
      return sum + residual * residual
    }
    let variance = squares / (count - 2)
    standardError = (quantity == .limit ? variance * (1 / count + centre * centre / spread) : variance / spread)
      .squareRoot()
  }
}
