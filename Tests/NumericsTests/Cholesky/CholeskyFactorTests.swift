import Glibc
import Numerics
import Testing

struct CholeskyFactorTests {
  /// None, few, and those about the edges of panels.
  static let sizes: [Int] = {
    let panel = CholeskyFactor.panelLength
    return [0, 1, 2, 5, panel - 1, panel, panel + 1, 3 * panel + 7]
  }()

  /// A Aᵀ / n + I of a random A.
  static func positiveDefinite(_ size: Int) -> Matrix {
    let a = randomMatrix(size, size, seed: UInt64(size))
    var result = (1 / Double(max(size, 1))) * Matrix.symmetricProduct(a)
    result.addToDiagonal(1)
    return result
  }

  /// Row by row, as in a textbook.
  private func naiveFactor(_ matrix: Matrix) -> Matrix {
    var rows: [[Double]] = []
    for i in 0..<matrix.rows {
      var row: [Double] = []
      for j in 0...i {
        var rest = matrix[i, j]
        let other = j == i ? row : rows[j]
        for k in 0..<j { rest -= row[k] * other[k] }
        row.append(j == i ? rest.squareRoot() : rest / other[j])
      }
      rows.append(row)
    }
    var result = Matrix(rows: matrix.rows, columns: matrix.rows)
    for (i, row) in rows.enumerated() { for (j, element) in row.enumerated() { result[i, j] = element } }
    return result
  }

  @Test(arguments: sizes)
  func equalsTheTextbooks(size: Int) throws {
    let matrix = Self.positiveDefinite(size)
    let factor = try CholeskyFactor(matrix)
    #expect(factor.size == size)
    let naive = naiveFactor(matrix)
    #expect(distance(factor.lower, naive) < 1e-12)
    #expect(abs(factor.logDeterminant - 2 * naive.diagonal.reduce(0) { $0 + log($1) }) < 1e-10)
  }

  @Test(arguments: sizes)
  func isScaledLikeItsMatrix(size: Int) throws {
    let matrix = Self.positiveDefinite(size)
    let factor = try CholeskyFactor(matrix)
    let scaled = factor.scaled(by: 1.75)
    #expect(distance(scaled.lower, try CholeskyFactor(1.75 * 1.75 * matrix).lower) < 1e-12)
    #expect(factor == (try CholeskyFactor(matrix)))
  }

  @Test(arguments: sizes)
  func panelsOnDemandEqualAMatrix(size: Int) throws {
    let matrix = Self.positiveDefinite(size)
    let factor = try CholeskyFactor(size: size) { rows, elements in
      for column in 0..<rows.upperBound {
        for row in rows where row >= column {
          elements[row - rows.lowerBound + column * rows.count] = matrix[row, column]
        }
      }
    }
    #expect(factor.lower.storage == (try CholeskyFactor(matrix).lower.storage))
  }

  @Test(arguments: sizes)
  func theNumberOfWorkersChangesNoBit(size: Int) throws {
    let matrix = Self.positiveDefinite(size)
    let factors = try byDifferentNumbersOfWorkers { try CholeskyFactor(matrix) }
    #expect(factors[0] == factors[1] && factors[0] == factors[2])
  }

  @Test func determinant() throws {
    let matrix = Matrix(rows: 2, columns: 2, storage: [4, 2, 2, 3])
    #expect(abs(try CholeskyFactor(matrix).logDeterminant - log(8)) < 1e-14)
  }

  @Test(arguments: [2, CholeskyFactor.panelLength + 1])
  func onlyTheLowerTriangleIsRead(size: Int) throws {
    let full = Self.positiveDefinite(size)
    var half = full
    for column in 0..<size { for row in 0..<column { half[row, column] = .nan } }
    #expect(try CholeskyFactor(full) == CholeskyFactor(half))
  }

  @Test func equalFactorsHaveEqualHashes() throws {
    let matrix = Self.positiveDefinite(9)
    let whole = try CholeskyFactor(matrix)
    #expect(Set([whole, try CholeskyFactor(matrix), .empty]).count == 2)
    #expect(whole != (try CholeskyFactor(2 * matrix)))
  }

  @Test func notPositiveDefiniteIsAnError() {
    let singular = Matrix(rows: 2, columns: 2, storage: [1, 2, 2, 1])
    #expect(throws: NumericsError.notPositiveDefinite(order: 2, size: 2)) { try CholeskyFactor(singular) }
    #expect(throws: NumericsError.notPositiveDefinite(order: 1, size: 1)) {
      try CholeskyFactor(Matrix(rows: 1, columns: 1, repeating: .nan))
    }
  }

  @Test(arguments: [3, CholeskyFactor.panelLength - 1, CholeskyFactor.panelLength, 2 * CholeskyFactor.panelLength + 40])
  func theFirstVanishingMinorIsNamed(row: Int) throws {
    var matrix = Self.positiveDefinite(3 * CholeskyFactor.panelLength)
    // A row equal to the one before it, and further on one that is not finite.
    for other in 0..<matrix.rows {
      matrix[row, other] = matrix[row - 1, other]
      matrix[other, row] = matrix[row - 1, other]
    }
    matrix[row, row] = matrix[row - 1, row - 1]
    matrix[row, row - 1] = matrix[row - 1, row - 1]
    matrix[row + 5, row + 5] = .nan
    let expected = NumericsError.notPositiveDefinite(order: row + 1, size: matrix.rows)
    for workers in [1, 2, 5] {
      #expect(throws: expected) { try Workers.$limit.withValue(workers) { try CholeskyFactor(matrix) } }
    }
  }
}
