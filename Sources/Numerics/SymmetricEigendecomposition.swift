internal import COpenBLAS

/// The eigendecomposition A = Q diag(values) Qᵀ of a symmetric matrix A.
public struct SymmetricEigendecomposition: Sendable, Hashable {
  /// The eigenvalues, in ascending order.
  public let values: [Double]
  /// Q: the eigenvectors, one a column, in the order of their values.
  public let vectors: Matrix

  /// Decomposes a symmetric matrix, of which only the lower triangle is read.
  public init(_ matrix: Matrix) throws(NumericsError) {
    precondition(matrix.rows == matrix.columns, "A \(matrix.rows)×\(matrix.columns) matrix is not symmetric.")
    guard matrix.storage.allSatisfy(\.isFinite) else { throw .noEigendecomposition(size: matrix.rows) }
    let size = matrix.rows
    var vectors = matrix
    var values = [Double](repeating: 0, count: size)
    if size > 0 {
      var withVectors = CChar(UInt8(ascii: "V"))
      var triangle = CChar(UInt8(ascii: "L"))
      var dimension = Int32(size)
      var status: Int32 = 0
      // The least workspaces that LAPACK's documentation allows, with room for blocks of 64 columns.
      var workSize = Int32(1 + 64 * size + 2 * size * size)
      var integerWorkSize = Int32(3 + 5 * size)
      var work = [Double](repeating: 0, count: Int(workSize))
      var integerWork = [Int32](repeating: 0, count: Int(integerWorkSize))
      unsafe dsyevd_(
        &withVectors, &triangle, &dimension, &vectors.storage, &dimension, &values, &work, &workSize, &integerWork,
        &integerWorkSize, &status, 1, 1)
      if status != 0 { throw .noEigendecomposition(size: size) }
    }
    self.values = values
    self.vectors = vectors
  }
}
