package import Numerics

/// The transformation of inputs before standardisation.
public enum InputTransform: String, Sendable, Hashable, Codable, CaseIterable {
  /// No transformation.
  case identity
  /// sign(x) log(1 + |x|), for counts and descriptors of very different sizes.
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
/// A column that is zero for most molecules is not centred, so that it stays sparse; all others are standardised.
/// Values outside the range of the training are clipped to it, since a network has learnt nothing there; so a column
/// that was constant in training has no effect.
package struct InputScaling: Sendable, Hashable {
  let transform: InputTransform
  /// For each column, of transformed values: the centre that is subtracted, the factor that then multiplies, and the
  /// range before both.
  let centres: [Double]
  let factors: [Double]
  let lowest: [Double]
  let highest: [Double]

  init(transform: InputTransform, centres: [Double], factors: [Double], lowest: [Double], highest: [Double]) {
    self.transform = transform
    (self.centres, self.factors, self.lowest, self.highest) = (centres, factors, lowest, highest)
  }

  /// Determines the scaling from some rows of inputs.
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
      // A variance within rounding of equal values means a constant, which carries no information.
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
    // A lazy sequence of sequences would take as long as the network's products: this runs for each count of each molecule.
    var elements: [(column: Int, value: Scalar)] = []
    func append(_ column: Int) {
      let value = min(max(transform(row[column]), lowest[column]), highest[column])
      elements.append((column, Scalar((value - centres[column]) * factors[column])))
    }
    for index in 0..<inputs.rows {
      let given = inputs.elements.elements(ofRow: index)
      for (column, value) in given {
        guard value.isFinite else { throw .nonFiniteInput(row: index, column: column) }
        row[column] = value
      }
      elements.removeAll(keepingCapacity: true)
      for (column, _) in given where centres[column] == 0 { append(column) }
      for column in centred { append(column) }
      scaled.append(elements)
      for (column, _) in given { row[column] = 0 }
    }
    return scaled
  }
}
