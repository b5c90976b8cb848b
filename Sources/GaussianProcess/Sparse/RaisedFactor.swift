internal import Numerics

/// The factor of a covariance matrix, with a jitter on its diagonal if needed, which is returned.
func factorized(_ matrix: Matrix) throws(GaussianProcessError) -> (factor: CholeskyFactor, jitter: Double) {
  try factorized(scale: matrix.diagonal.reduce(0, +) / Double(max(1, matrix.rows))) { (jitter) throws(NumericsError) in
    var raised = matrix
    raised.addToDiagonal(jitter)
    return try CholeskyFactor(raised)
  }
}

/// The factor of a covariance matrix with the least jitter on its diagonal for which it has one: a few powers of ten times the
/// scale.
///
/// - Parameters:
///   - scale: the variance that a jitter is small beside. Where the covariances are differences, which may all be near zero, it
///     is the variance before the subtraction.
///   - factor: makes the factor of the matrix with a jitter added to its diagonal.
func factorized(
  scale: Double, _ factor: (_ jitter: Double) throws(NumericsError) -> CholeskyFactor
) throws(GaussianProcessError) -> (factor: CholeskyFactor, jitter: Double) {
  for share in [0, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7] {
    if let factor = try? factor(share * scale) { return (factor, share * scale) }
  }
  do throws(NumericsError) {
    return (try factor(1e-6 * scale), 1e-6 * scale)
  } catch {
    throw .numerics(error)
  }
}
