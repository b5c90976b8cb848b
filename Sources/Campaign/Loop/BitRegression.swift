package import CachedCalculation
import Foundation
package import Numerics

/// A linear model of the rank of a value by which molecules are searched for, on their bits, by ridge regression.
///
/// It learns exponential scores of the ranks, −log(1 − r) for the share r of molecules of smaller values: logarithms of likelihoods or
/// improvements differ by hundreds, mostly among molecules that nobody wants, and the scores tell apart the best.
package struct BitRegression {
  /// The penalty of a squared weight, in squared errors of a molecule.
  private static let penalty = 5.0

  /// The weight of each bit.
  package let weights: [Float]

  /// - Parameter examined: molecules with their values, possibly −∞. One that is no number counts as −∞.
  package init(_ examined: [(bits: FoldedBits, value: Double)]) throws(NumericsError) {
    let size = FoldedBits.count
    let values = examined.map { $0.value.isNaN ? -.infinity : $0.value }
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var scores = [Double](repeating: 0, count: examined.count)
    var start = 0
    while start < order.count {
      // Equal values, such as those of molecules of no likelihood, have equal scores.
      let value = values[order[start]]
      let end = order[start...].firstIndex { values[$0] != value } ?? order.count
      let own = (start..<end).map { -log(1 - (Double($0) + 0.5) / Double(examined.count)) }
      for molecule in order[start..<end] { scores[molecule] = own.reduce(0, +) / Double(own.count) }
      start = end
    }
    let mean = scores.reduce(0, +) / Double(max(1, scores.count))
    let positions = examined.map(\.bits.positions)
    // Bits are centred, which is what a free constant does.
    var shares = [Double](repeating: 0, count: size)
    var products = Matrix(rows: size, columns: size)
    var right = [Double](repeating: 0, count: size)
    for (own, score) in zip(positions, scores) {
      for a in own {
        shares[a] += 1
        right[a] += score - mean
        for b in own { products.storage[a * size + b] += 1 }
      }
    }
    for a in 0..<size {
      for b in 0..<size { products.storage[a * size + b] -= shares[a] * shares[b] / Double(max(1, examined.count)) }
      products.storage[a * size + a] += Self.penalty
    }
    weights = try CholeskyFactor(products).solve(right).map { Float($0) }
  }
}
