extension Matrix {
  /// |aᵢ − bⱼ|², the squared Euclidean distances between two sets of points, the columns of two matrices.
  ///
  /// They are computed from one product, |a|² + |b|² − 2 a·b, relative to the mean of the points; where that cancels
  /// (points much nearer to each other than to the mean), from the differences themselves. So none is negative, the
  /// relative error is about 10⁻¹¹, and equal points have distance exactly 0.
  ///
  /// - Parameters:
  ///   - a: d × n, n points.
  ///   - b: d × m, m points.
  /// - Returns: n × m.
  public static func squaredDistances(_ a: Matrix, _ b: Matrix) -> Matrix {
    precondition(a.rows == b.rows, "Points of \(a.rows) coordinates were compared with points of \(b.rows).")
    let centre = a.columnMean
    let (left, right) = (Points(a, about: centre), Points(b, about: centre))
    let rowBlocks = pieces(of: a.columns, length: blockLength)
    let columnBlocks = pieces(of: b.columns, length: blockLength)
    return left.withTiles { left in
      right.withTiles { right in
        Matrix(rows: a.columns, columns: b.columns) { result in
          let isSmall = a.storage.count * b.columns < smallestSharedWork
          concurrently(rowBlocks.count * columnBlocks.count, isSmall: isSmall) { index in
            let (row, column) = (rowBlocks[index % rowBlocks.count], columnBlocks[index / rowBlocks.count])
            setDistances(in: result, rows: row, of: left, columns: column, of: right)
          }
        }
      }
    }
  }

  /// The squared Euclidean distances among the columns of a matrix: exactly symmetric, with zeros on the diagonal, in
  /// half the time.
  public static func squaredDistances(_ points: Matrix) -> Matrix {
    let blocks = pieces(of: points.columns, length: blockLength)
    return Points(points, about: points.columnMean).withTiles { centred in
      Matrix(rows: points.columns, columns: points.columns) { result in
        let isSmall = points.storage.count * points.columns < smallestSharedWork
        forEachLowerPair(of: blocks.count, isSmall: isSmall) { row, column in
          setDistances(in: result, rows: blocks[row], of: centred, columns: blocks[column], of: centred)
          let tile = result.part(blocks[row], blocks[column])
          if row == column {
            tile.mirrorLower()
          } else {
            result.part(blocks[column], blocks[row]).copyTransposed(tile)
          }
        }
      }
    }
  }

  /// The mean of the columns; zeros if there are none.
  fileprivate var columnMean: [Double] {
    var mean = [Double](repeating: 0, count: rows)
    for column in 0..<columns {
      for row in 0..<rows { mean[row] += self[row, column] / Double(columns) }
    }
    return mean
  }
}

/// Points, and the same points shifted so that their mean is at the origin, with the squared lengths of the shifted
/// ones.
private struct Points {
  typealias Tiles = (original: Tile, centred: Tile, squares: Tile)

  let original: Matrix
  let centred: Matrix
  let squares: Matrix

  init(_ points: Matrix, about centre: [Double]) {
    var centred = points
    for column in 0..<points.columns {
      for row in 0..<points.rows { centred[row, column] -= centre[row] }
    }
    original = points
    self.centred = centred
    squares = Matrix(rows: points.columns, columns: 1, storage: centred.squaredColumnNorms)
  }

  func withTiles<Result>(_ body: (Tiles) -> Result) -> Result {
    original.withTile { original in centred.withTile { centred in squares.withTile { body((original, centred, $0)) } } }
  }
}

private func setDistances(
  in result: Tile, rows: Range<Int>, of left: Points.Tiles, columns: Range<Int>, of right: Points.Tiles
) {
  let coordinates = 0..<left.centred.rows
  let tile = result.part(rows, columns)
  tile.setProduct(
    left.centred.part(coordinates, rows), leftTransposed: true, times: right.centred.part(coordinates, columns),
    factor: -2)
  let rowSquares = unsafe left.squares.base + rows.lowerBound
  for column in 0..<columns.count {
    let square = right.squares[columns.lowerBound + column, 0]
    let target = unsafe tile.column(column)
    for row in 0..<rows.count {
      let sum = unsafe rowSquares[row] + square
      let distance = unsafe target[row] + sum
      unsafe target[row] = distance
      if distance < cancellation * sum {
        let a = unsafe left.original.column(rows.lowerBound + row)
        let b = unsafe right.original.column(columns.lowerBound + column)
        var direct = 0.0
        for index in coordinates {
          let difference = unsafe a[index] - b[index]
          direct += difference * difference
        }
        unsafe target[row] = direct
      }
    }
  }
}

/// The fraction of |a|² + |b|² below which a difference has lost too many digits.
private let cancellation = 1e-4

/// The number of points in a tile.
private let blockLength = 256
