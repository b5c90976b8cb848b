/// An error of linear algebra.
public enum NumericsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A Cholesky factor does not exist: the leading minor of this order (1 is the first) is not positive.
  case notPositiveDefinite(order: Int, size: Int)
  /// An eigendecomposition did not converge, or its input is not finite.
  case noEigendecomposition(size: Int)

  /// A full sentence that names the cause and the remedy.
  public var description: String {
    switch self {
    case .notPositiveDefinite(let order, let size):
      "The \(size)×\(size) matrix is not positive definite "
        + "(its leading minor of order \(order) is not positive, beyond rounding): "
        + "equal rows need a noise variance above zero on the diagonal."
    case .noEigendecomposition(let size):
      "The eigenvalues of the \(size)×\(size) matrix could not be found: check that all its elements are finite."
    }
  }
}
