public import Chemistry
internal import Glibc
internal import Numerics

/// A Gaussian process with a linear kernel on counts and a constant: Bayesian ridge regression.
///
/// It is stored in weight space, so that the cost of a prediction depends on the counts of one molecule and not on the
/// number of training molecules: some microseconds, a thousandth of that of an exact process on thousands of molecules.
/// Rasmussen and Williams, 2006, section 2.1.
public struct LinearProcess: Sendable {
  /// The number of counts of an input, zeros included.
  public let size: Int
  /// The number of observations that it was trained on.
  public let observationCount: Int
  /// The standard deviation of an observation's noise, in the property's unit.
  public let noise: Double
  /// The prior standard deviation of the weight of one count, in the property's unit.
  public let weightDeviation: Double
  /// The log evidence per observation, for values in units of their standard deviation.
  public let logEvidence: Double
  /// The leave-one-out prediction of each observation, including noise.
  public let leaveOneOut: [Prediction]
  /// The columns that occurred, by position; −1 for a position that never occurred. The last column is the constant's.
  private let columns: [Int32]
  private let columnCount: Int
  private let average: Double
  private let weights: [Double]
  /// (XᵀX + λ)⁻¹, column by column.
  private let inverse: [Double]

  /// The value in the constant's column: the prior of its weight is ten times as wide as the others'.
  private static let constant = 10.0

