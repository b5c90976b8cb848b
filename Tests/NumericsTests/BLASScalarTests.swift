import Numerics
import Testing

@Suite struct BLASScalarTests {
  /// [[1, 3], [2, 4]] times [[5, 7], [6, 8]], in all ways to transpose, from an offset.
  private func products<Scalar: BLASScalar>(_ type: Scalar.Type) -> [[Scalar]] {
    let (left, right): ([Scalar], [Scalar]) = ([9, 1, 2, 3, 4], [5, 6, 7, 8])
    let (a, b) = (MatrixBlock(offset: 1, rows: 2, columns: 2), MatrixBlock(rows: 2, columns: 2))
    return [(a, b), (a.transposed, b), (a, b.transposed), (a.transposed, b.transposed)].map { a, b in
      var result: [Scalar] = [0, 1, 1, 1, 1, 7]
      Scalar.multiply(left, a, right, b, keeping: 2, in: &result, MatrixBlock(offset: 1, rows: 2, columns: 2))
      return result
    }
  }

  @Test func productsAreAddedToWhatIsKept() {
    let expected: [[Double]] = [
      [0, 25, 36, 33, 48, 7], [0, 19, 41, 25, 55, 7], [0, 28, 40, 32, 46, 7], [0, 21, 45, 24, 52, 7],
    ]
    #expect(products(Double.self) == expected)
    #expect(products(Float.self).map { $0.map(Double.init) } == expected)
  }

  @Test func anEmptyProductChangesNothing() {
    var result: [Double] = [1]
    Double.multiply(
      [], MatrixBlock(rows: 0, columns: 3), [1, 2, 3], MatrixBlock(rows: 3, columns: 1), keeping: 0, in: &result,
      MatrixBlock(rows: 0, columns: 1))
    #expect(result == [1])
  }
}
