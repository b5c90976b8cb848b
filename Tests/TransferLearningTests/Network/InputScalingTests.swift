import Glibc
import Numerics
import Testing
import TransferLearning

@Suite struct InputScalingTests {
  @Test func namesAreThoseThatDocumentsHold() {
    #expect(InputTransform.allCases.map(\.rawValue) == ["identity", "signedLog"])
  }

  /// Column 0 is dense, 1 sparse, 2 constant, 3 never seen.
  private let inputs = NetworkInputs(
    rows: [[1, 0, 7, 0], [3, 0, 7, 0], [5, 4, 7, 0], [100, 9, 8, 9]], columns: 4)

  private func scaled(_ transform: InputTransform, learnt: [Int]) throws -> [[Double]] {
    let scaling = try InputScaling(inputs, rows: learnt, transform: transform)
    let rows: SparseRows<Double> = try scaling(inputs)
    return (0..<rows.rows).map { row in
      var numbers = [Double](repeating: 0, count: 4)
      for (column, value) in rows.elements(ofRow: row) { numbers[column] = value }
      return numbers
    }
  }

  @Test func denseColumnsAreStandardisedSparseOnesStayAndNothingLeavesTheRange() throws {
    let rows = try scaled(.identity, learnt: [0, 1, 2])
    let unit = (8.0 / 3).squareRoot()
    // The last row was not learnt from: it is moved to the ends of the range.
    let expected = [[-2 / unit, 0, 0, 0], [0, 0, 0, 0], [2 / unit, 4, 0, 0], [2 / unit, 4, 0, 0]]
    for (row, numbers) in zip(rows, expected) {
      #expect(zip(row, numbers).allSatisfy { abs($0 - $1) < 1e-12 }, "\(row) is not \(numbers)")
    }
  }

  @Test func countsBecomeLogarithms() throws {
    let rows = try scaled(.signedLog, learnt: [0, 1, 2])
    #expect(rows.map { $0[1] } == [0, 0, log1p(4), log1p(4)])
  }

  @Test func whatIsNotFiniteIsNamed() throws {
    let inputs = NetworkInputs(rows: [[0, 1], [0, .nan]], columns: 2)
    #expect(throws: TransferLearningError.nonFiniteInput(row: 1, column: 1)) {
      try InputScaling(inputs, rows: [0, 1], transform: .identity)
    }
  }
}
