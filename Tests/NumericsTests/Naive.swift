import Numerics

/// A matrix of standard normal numbers.
func randomMatrix(_ rows: Int, _ columns: Int, seed: UInt64 = 1) -> Matrix {
  var stream = RandomStream(seed: seed)
  return Matrix(rows: rows, columns: columns, storage: (0..<rows * columns).map { _ in stream.normal() })
}

/// The product as it is defined.
func naiveProduct(_ a: Matrix, _ b: Matrix) -> Matrix {
  var result = Matrix(rows: a.rows, columns: b.columns)
  for column in 0..<b.columns {
    for inner in 0..<a.columns {
      for row in 0..<a.rows { result[row, column] += a[row, inner] * b[inner, column] }
    }
  }
  return result
}

func identity(_ size: Int) -> Matrix {
  var result = Matrix(rows: size, columns: size)
  result.addToDiagonal(1)
  return result
}

/// The greatest difference of two elements at the same place; infinity if the shapes differ or anything is NaN.
func distance(_ a: Matrix, _ b: Matrix) -> Double {
  a.rows == b.rows && a.columns == b.columns ? distance(a.storage, b.storage) : .infinity
}

/// The greatest difference of two elements at the same place; infinity if the counts differ or anything is NaN.
func distance(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).reduce(0) {
    $1.0 == $1.1 ? $0 : $0.isNaN || ($1.0 - $1.1).isNaN ? .infinity : max($0, abs($1.0 - $1.1))
  }
}

/// Some rows and columns of a matrix.
func part(_ matrix: Matrix, _ rows: Range<Int>, _ columns: Range<Int>) -> Matrix {
  Matrix(rows: rows.count, columns: columns.count, storage: columns.flatMap { j in rows.map { i in matrix[i, j] } })
}

/// What is made by one worker, by two and by five.
func byDifferentNumbersOfWorkers<Result>(_ body: () throws -> Result) rethrows -> [Result] {
  try [1, 2, 5].map { workers in try Workers.$limit.withValue(workers) { try body() } }
}
