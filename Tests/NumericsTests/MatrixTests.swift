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

  @Test func products() {
    #expect(a * a.transposed == Matrix(rows: 2, columns: 2, storage: [14, 32, 32, 77]))
    #expect(a * [1, 0, -1] == [-2, -2])
    #expect(Matrix.transposedProduct(a, a) == a.transposed * a)
    #expect(2 * a == a + a)
    #expect((a - a).storage.allSatisfy { $0 == 0 })
    #expect(a.elementwiseProduct(a).storage == [1, 16, 4, 25, 9, 36])
  }

  @Test func matricesWithoutElements() {
    let empty = Matrix(rows: 0, columns: 2)
    #expect(Matrix.transposedProduct(empty, empty) == Matrix(rows: 2, columns: 2))
    #expect((Matrix(rows: 2, columns: 0) * Matrix(rows: 0, columns: 3)) == Matrix(rows: 2, columns: 3))
    #expect(Matrix.transposedProduct(empty, Matrix(rows: 0, columns: 1)).storage == [0, 0])
  }

  @Test func diagonalIsAddedTo() {
    var b = Matrix(rows: 2, columns: 2, repeating: 1)
    b.addToDiagonal(0.5)
    #expect(b.storage == [1.5, 1, 1, 1.5])
  }
}
