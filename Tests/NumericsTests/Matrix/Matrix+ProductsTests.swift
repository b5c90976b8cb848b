import Numerics
import Testing

struct MatrixProductsTests {
  let a = Matrix(rows: 2, columns: 3, storage: [1, 4, 2, 5, 3, 6])  // [1 2 3; 4 5 6]

  @Test func smallOnesByHand() {
    #expect(a * a.transposed == Matrix(rows: 2, columns: 2, storage: [14, 32, 32, 77]))
    #expect(a * [1, 0, -1] == [-2, -2])
    #expect(Matrix.transposedProduct(a, a) == a.transposed * a)
    #expect(Matrix.symmetricProduct(a) == a * a.transposed)
    #expect(Matrix.symmetricProduct(a, transposed: true) == a.transposed * a)
  }

  /// Rows, inner dimension, columns: about the edges of tiles too.
  @Test(arguments: [(1, 1, 1), (3, 700, 2), (511, 3, 257), (513, 20, 256), (600, 40, 1), (1030, 5, 530)])
  func equalTheirDefinition(rows: Int, inner: Int, columns: Int) {
    let (left, right) = (randomMatrix(rows, inner, seed: 1), randomMatrix(inner, columns, seed: 2))
    let naive = naiveProduct(left, right)
    #expect(distance(left * right, naive) < 1e-11)
    #expect(distance(Matrix.transposedProduct(left.transposed, right), naive) < 1e-11)
  }

  @Test(arguments: [(0, 3), (1, 4), (255, 3), (256, 700), (257, 2), (775, 30)])
  func symmetricProductsEqualProducts(size: Int, inner: Int) {
    let matrix = randomMatrix(size, inner)
    let product = Matrix.symmetricProduct(matrix)
    #expect(distance(product, naiveProduct(matrix, matrix.transposed)) < 1e-11)
    #expect(product == product.transposed)
    #expect(distance(Matrix.symmetricProduct(matrix.transposed, transposed: true), product) < 1e-11)
  }

  @Test func productsOfColumnsAreSubtracted() {
    let (matrix, before) = (randomMatrix(20, 9, seed: 1), randomMatrix(2, 7, seed: 2))
    var difference = before
    difference.subtractProducts(of: matrix, columns: 5..<7, with: 0..<7)
    let products = Matrix.transposedProduct(matrix, matrix)
    for column in 0..<7 {
      for row in 0..<2 {
        #expect(abs(difference[row, column] - before[row, column] + products[row + 5, column]) < 1e-12)
      }
    }
    var same = before
    same.subtractProducts(of: Matrix(rows: 0, columns: 9), columns: 5..<7, with: 0..<7)
    #expect(same == before)
  }

  @Test func matricesWithoutElements() {
    let empty = Matrix(rows: 0, columns: 2)
    #expect(Matrix.transposedProduct(empty, empty) == Matrix(rows: 2, columns: 2))
    #expect((Matrix(rows: 2, columns: 0) * Matrix(rows: 0, columns: 3)) == Matrix(rows: 2, columns: 3))
    #expect(Matrix.transposedProduct(empty, Matrix(rows: 0, columns: 1)).storage == [0, 0])
    #expect(Matrix.symmetricProduct(empty, transposed: true) == Matrix(rows: 2, columns: 2))
    #expect(Matrix.symmetricProduct(empty) == Matrix(rows: 0, columns: 0))
  }

  @Test func theNumberOfWorkersChangesNoBit() {
    let matrix = randomMatrix(775, 300)
    for products in [
      byDifferentNumbersOfWorkers { matrix * matrix.transposed },
      byDifferentNumbersOfWorkers { Matrix.transposedProduct(matrix, matrix) },
      byDifferentNumbersOfWorkers { Matrix.symmetricProduct(matrix) },
      byDifferentNumbersOfWorkers { Matrix.symmetricProduct(matrix, transposed: true) },
    ] {
      #expect(products[0] == products[1] && products[0] == products[2])
    }
  }
}
