extension Matrix {
  /// The matrix product.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(left.columns == right.rows, "A matrix of \(left.columns) columns times one of \(right.rows) rows.")
    return product(left, right, leftTransposed: false)
  }

  /// The matrix times a column vector.
  public static func * (left: Matrix, right: [Double]) -> [Double] {
    (left * Matrix(rows: right.count, columns: 1, storage: right)).storage
  }

  /// leftᵀ · right, without forming the transpose.
  public static func transposedProduct(_ left: Matrix, _ right: Matrix) -> Matrix {
    precondition(left.rows == right.rows, "A matrix of \(left.rows) rows, transposed, times one of \(right.rows) rows.")
    return product(left, right, leftTransposed: true)
  }

  /// A Aᵀ, or Aᵀ A if transposed: exactly symmetric, in half the time of a product.
  public static func symmetricProduct(_ matrix: Matrix, transposed: Bool = false) -> Matrix {
    let size = transposed ? matrix.columns : matrix.rows
    let inner = transposed ? matrix.rows : matrix.columns
    let blocks = pieces(of: size, length: tileLength)
    return matrix.withTile { source in
      @Sendable func part(_ range: Range<Int>) -> Tile {
        transposed ? source.part(0..<inner, range) : source.part(range, 0..<inner)
      }
      return Matrix(rows: size, columns: size) { result in
        forEachLowerPair(of: blocks.count, isSmall: size * size * inner < smallestSharedWork) { row, column in
          let tile = result.part(blocks[row], blocks[column])
          if row == column {
            tile.setLowerSquare(part(blocks[row]), transposed: transposed)
            tile.mirrorLower()
          } else {
            tile.setProduct(
              part(blocks[row]), leftTransposed: transposed, times: part(blocks[column]), rightTransposed: !transposed)
            result.part(blocks[column], blocks[row]).copyTransposed(tile)
          }
        }
      }
    }
  }

  /// Subtracts the products of some columns of another matrix with some of its columns: Aᵢᵀ Aⱼ, on one core.
  package mutating func subtractProducts(of matrix: Matrix, columns left: Range<Int>, with right: Range<Int>) {
    precondition(
      left.count == rows && right.count == columns,
      "Products of \(left.count) and \(right.count) columns were subtracted from \(rows)×\(columns) elements.")
    let inner = 0..<matrix.rows
    matrix.withTile { source in
      withMutableTile { target in
        target.setProduct(
          source.part(inner, left), leftTransposed: true, times: source.part(inner, right), factor: -1, adding: true)
      }
    }
  }

  private static func product(_ left: Matrix, _ right: Matrix, leftTransposed: Bool) -> Matrix {
    let rows = leftTransposed ? left.columns : left.rows
    let inner = leftTransposed ? left.rows : left.columns
    let rowBlocks = pieces(of: rows, length: 2 * tileLength)
    let columnBlocks = pieces(of: right.columns, length: tileLength)
    return left.withTile { a in
      right.withTile { b in
        Matrix(rows: rows, columns: right.columns) { result in
          let isSmall = rows * right.columns * inner < smallestSharedWork
          concurrently(rowBlocks.count * columnBlocks.count, isSmall: isSmall) { index in
            let rowBlock = rowBlocks[index % rowBlocks.count]
            let columnBlock = columnBlocks[index / rowBlocks.count]
            result.part(rowBlock, columnBlock).setProduct(
              leftTransposed ? a.part(0..<inner, rowBlock) : a.part(rowBlock, 0..<inner),
              leftTransposed: leftTransposed,
              times: b.part(0..<inner, columnBlock))
          }
        }
      }
    }
  }
}

/// The number of columns of a product's tile.
private let tileLength = 256

/// The number of multiplications above which sharing them among the cores pays off.
let smallestSharedWork = 1 << 19

/// Calls a closure for each row ≥ column of a square table, on all cores.
func forEachLowerPair(of count: Int, isSmall: Bool, _ body: @Sendable (_ row: Int, _ column: Int) -> Void) {
  let pairs = (0..<count).flatMap { column in (column..<count).map { (row: $0, column: column) } }
  concurrently(pairs.count, isSmall: isSmall) { body(pairs[$0].row, pairs[$0].column) }
}
