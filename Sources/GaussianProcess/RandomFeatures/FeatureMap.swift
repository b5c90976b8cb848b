public import Numerics

/// Features of inputs whose inner products are the covariances of a kernel: exactly, or on average over the draws.
///
/// With k(x, y) ≈ φ(x)·φ(y) and standard normal w the function φ(x)·w is a draw from the process of the kernel
/// (Rahimi and Recht, *Random features for large-scale kernel machines*, 2007).
public struct FeatureMap<Input: Sendable>: Sendable {
  /// The number of features.
  public let count: Int
  /// The number of independent draws, if all features are random: the features are stored in blocks of this length, and
  /// those at the same position in the blocks belong to one draw. Nil if some features are exact.
  public let draws: Int?
  private let evaluate: @Sendable ([Input]) -> Matrix

  /// Creates a map from inputs to features.
  ///
  /// - Parameters:
  ///   - count: the number of features.
  ///   - draws: the length of the blocks, if the features are random.
  ///   - evaluate: the features of inputs, one input per column.
  public init(count: Int, draws: Int? = nil, _ evaluate: @escaping @Sendable ([Input]) -> Matrix) {
    precondition(draws.map { $0 > 0 && count.isMultiple(of: $0) } ?? true, "Features must lie in whole blocks.")
    self.count = count
    self.draws = draws
    self.evaluate = evaluate
  }

  /// The features of each input, one input per column: `count` rows.
  public func values(at inputs: [Input]) -> Matrix {
    let values = evaluate(inputs)
    precondition(
      values.rows == count && values.columns == inputs.count,
      "A map of \(count) features gave \(values.rows) for each of \(values.columns) inputs.")
    return values
  }
}

extension FeatureMap {
  /// The features of several maps, one after the other: the features of the sum of their kernels.
  static func concatenation(_ parts: [FeatureMap]) -> FeatureMap {
    let count = parts.reduce(0) { $0 + $1.count }
    let draws = parts.first?.draws
    let isUniform = parts.allSatisfy { $0.draws != nil && $0.draws == draws }
    return FeatureMap(count: count, draws: isUniform ? draws : nil) { inputs in
      stacked(parts.map { $0.values(at: inputs) }, columns: inputs.count)
    }
  }

  /// Features of the product of two kernels.
  ///
  /// A single exact feature multiplies all features of the other map. Otherwise, within each draw, every feature of one
  /// is multiplied by every feature of the other; a map that does not consist of `draws` draws is first projected on
  /// that many random directions, which preserves its inner products on average.
  static func product(_ one: FeatureMap, _ other: FeatureMap, draws: Int, from stream: inout RandomStream) -> FeatureMap
  {
    if one.count == 1, one.draws == nil { return other.multiplied(by: one) }
    if other.count == 1, other.draws == nil { return one.multiplied(by: other) }
    let left = one.draws == draws ? one : one.projected(draws: draws, from: &stream)
    let right = other.draws == draws ? other : other.projected(draws: draws, from: &stream)
    let (leftBlocks, rightBlocks) = (left.count / draws, right.count / draws)
    let root = Double(draws).squareRoot()
    return FeatureMap(count: leftBlocks * rightBlocks * draws, draws: draws) { inputs in
      let (a, b) = (left.values(at: inputs), right.values(at: inputs))
      var storage: [Double] = []
      storage.reserveCapacity(leftBlocks * rightBlocks * draws * inputs.count)
      for column in inputs.indices {
        for leftBlock in 0..<leftBlocks {
          for rightBlock in 0..<rightBlocks {
            let (leftStart, rightStart) = (column * a.rows + leftBlock * draws, column * b.rows + rightBlock * draws)
            for draw in 0..<draws { storage.append(root * a.storage[leftStart + draw] * b.storage[rightStart + draw]) }
          }
        }
      }
      return Matrix(rows: leftBlocks * rightBlocks * draws, columns: inputs.count, storage: storage)
    }
  }

  /// Each feature multiplied by the only one of another map.
  private func multiplied(by single: FeatureMap) -> FeatureMap {
    FeatureMap(count: count, draws: draws) { inputs in
      let (own, factors) = (values(at: inputs), single.values(at: inputs))
      var result = own
      for index in result.storage.indices { result.storage[index] *= factors.storage[index / max(1, own.rows)] }
      return result
    }
  }

  /// The inner products with random directions, divided by √draws.
  private func projected(draws: Int, from stream: inout RandomStream) -> FeatureMap {
    let size = 1 / Double(draws).squareRoot()
    let directions = Matrix(
      rows: count, columns: draws, storage: (0..<count * draws).map { _ in size * stream.normal() })
    return FeatureMap(count: draws, draws: draws) { Matrix.transposedProduct(directions, values(at: $0)) }
  }
}

/// Matrices with the same number of columns, stacked vertically.
func stacked(_ parts: [Matrix], columns: Int) -> Matrix {
  var storage: [Double] = []
  let rows = parts.reduce(0) { $0 + $1.rows }
  storage.reserveCapacity(rows * columns)
  for column in 0..<columns { for part in parts { storage += part.column(column) } }
  return Matrix(rows: rows, columns: columns, storage: storage)
}
