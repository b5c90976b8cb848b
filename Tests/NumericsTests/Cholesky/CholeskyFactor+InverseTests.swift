import Numerics
import Testing

struct CholeskyFactorInverseTests {
  @Test(arguments: CholeskyFactorTests.sizes)
  func timesTheMatrixIsTheIdentity(size: Int) throws {
    let matrix = CholeskyFactorTests.positiveDefinite(size)
    let factor = try CholeskyFactor(matrix)
    let inverse = factor.inverse()
    #expect(distance(naiveProduct(matrix, inverse), identity(size)) < 1e-11)
    #expect(inverse == inverse.transposed)
    #expect(distance(factor.inverseDiagonal, inverse.diagonal) < 1e-12)
  }

  @Test func panelsOfAllLengthsServe() throws {
    let matrix = CholeskyFactorTests.positiveDefinite(300)
    var factor = CholeskyFactor.empty
    for rows in [0..<7, 7..<280, 280..<299, 299..<300] {
      factor = try factor.appending(
        crossCovariance: part(matrix, 0..<rows.lowerBound, rows), block: part(matrix, rows, rows))
    }
    #expect(distance(naiveProduct(matrix, factor.inverse()), identity(300)) < 1e-11)
    #expect(distance(factor.inverseDiagonal, factor.inverse().diagonal) < 1e-12)
  }

  @Test func theNumberOfWorkersChangesNoBit() throws {
    let factor = try CholeskyFactor(CholeskyFactorTests.positiveDefinite(3 * CholeskyFactor.panelLength + 7))
    let inverses = byDifferentNumbersOfWorkers { factor.inverse() }
    #expect(inverses[0] == inverses[1] && inverses[0] == inverses[2])
    let diagonals = byDifferentNumbersOfWorkers { factor.inverseDiagonal }
    #expect(diagonals[0] == diagonals[1] && diagonals[0] == diagonals[2])
  }
}
