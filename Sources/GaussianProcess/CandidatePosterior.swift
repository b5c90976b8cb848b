internal import Numerics

/// The posterior over a list of candidates, for choosing several of them one by one.
///
/// It holds V = L⁻¹ K(data, candidates), so that supposing one more candidate known costs one row of the kernel and
/// O(candidates · (data + candidates supposed known)), and the full covariance of the candidates is never formed.
public struct CandidatePosterior: Sendable {
  /// The prediction of the process at each candidate, from the data alone, without noise.
  public let predictions: [Prediction]
  /// The standard deviation of the noise of an observation, in the property's unit.
  public let noise: Double
  /// The standard deviation of the process before any data, averaged over the candidates, in the property's unit: the
  /// scale on which differences of this property are large or small.
  public let scale: Double

  private let solved: Matrix
  private let priorRow: @Sendable (Int) -> [Double]
  private var suppositions: [[Double]] = []
  private let initialVariances: [Double]
  private var variances: [Double]

  /// The number of candidates.
  public var count: Int { predictions.count }

  /// The posterior over a process's candidates.
  public init<Input>(of process: GaussianProcess<Input>, at candidates: [Input]) {
    let cross = process.kernel.block(process.inputs, candidates)
    let priorVariances = process.kernel.variances(candidates)
    let kernel = process.kernel
    solved = process.factor.solveLower(cross)
    initialVariances = remainingVariances(priorVariances, solved: solved)
    variances = initialVariances
    predictions = zip(process.posteriorMeans(at: candidates, cross: cross), variances).map {
      Prediction(mean: $0, standardDeviation: $1.squareRoot())
    }
    noise = process.noiseVariance.squareRoot()
    scale = (priorVariances.reduce(0, +) / Double(max(1, candidates.count))).squareRoot()
    priorRow = { index in kernel.block(candidates, [candidates[index]]).storage }
  }

  /// The covariances of one candidate with all, given the data and what was supposed known.
  public func covariances(with index: Int) -> [Double] {
    let column = Matrix(rows: solved.rows, columns: 1, storage: Array(solved.column(index)))
    var row = priorRow(index)
    for (other, explained) in Matrix.transposedProduct(solved, column).storage.enumerated() { row[other] -= explained }
    for supposition in suppositions {
      let factor = supposition[index]
      for other in row.indices { row[other] -= factor * supposition[other] }
    }
    return row
  }

  /// Supposes the process known at a candidate: the variances of those like it shrink. (A mean would not change, since
  /// nothing is better supposed than the mean predicted.)
  public mutating func suppose(known index: Int) {
    // Already known to rounding: there is nothing more to learn from it.
    guard variances[index] > 1e-10 * initialVariances[index] else { return variances[index] = 0 }
    let deviation = variances[index].squareRoot()
    let row = covariances(with: index).map { $0 / deviation }
    for other in variances.indices { variances[other] = max(0, variances[other] - row[other] * row[other]) }
    variances[index] = 0
    suppositions.append(row)
  }

  /// The share of each candidate's posterior variance that the candidates supposed known leave unexplained: 1 − R²,
  /// with R their multiple correlation. 1 where nothing was supposed; 0 at the supposed ones and their duplicates.
  public var unexplainedShares: [Double] {
    zip(variances, initialVariances).map { variance, before in
      let share = before > 0 ? variance / before : 1
      return share > 1e-10 ? min(1, share) : 0
    }
  }
}
