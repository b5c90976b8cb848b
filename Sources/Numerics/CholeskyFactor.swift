internal import COpenBLAS
internal import Glibc

/// The lower triangular L with L Lᵀ = A of a symmetric positive definite matrix A.
///
/// Nothing is ever added to the diagonal: a matrix that is not positive definite, or only by rounding, is an error.
public struct CholeskyFactor: Sendable, Hashable {
  /// L, with zeros above its diagonal.
  public let lower: Matrix

  /// The number of rows of A.
  public var size: Int { lower.rows }

  /// Factorises a symmetric matrix, of which only the lower triangle is read.
  public init(_ matrix: Matrix) throws(NumericsError) {
    try self.init(matrix, diagonal: matrix.diagonal)
  }

  /// - Parameter diagonal: what a pivot must not vanish beside. One that is no more than rounding has left of it (equal
  ///   rows) would make all that is solved for meaningless.
  private init(_ matrix: Matrix, diagonal: [Double]) throws(NumericsError) {
    precondition(matrix.rows == matrix.columns, "A \(matrix.rows)×\(matrix.columns) matrix has no Cholesky factor.")
    let size = matrix.rows
    var factor = matrix
    if size > 0 {
      var dimension = Int32(size)
      var status: Int32 = 0
      var triangle = lowerTriangle
      unsafe dpotrf_(&triangle, &dimension, &factor.storage, &dimension, &status, 1)
      if status != 0 { throw .notPositiveDefinite(order: Int(status), size: size) }
      for column in 0..<size {
        let pivot = factor[column, column]
        let rounding = 4 * Double(size) * Double.ulpOfOne * diagonal[column]
        // A NaN, which passes LAPACK's test of the sign, is refused as well.
        guard pivot * pivot > rounding else { throw .notPositiveDefinite(order: column + 1, size: size) }
        for row in 0..<column { factor[row, column] = 0 }
      }
    }
    lower = factor
  }

  private init(lower: Matrix) { self.lower = lower }

  /// The factor of the matrix without rows, to append to.
  public static let empty = CholeskyFactor(lower: Matrix(rows: 0, columns: 0))

  /// log |A|.
  public var logDeterminant: Double { 2 * lower.diagonal.reduce(0) { $0 + log($1) } }

  /// A⁻¹ b.
  public func solve(_ vector: [Double]) -> [Double] {
    solve(Matrix(rows: vector.count, columns: 1, storage: vector)).storage
  }

  /// A⁻¹ B.
  public func solve(_ matrix: Matrix) -> Matrix {
    var result = matrix
    solveTriangle(transposed: false, in: &result)
    solveTriangle(transposed: true, in: &result)
    return result
  }

  /// L⁻¹ b.
  public func solveLower(_ vector: [Double]) -> [Double] {
    solveLower(Matrix(rows: vector.count, columns: 1, storage: vector)).storage
  }

  /// L⁻¹ B.
  public func solveLower(_ matrix: Matrix) -> Matrix {
    var result = matrix
    solveTriangle(transposed: false, in: &result)
    return result
  }

  /// The diagonal of A⁻¹.
  public var inverseDiagonal: [Double] {
    guard size > 0 else { return [] }
    var inverse = lower
    var dimension = Int32(size)
    var status: Int32 = 0
    var triangle = lowerTriangle
    var diagonal = generalDiagonal
    // The status is an exact zero on L's diagonal, which a factor does not have.
    unsafe dtrtri_(&triangle, &diagonal, &dimension, &inverse.storage, &dimension, &status, 1, 1)
    return (0..<size).map { column in inverse.column(column).dropFirst(column).reduce(0) { $0 + $1 * $1 } }
  }

  /// The factor of the larger matrix [[A, C], [Cᵀ, B]]: O(b n²) for b new rows where a new factor costs O((n + b)³).
  ///
  /// - Parameters:
  ///   - crossCovariance: C, n × b.
  ///   - block: B, b × b, of which only the lower triangle is read.
  public func appending(crossCovariance: Matrix, block: Matrix) throws(NumericsError) -> CholeskyFactor {
    let added = block.rows
    precondition(
      crossCovariance.rows == size && crossCovariance.columns == added,
      "A factor of size \(size) cannot be extended by a \(crossCovariance.rows)×\(crossCovariance.columns) block.")
    let solved = solveLower(crossCovariance)
    let corner: CholeskyFactor
    do {
      corner = try CholeskyFactor(block - Matrix.transposedProduct(solved, solved), diagonal: block.diagonal)
    } catch .notPositiveDefinite(let order, _) {
      throw .notPositiveDefinite(order: size + order, size: size + added)
    }
    var extended = Matrix(rows: size + added, columns: size + added)
    for column in 0..<size {
      for row in column..<size { extended[row, column] = lower[row, column] }
      for row in 0..<added { extended[size + row, column] = solved[column, row] }
    }
    for column in 0..<added {
      for row in column..<added { extended[size + row, size + column] = corner.lower[row, column] }
    }
    return CholeskyFactor(lower: extended)
  }

  private func solveTriangle(transposed: Bool, in matrix: inout Matrix) {
    precondition(matrix.rows == size, "A factor of size \(size) cannot solve for \(matrix.rows) rows.")
    guard matrix.rows > 0, matrix.columns > 0 else { return }
    unsafe cblas_dtrsm(
      CblasColMajor, CblasLeft, CblasLower,
      transposed ? CblasTrans : CblasNoTrans, CblasNonUnit, Int32(matrix.rows),
      Int32(matrix.columns), 1, lower.storage, Int32(size), &matrix.storage, Int32(matrix.rows))
  }
}

private let lowerTriangle = CChar(UInt8(ascii: "L"))
private let generalDiagonal = CChar(UInt8(ascii: "N"))
