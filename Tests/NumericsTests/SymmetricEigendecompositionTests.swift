import Numerics
import Testing

struct SymmetricEigendecompositionTests {
  @Test func knownValues() throws {
    let decomposition = try SymmetricEigendecomposition(Matrix(rows: 2, columns: 2, storage: [2, 1, 1, 2]))
    #expect(abs(decomposition.values[0] - 1) < 1e-15 && abs(decomposition.values[1] - 3) < 1e-15)
  }

  @Test(arguments: [1, 3, 30, 120])
  func rebuildsTheMatrix(size: Int) throws {
    let matrix = CholeskyFactorTests.positiveDefinite(size)
    let decomposition = try SymmetricEigendecomposition(matrix)
    #expect(decomposition.values == decomposition.values.sorted())
    var scaled = decomposition.vectors
    for column in 0..<size { for row in 0..<size { scaled[row, column] *= decomposition.values[column] } }
    let rebuilt = scaled * decomposition.vectors.transposed
    #expect(zip(rebuilt.storage, matrix.storage).allSatisfy { abs($0 - $1) < 1e-10 })
  }

  @Test func infiniteElementsAreAnError() {
    #expect(throws: NumericsError.noEigendecomposition(size: 2)) {
      try SymmetricEigendecomposition(Matrix(rows: 2, columns: 2, repeating: .infinity))
    }
  }

  @Test func noRowsAreAllowed() throws {
    #expect(try SymmetricEigendecomposition(Matrix(rows: 0, columns: 0)).values.isEmpty)
  }
}
