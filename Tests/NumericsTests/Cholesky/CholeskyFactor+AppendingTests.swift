import Numerics
import Testing

struct CholeskyFactorAppendingTests {
  private static let panel = CholeskyFactor.panelLength

  private func appended(_ matrix: Matrix, in steps: [Int]) throws -> CholeskyFactor {
    var factor = CholeskyFactor.empty
    for step in steps {
      let (old, new) = (0..<factor.size, factor.size..<factor.size + step)
      factor = try factor.appending(crossCovariance: part(matrix, old, new), block: part(matrix, new, new))
    }
    return factor
  }

  @Test(arguments: [
    [0, 6], [6, 0], [1, 5], [4, 2], [5, 1], [1, 1, 1, 1, 1, 1], [panel - 1, 1], [panel, 1], [panel + 1, panel],
    [2 * panel, 8, 8, 8, 8], [3, 3 * panel + 1], Array(repeating: 8, count: 40), [panel, 20, 30, 3, 2, 1, 100, 90],
  ])
  func equalsFactorisingAll(steps: [Int]) throws {
    let size = steps.reduce(0, +)
    let matrix = CholeskyFactorTests.positiveDefinite(size)
    let factor = try appended(matrix, in: steps)
    let whole = try CholeskyFactor(matrix)
    #expect(distance(factor.lower, whole.lower) < 1e-12)
    let right = randomMatrix(size, 3)
    #expect(distance(factor.solve(right), whole.solve(right)) < 1e-10)
    #expect(abs(factor.logDeterminant - whole.logDeterminant) < 1e-10)
  }

  @Test(arguments: [(0, 8), (panel - 3, 5), (2 * panel, 8), (panel + 20, 2 * panel), (7, 0)])
  func aSolutionGrowsWithTheFactor(old: Int, new: Int) throws {
    let matrix = CholeskyFactorTests.positiveDefinite(old + new)
    let factor = try appended(matrix, in: [old, new])
    let vector = randomMatrix(old + new, 1).storage
    let before = try CholeskyFactor(part(matrix, 0..<old, 0..<old)).solveLower(Array(vector[..<old]))
    let grown = factor.solveLower(vector, after: before)
    #expect(zip(grown, factor.solveLower(vector)).allSatisfy { abs($0 - $1) < 1e-11 })
    #expect(zip(factor.solveUpper(grown), factor.solve(vector)).allSatisfy { abs($0 - $1) < 1e-11 })
  }

  @Test func theOldFactorStaysAsItWas() throws {
    let matrix = CholeskyFactorTests.positiveDefinite(40)
    let old = try CholeskyFactor(part(matrix, 0..<30, 0..<30))
    let before = old.lower
    _ = try old.appending(crossCovariance: part(matrix, 0..<30, 30..<40), block: part(matrix, 30..<40, 30..<40))
    #expect(old.size == 30 && old.lower == before)
  }

  @Test func equalFactorsAreEqualWhateverTheirPanels() throws {
    // Without rounding: the identity.
    let unit = identity(Self.panel + 10)
    #expect(try appended(unit, in: [Self.panel, 7, 3]) == CholeskyFactor(unit))
    #expect(Set([try appended(unit, in: [Self.panel, 7, 3]), try CholeskyFactor(unit)]).count == 1)
  }

  @Test func theNumberOfWorkersChangesNoBit() throws {
    let matrix = CholeskyFactorTests.positiveDefinite(3 * Self.panel + 7)
    let factors = try byDifferentNumbersOfWorkers { try appended(matrix, in: [2 * Self.panel, 8, Self.panel - 1]) }
    #expect(factors[0].lower.storage == factors[1].lower.storage)
    #expect(factors[0].lower.storage == factors[2].lower.storage)
  }

  @Test func onlyTheLowerTriangleOfTheBlockIsRead() throws {
    var matrix = CholeskyFactorTests.positiveDefinite(6)
    let whole = try appended(matrix, in: [4, 2])
    matrix[4, 5] = .nan
    #expect(try appended(matrix, in: [4, 2]) == whole)
  }

  @Test func notPositiveDefiniteIsAnError() throws {
    let one = try CholeskyFactor(Matrix(rows: 1, columns: 1, repeating: 1))
    #expect(throws: NumericsError.notPositiveDefinite(order: 2, size: 2)) {
      try one.appending(
        crossCovariance: Matrix(rows: 1, columns: 1, repeating: 1), block: Matrix(rows: 1, columns: 1, repeating: 1))
    }
    let matrix = CholeskyFactorTests.positiveDefinite(300)
    let factor = try CholeskyFactor(matrix)
    // The last of three new rows repeats an old one.
    var cross = randomMatrix(300, 3)
    for row in 0..<300 { cross[row, 2] = matrix[row, 17] }
    var block = 1e6 * identity(3)
    block[2, 2] = matrix[17, 17]
    (block[2, 0], block[2, 1]) = (cross[17, 0], cross[17, 1])
    #expect(throws: NumericsError.notPositiveDefinite(order: 303, size: 303)) {
      try factor.appending(crossCovariance: cross, block: block)
    }
  }
}
