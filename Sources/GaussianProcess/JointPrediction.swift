public import Numerics

/// A joint prediction of several values: a normal distribution, from which joint samples are drawn.
public struct JointPrediction: Sendable, Hashable {
  /// The expected values.
  public let means: [Double]
  /// Their covariances, without observation noise.
  public let covariance: Matrix
  /// Their average variance before any data: the measure of a jitter on the diagonal of the covariances.
  let priorVariance: Double

  /// - Parameters:
  ///   - prior: the covariances before any data.
  ///   - solved: L⁻¹ K(data, values), a column for each value: the data explain the products of its columns.
  init(means: [Double], prior: consuming Matrix, solved: Matrix) {
    self.means = means
    priorVariance = prior.diagonal.reduce(0, +) / Double(max(1, prior.rows))
    // In its place: of thousands of candidates, a matrix takes hundreds of megabytes.
    prior -= Matrix.symmetricProduct(solved, transposed: true)
    covariance = prior
  }

  /// Joint samples of observations, one in each column.
  ///
  /// The noise is a part of the covariance that is factorised, so that a single factor serves both, and a covariance
  /// that rounding has made indefinite needs no jitter.
  ///
  /// - Parameter noiseVariance: the variance of the independent noise of each observation.
  /// - Throws: ``GaussianProcessError/numerics(_:)`` if the covariance has no factor.
  func samples(
    count: Int, noiseVariance: Double, stream: inout RandomStream
  ) throws(GaussianProcessError) -> Matrix {
    var observed = covariance
    observed.addToDiagonal(noiseVariance)
    let factor = try factorized(observed, scale: priorVariance).factor
    let normals = Matrix(
      rows: means.count, columns: count, storage: (0..<means.count * count).map { _ in stream.normal() })
    var samples = factor.lower * normals
    for column in 0..<count { for row in means.indices { samples[row, column] += means[row] } }
    return samples
  }
}