  /// Fits a process: the weights are integrated out, and the widths of their prior and of the noise maximise the
  /// evidence.
  ///
  /// - Parameters:
  ///   - inputs: all of one size.
  ///   - values: finite, in the property's unit.
  /// - Throws: ``GaussianProcessError``.
  public init(fittedTo inputs: [CountFingerprint], values: [Double]) throws(GaussianProcessError) {
    guard inputs.count == values.count else { throw .countMismatch(inputs: inputs.count, values: values.count) }
    guard let first = inputs.first else { throw .noData }
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw .nonFiniteValue(index: index, value: "\(values[index])")
    }
    guard inputs.allSatisfy({ $0.size == first.size }) else {
      throw .invalidSetting("A linear process needs inputs that are all of one size.")
    }
    size = first.size
    observationCount = inputs.count
    var columns = [Int32](repeating: -1, count: first.size)
    var occurring = [Bool](repeating: false, count: first.size)
    for input in inputs { for position in input.positions { occurring[position] = true } }
    var columnCount = 0
    for position in occurring.indices where occurring[position] {
      columns[position] = Int32(columnCount)
      columnCount += 1
    }
    columnCount += 1
    (self.columns, self.columnCount) = (columns, columnCount)
    let rows = inputs.map { Self.row($0, columns, columnCount).row }
    let standard = Standardization(values, spreadOfConstantValues: 1)
    let targets = values.map(standard.standardized)
    var gram = Matrix(rows: columnCount, columns: columnCount)
    var moments = [Double](repeating: 0, count: columnCount)
    for (row, target) in zip(rows, targets) {
      for (column, value) in zip(row.columns, row.values) {
        moments[column] += value * target
      }
    }
    Self.addProducts(of: rows, to: &gram.storage, columnCount)
    let squares = targets.reduce(0) { $0 + $1 * $1 }
    let count = Double(inputs.count)
    func solved(_ logRatio: Double) throws(GaussianProcessError) -> Solution {
      var matrix = gram
      matrix.addToDiagonal(exp(logRatio))
      do {
        let factor = try CholeskyFactor(matrix)
        let weights = factor.solve(moments)
        let rest = max(squares - zip(weights, moments).reduce(0) { $0 + $1.0 * $1.1 }, 1e-12 * max(squares, 1))
        let determinant = factor.logDeterminant - Double(columnCount) * logRatio
        return Solution(
          logRatio: logRatio, factor: factor, weights: weights, noiseVariance: rest / count,
          logEvidence: -0.5 * (count * (log(2 * .pi * rest / count) + 1) + determinant))
      } catch { throw .numerics(error) }
    }
    let best = try Self.maximum(from: log(1e-2), to: log(1e4), of: solved)
    average = standard.average
    weights = best.weights.map { $0 * standard.spread }
    noise = best.noiseVariance.squareRoot() * standard.spread
    weightDeviation = (best.noiseVariance / exp(best.logRatio)).squareRoot() * standard.spread
    logEvidence = best.logEvidence / count
    let inverse = best.factor.inverse().storage
    self.inverse = inverse
    let noiseVariance = noise * noise
    leaveOneOut = zip(rows, values).map { row, value in
      let leverage = min(Self.quadratic(row, inverse, columnCount), 1 - 1e-12)
      let fitted =
        standard.average
        + zip(row.columns, row.values).reduce(0) {
          $0 + $1.1 * best.weights[$1.0] * standard.spread
        }
      return Prediction(
        mean: value - (value - fitted) / (1 - leverage),
        standardDeviation: (noiseVariance / (1 - leverage)).squareRoot())
    }
  }

  /// The predictions at inputs, computed on all cores.
  ///
  /// - Precondition: the inputs have the size of the training inputs.
  public func predict(_ inputs: [CountFingerprint], includingNoise: Bool) -> [Prediction] {
    concurrentMap(inputs.count) { index in predict(inputs[index], includingNoise: includingNoise) }
  }

  /// The prediction at an input.
  public func predict(_ input: CountFingerprint, includingNoise: Bool) -> Prediction {
    precondition(input.size == size, "The process knows inputs of \(size) counts, not of \(input.size).")
    let (row, unseenSquares) = Self.row(input, columns, columnCount)
    var mean = average
    for (column, value) in zip(row.columns, row.values) { mean += value * weights[column] }
    let variance =
      noise * noise * (Self.quadratic(row, inverse, columnCount) + (includingNoise ? 1 : 0))
      + weightDeviation * weightDeviation * unseenSquares
    return Prediction(mean: mean, standardDeviation: variance.squareRoot())
  }

  /// The root mean square error of the leave-one-out predictions, in the property's unit.
  public func leaveOneOutRMSE(of values: [Double]) -> Double {
    let squares = zip(leaveOneOut, values).reduce(0) { $0 + ($1.1 - $1.0.mean) * ($1.1 - $1.0.mean) }
    return (squares / Double(max(1, values.count))).squareRoot()
  }

  private struct Row {
    var columns: [Int] = []
    var values: [Double] = []
  }

  private struct Solution {
    let logRatio: Double
    let factor: CholeskyFactor
    let weights: [Double]
    let noiseVariance: Double
    let logEvidence: Double
  }

  /// An input's columns, and the sum of the squares of its counts at positions that never occurred.
  private static func row(
    _ input: CountFingerprint, _ columns: [Int32], _ columnCount: Int
  ) -> (row: Row, unseenSquares: Double) {
    var row = Row()
    var unseen = 0.0
    for (position, count) in zip(input.positions, input.positiveCounts) {
      if columns[position] >= 0 {
        row.columns.append(Int(columns[position]))
        row.values.append(Double(count))
      } else {
        unseen += Double(count) * Double(count)
      }
    }
    row.columns.append(columnCount - 1)
    row.values.append(constant)
    return (row, unseen)
  }

  /// Adds the products of all pairs of a row's values, for each row, to a matrix.
  private static func addProducts(of rows: [Row], to matrix: inout [Double], _ columnCount: Int) {
    var span = matrix.mutableSpan
    for row in rows {
      for (column, value) in zip(row.columns, row.values) {
        let start = column * columnCount
        for place in row.columns.indices { span[start + row.columns[place]] += value * row.values[place] }
      }
    }
  }

  /// xᵀ M x for a symmetric matrix M: each pair of different columns is visited once and counted twice.
  private static func quadratic(_ row: Row, _ matrix: [Double], _ columnCount: Int) -> Double {
    let span = matrix.span
    var sum = 0.0
    for place in row.columns.indices {
      let start = row.columns[place] * columnCount
      var part = 0.5 * row.values[place] * span[start + row.columns[place]]
      for other in 0..<place { part += row.values[other] * span[start + row.columns[other]] }
      sum += row.values[place] * part
    }
    return 2 * sum
  }

  /// The maximum of a unimodal function, by golden-section search to about a hundredth of the range.
  private static func maximum(
    from lower: Double, to upper: Double, of body: (Double) throws(GaussianProcessError) -> Solution
  ) throws(GaussianProcessError) -> Solution {
    let golden = 0.618_033_988_749_894_9
    var (low, high) = (lower, upper)
    var left = try body(high - golden * (high - low))
    var right = try body(low + golden * (high - low))
    for _ in 0..<9 {
      if left.logEvidence > right.logEvidence {
        high = right.logRatio
        right = left
        left = try body(high - golden * (high - low))
      } else {
        low = left.logRatio
        left = right
        right = try body(low + golden * (high - low))
      }
    }
    return left.logEvidence > right.logEvidence ? left : right
  }
}
