import Glibc
import Numerics
import Testing

struct CholeskyFactorTests {
  /// A Aᵀ + I of a random A.
  static func positiveDefinite(_ size: Int) -> Matrix {
    var stream = RandomStream(seed: UInt64(size))
    let a = Matrix(rows: size, columns: size, storage: (0..<size * size).map { _ in stream.normal() })
    var result = a * a.transposed
    result.addToDiagonal(1)
    return result
  }

  @Test(arguments: [1, 2, 5, 40])
  func rebuildsAndSolves(size: Int) throws {
    let matrix = Self.positiveDefinite(size)
    let factor = try CholeskyFactor(matrix)
    #expect(distance(factor.lower * factor.lower.transposed, matrix) < 1e-11)
    let vector = (0..<size).map { Double($0) - 1.5 }
    #expect(distance(matrix * factor.solve(vector), vector) < 1e-10)
    let lower = factor.lower * factor.solveLower(vector)
    #expect(distance(lower, vector) < 1e-10)
    var identity = Matrix(rows: size, columns: size)
    identity.addToDiagonal(1)
    #expect(distance(factor.solve(identity).diagonal, factor.inverseDiagonal) < 1e-11)
  }

  @Test func determinant() throws {
    let matrix = Matrix(rows: 2, columns: 2, storage: [4, 2, 2, 3])
    #expect(abs(try CholeskyFactor(matrix).logDeterminant - log(8)) < 1e-14)
  }

  @Test func onlyTheLowerTriangleIsRead() throws {
    let full = Matrix(rows: 2, columns: 2, storage: [4, 2, 2, 3])
    let half = Matrix(rows: 2, columns: 2, storage: [4, 2, .nan, 3])
    #expect(try CholeskyFactor(full) == CholeskyFactor(half))
  }

  @Test(arguments: [(0, 6), (1, 5), (4, 2), (5, 1)])
  func appendingEqualsFactorisingAll(first: Int, added: Int) throws {
    let matrix = Self.positiveDefinite(6)
    func part(_ rows: Range<Int>, _ columns: Range<Int>) -> Matrix {
      Matrix(
        rows: rows.count, columns: columns.count, storage: columns.flatMap { j in rows.map { i in matrix[i, j] } })
    }
    let start = try CholeskyFactor(part(0..<first, 0..<first))
    let extended = try start.appending(
      crossCovariance: part(0..<first, first..<6), block: part(first..<first + added, first..<6))
    #expect(distance(extended.lower, try CholeskyFactor(matrix).lower) < 1e-12)
  }

  @Test func notPositiveDefiniteIsAnError() throws {
    let singular = Matrix(rows: 2, columns: 2, storage: [1, 2, 2, 1])
    #expect(throws: NumericsError.notPositiveDefinite(order: 2, size: 2)) { try CholeskyFactor(singular) }
    #expect(throws: NumericsError.self) { try CholeskyFactor(Matrix(rows: 1, columns: 1, repeating: .nan)) }
    let one = try CholeskyFactor(Matrix(rows: 1, columns: 1, repeating: 1))
    #expect(throws: NumericsError.notPositiveDefinite(order: 2, size: 2)) {
      try one.appending(
        crossCovariance: Matrix(rows: 1, columns: 1, repeating: 1), block: Matrix(rows: 1, columns: 1, repeating: 1))
    }
  }

  private func distance(_ a: Matrix, _ b: Matrix) -> Double { distance(a.storage, b.storage) }
  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    a.count == b.count ? zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } : .infinity
  }
}
