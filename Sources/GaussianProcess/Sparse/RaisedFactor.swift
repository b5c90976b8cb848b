internal import Numerics

/// The factor of a covariance matrix, with a jitter on its diagonal if needed: the least of a few powers of ten times
/// the scale, which is returned.
///
/// - Parameter scale: the variance that a jitter is small beside; nil for the average variance. Where the covariances
///   are differences, which may all be near zero, it is the variance before the subtraction.
func factorized(
  _ matrix: Matrix, scale: Double? = nil
) throws(GaussianProcessError) -> (factor: CholeskyFactor, jitter: Double) {
  let average = scale ?? matrix.diagonal.reduce(0, +) / Double(max(1, matrix.rows))
  var failure = NumericsError.notPositiveDefinite(order: 1, size: matrix.rows)
  for share in [0, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6] {
    var raised = matrix
    raised.addToDiagonal(share * average)
    do {
      return (try CholeskyFactor(raised), share * average)
    } catch {
      failure = error
    }
  }
  throw .numerics(failure)
}
