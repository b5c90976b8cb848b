package import Numerics

/// How inputs are brought to one scale before the first layer.
public enum InputTransform: String, Sendable, Hashable, Codable, CaseIterable {
  /// As they are.
  case identity
  /// sign(x) log(1 + |x|): what counts and descriptors of very different sizes want.
  case signedLog

  func callAsFunction(_ value: Double) -> Double {
    switch self {
    case .identity: value
    case .signedLog: signedLogarithm(value)
    }
  }
}

/// The scale of every input, measured on the molecules trained on.
///
/// A column that is zero for most molecules is left where it is, so that it stays sparse; any other is standardised. What
/// lies outside the range of the training is moved to its end: of what is there a network has learnt nothing, and a
/// column never seen does nothing.
package struct InputScaling: Sendable, Hashable {
  let transform: InputTransform
  /// Per column, of transformed values: what is subtracted, what is then multiplied by, and the range before both.
  let centres: [Double]
  let factors: [Double]
  let lowest: [Double]
  let highest: [Double]

  init(transform: InputTransform, centres: [Double], factors: [Double], lowest: [Double], highest: [Double]) {
    self.transform = transform
    (self.centres, self.factors, self.lowest, self.highest) = (centres, factors, lowest, highest)
  }

  /// Measures some rows of inputs.
  package init(_ inputs: NetworkInputs, rows: [Int], transform: InputTransform) throws(TransferLearningError) {
    let columns = inputs.columns
    var sums = [Double](repeating: 0, count: columns)
    var squares = sums
    var lowest = sums
    var highest = sums
    var counts = [Int](repeating: 0, count: columns)
    for row in rows {
      for (column, value) in inputs.elements.elements(ofRow: row) {
        guard value.isFinite else { throw .nonFiniteInput(row: row, column: column) }
        let transformed = transform(value)
        lowest[column] = counts[column] == 0 ? transformed : min(lowest[column], transformed)
        highest[column] = counts[column] == 0 ? transformed : max(highest[column], transformed)
        counts[column] += 1
        sums[column] += transformed
        squares[column] += transformed * transformed
      }
    }
    var centres = [Double](repeating: 0, count: columns)
    var factors = [Double](repeating: 1, count: columns)
    for column in 0..<columns {
      if counts[column] < rows.count {
        lowest[column] = min(lowest[column], 0)
        highest[column] = max(highest[column], 0)
      }
      guard 2 * counts[column] >= rows.count else { continue }
      centres[column] = sums[column] / Double(rows.count)
      let variance = squares[column] / Double(rows.count) - centres[column] * centres[column]
      // Less than rounding leaves of equal values: a constant, which says nothing.
      factors[column] = variance > 1e-12 * squares[column] / Double(rows.count) ? 1 / variance.squareRoot() : 0
    }
    self.init(transform: transform, centres: centres, factors: factors, lowest: lowest, highest: highest)
  }

  /// Inputs on the network's scale.
  package func callAsFunction<Scalar: BLASScalar>(_ inputs: NetworkInputs) throws(TransferLearningError) -> SparseRows<
    Scalar
  > {
    guard inputs.columns == centres.count else {
      throw .otherInputs(columns: inputs.columns, trainedOn: centres.count)
    }
    let centred = centres.indices.filter { centres[$0] != 0 }
    var scaled = SparseRows<Scalar>(columns: inputs.columns)
    var row = [Double](repeating: 0, count: inputs.columns)
    for index in 0..<inputs.rows {
      let elements = inputs.elements.elements(ofRow: index)
      for (column, value) in elements {
        guard value.isFinite else { throw .nonFiniteInput(row: index, column: column) }
        row[column] = value
      }
      let sparse = elements.lazy.map(\.column).filter { centres[$0] == 0 }
      scaled.append(
        [sparse.map { $0 }, centred].joined().lazy.map { column in
          let value = min(max(transform(row[column]), lowest[column]), highest[column])
          return (column, Scalar((value - centres[column]) * factors[column]))
        })
      for (column, _) in elements { row[column] = 0 }
    }
    return scaled
  }
}
