import Numerics
import Testing

struct MatrixTests {
  let a = Matrix(rows: 2, columns: 3, storage: [1, 4, 2, 5, 3, 6])  // [1 2 3; 4 5 6]

  @Test func isStoredByColumns() {
    #expect(a[0, 2] == 3 && a[1, 0] == 4)
    #expect(Array(a.column(1)) == [2, 5])
    #expect(a.transposed == Matrix(rows: 3, columns: 2, storage: [1, 2, 3, 4, 5, 6]))
    #expect(a.diagonal == [1, 5])
  }

  @Test(arguments: [(0, 3), (1, 1), (17, 300), (700, 41)])
  func transpositionExchangesIndices(rows: Int, columns: Int) {
    let matrix = randomMatrix(rows, columns)
    let transposed = matrix.transposed
    #expect(transposed.rows == columns && transposed.columns == rows)
    for column in 0..<columns { #expect((0..<rows).allSatisfy { transposed[column, $0] == matrix[$0, column] }) }
  }

  @Test func diagonalIsAddedTo() {
    var b = Matrix(rows: 2, columns: 2, repeating: 1)
    b.addToDiagonal(0.5)
    #expect(b.storage == [1.5, 1, 1, 1.5])
  }
}
