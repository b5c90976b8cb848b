import Numerics
import Testing

@Suite struct SparseRowsTests {
  /// [[0, 2, 0], [1, 0, 3], [0, 0, 0]].
  private let rows: SparseRows<Double> = {
    var rows = SparseRows<Double>(columns: 3)
    for row in [[0, 2, 0], [1, 0, 3], [0, 0, 0.0]] { rows.append(row.enumerated().map { ($0.offset, $0.element) }) }
    return rows
  }()

  @Test func onlyWhatIsNotZeroIsKept() {
    #expect(rows.rows == 3 && rows.density == 3.0 / 9)
    #expect(rows.elements(ofRow: 1).map(\.column) == [0, 2])
    #expect(rows.elements(ofRow: 1).map(\.value) == [1, 3])
    #expect(rows.elements(ofRow: 2).isEmpty)
    #expect(SparseRows<Float>(columns: 0).density == 0)
  }

  @Test func productsAreThoseOfTheDenseMatrix() {
    // Weights [[1, 2, 3], [4, 5, 6]], after one other number.
    let weights: [Double] = [99, 1, 4, 2, 5, 3, 6]
    let block = MatrixBlock(offset: 1, rows: 2, columns: 3)
    var result: [Double] = [100, 0, 0, 0]
    rows.addProduct(rows: [0, 1, 2][1...2], weights: weights, block, to: &result)
    #expect(result == [110, 22, 0, 0])
    var sums = [Double](repeating: 0, count: 7)
    rows.addOuterProduct(rows: [1, 0][...], differences: [1, 2, 10, 20], to: &sums, block)
    #expect(sums == [0, 1, 2, 20, 40, 3, 6])
  }

  @Test func rowsAreSpreadWithTheirZeros() {
    var result = [Double](repeating: 9, count: 7)
    rows.spread(rows: [1, 0][...], into: &result)
    #expect(result == [1, 0, 3, 0, 2, 0, 9])
  }
}
