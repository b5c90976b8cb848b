import Numerics
import Testing

struct CholeskyFactorSolvingTests {
  /// One column, few, and enough to be shared out among cores.
  @Test(arguments: CholeskyFactorTests.sizes, [0, 1, 8, 200])
  func solutionsSolve(size: Int, columns: Int) throws {
    let matrix = CholeskyFactorTests.positiveDefinite(size)
    let factor = try CholeskyFactor(matrix)
    let wanted = randomMatrix(size, columns, seed: 3)
    #expect(distance(factor.solve(naiveProduct(matrix, wanted)), wanted) < 1e-11)
    #expect(distance(factor.solveLower(naiveProduct(factor.lower, wanted)), wanted) < 1e-11)
    #expect(distance(factor.multiplyLower(wanted), naiveProduct(factor.lower, wanted)) < 1e-11)
  }

  @Test func vectorsAreColumns() throws {
    let factor = try CholeskyFactor(CholeskyFactorTests.positiveDefinite(300))
    let vector = randomMatrix(300, 1)
    #expect(factor.solve(vector.storage) == factor.solve(vector).storage)
    #expect(factor.solveLower(vector.storage) == factor.solveLower(vector).storage)
  }

  @Test func inPlaceIsTheSame() throws {
    let factor = try CholeskyFactor(CholeskyFactorTests.positiveDefinite(300))
    let right = randomMatrix(300, 5)
    var (both, lower) = (right, right)
    factor.solve(inPlace: &both)
    factor.solveLower(inPlace: &lower)
    #expect(both == factor.solve(right) && lower == factor.solveLower(right))
  }

  @Test(arguments: [1, 8, 200])
  func theNumberOfWorkersChangesNoBit(columns: Int) throws {
    let factor = try CholeskyFactor(CholeskyFactorTests.positiveDefinite(3 * CholeskyFactor.panelLength + 7))
    let right = randomMatrix(factor.size, columns)
    let solutions = byDifferentNumbersOfWorkers { factor.solve(right) }
    #expect(solutions[0] == solutions[1] && solutions[0] == solutions[2])
    let products = byDifferentNumbersOfWorkers { factor.multiplyLower(right) }
    #expect(products[0] == products[1] && products[0] == products[2])
  }
}
