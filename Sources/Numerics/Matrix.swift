internal import COpenBLAS

/// A dense matrix of doubles, stored column by column.
///
/// Products go through OpenBLAS on one thread, so that results do not depend on the machine's load or number of cores.
public struct Matrix: Sendable, Hashable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The elements, column by column: rows × columns of them.
  public var storage: [Double]

  /// A matrix of one value everywhere.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.init(rows: rows, columns: columns, storage: Array(repeating: value, count: rows * columns))
  }

  /// A matrix from its elements, column by column.
  public init(rows: Int, columns: Int, storage: [Double]) {
    precondition(storage.count == rows * columns, "A \(rows)×\(columns) matrix cannot hold \(storage.count) elements.")
    self.rows = rows
    self.columns = columns
    self.storage = storage
  }

  /// The element at a row and a column, both from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { storage[row + column * rows] }
    set { storage[row + column * rows] = newValue }
  }

  /// The elements of a column.
  public func column(_ column: Int) -> ArraySlice<Double> { storage[column * rows..<(column + 1) * rows] }

  /// The elements on the diagonal.
  public var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

  /// Columns turned to rows.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for column in 0..<columns { for row in 0..<rows { result[column, row] = self[row, column] } }
    return result
  }

  /// Adds a value to each element of the diagonal.
  public mutating func addToDiagonal(_ value: Double) {
    for index in 0..<min(rows, columns) { self[index, index] += value }
  }

  /// The matrix product.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(left.columns == right.rows, "A matrix of \(left.columns) columns times one of \(right.rows) rows.")
    return product(left, right, leftTransposed: false)
  }

  /// The matrix times a column vector.
  public static func * (left: Matrix, right: [Double]) -> [Double] {
    (left * Matrix(rows: right.count, columns: 1, storage: right)).storage
  }

  /// leftᵀ · right, without forming the transpose.
  public static func transposedProduct(_ left: Matrix, _ right: Matrix) -> Matrix {
    precondition(left.rows == right.rows, "A matrix of \(left.rows) rows, transposed, times one of \(right.rows) rows.")
    return product(left, right, leftTransposed: true)
  }

  /// The element-wise sum.
  public static func + (left: Matrix, right: Matrix) -> Matrix { left.combined(with: right, by: +) }

  /// The element-wise difference.
  public static func - (left: Matrix, right: Matrix) -> Matrix { left.combined(with: right, by: -) }

  /// The element-wise (Hadamard) product.
  public func elementwiseProduct(_ other: Matrix) -> Matrix { combined(with: other, by: *) }

  /// Every element times a factor.
  public static func * (factor: Double, matrix: Matrix) -> Matrix {
    Matrix(rows: matrix.rows, columns: matrix.columns, storage: matrix.storage.map { factor * $0 })
  }

  private func combined(with other: Matrix, by operation: (Double, Double) -> Double) -> Matrix {
    precondition(
      rows == other.rows && columns == other.columns,
      "A \(rows)×\(columns) matrix was combined with a \(other.rows)×\(other.columns) one.")
    var result = self
    for index in storage.indices { result.storage[index] = operation(storage[index], other.storage[index]) }
    return result
  }

  private static func product(_ left: Matrix, _ right: Matrix, leftTransposed: Bool) -> Matrix {
    let (rows, inner) = leftTransposed ? (left.columns, left.rows) : (left.rows, left.columns)
    var result = Matrix(rows: rows, columns: right.columns)
    guard rows > 0, inner > 0, right.columns > 0 else { return result }
    let transposition = leftTransposed ? CblasTrans : CblasNoTrans
    if right.columns == 1 {
      unsafe cblas_dgemv(
        CblasColMajor, transposition, Int32(left.rows), Int32(left.columns), 1,
        left.storage, Int32(left.rows), right.storage, 1, 0, &result.storage, 1)
    } else {
      unsafe cblas_dgemm(
        CblasColMajor, transposition, CblasNoTrans, Int32(rows),
        Int32(right.columns), Int32(inner), 1, left.storage, Int32(left.rows), right.storage, Int32(inner), 0,
        &result.storage, Int32(rows))
    }
    return result
  }
}
