public import Numerics

/// A joint prediction of several values: a normal distribution.
public struct JointPrediction: Sendable, Hashable {
  /// The expected values.
  public let means: [Double]
  /// Their covariances, without observation noise.
  public let covariance: Matrix

  /// - Parameters:
  ///   - prior: the covariances before any data.
  ///   - solved: L⁻¹ K(data, values), a column for each value: the data explain the products of its columns.
  init(means: [Double], prior: consuming Matrix, solved: Matrix) {
    self.means = means
    // In its place: of thousands of candidates, a matrix takes hundreds of megabytes.
    prior -= Matrix.symmetricProduct(solved, transposed: true)
    covariance = prior
  }
}
