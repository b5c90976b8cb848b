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
    return distances(
      Points(a, about: centre), rows: 0..<a.columns, Points(b, about: centre), columns: 0..<b.columns)
  }

  /// The squared Euclidean distances among the columns of a matrix: exactly symmetric, with zeros on the diagonal, in
  /// half the time.
  public static func squaredDistances(_ points: Matrix) -> Matrix {
    let blocks = pieces(of: points.columns, length: blockLength)
    return Points(points, about: points.columnMean).withTiles { centred in
      Matrix(rows: points.columns, columns: points.columns) { result in
        let isSmall = points.storage.count * points.columns < smallestSharedWork
        forEachLowerPair(of: blocks.count, isSmall: isSmall) { row, column in
          let tile = result.part(blocks[row], blocks[column])
          setDistances(in: tile, rows: blocks[row], of: centred, columns: blocks[column], of: centred)
          if row == column {
            tile.mirrorLower()
          } else {
            result.part(blocks[column], blocks[row]).copyTransposed(tile)
          }
        }
      }
    }
  }

  /// Subtracts a vector from each column.
  fileprivate mutating func subtractFromColumns(_ vector: [Double]) {
    precondition(vector.count == rows, "A vector of \(vector.count) elements was subtracted from columns of \(rows).")
    withMutableTile { tile in
      unsafe vector.withUnsafeBufferPointer { vector in
        for column in 0..<tile.columns {
          let target = unsafe tile.column(column)
          for row in 0..<tile.rows { unsafe target[row] -= unsafe vector[row] }
        }
      }
    }
  }

  /// The mean of the columns; zeros if there are none.
  fileprivate var columnMean: [Double] {
    var mean = [Double](repeating: 0, count: rows)
    let share = Double(columns)
    for column in 0..<columns {
      for (row, value) in self.column(column).enumerated() { mean[row] += value / share }
    }
    return mean
  }
}

/// Points, the columns of a matrix, between which distances are asked for block by block.
package struct PointSet: Sendable {
  private let points: Points

  /// The columns of a matrix.
  package init(_ points: Matrix) {
    self.points = Points(points, about: points.columnMean)
  }

  /// The squared distances of a range of the points (rows) from another (columns), as ``Matrix/squaredDistances(_:_:)`` has
  /// them.
  package func squaredDistances(_ rows: Range<Int>, _ columns: Range<Int>) -> Matrix {
    distances(points, rows: rows, points, columns: columns)
  }
}

/// The squared distances of some of the points on the left (rows) from some on the right (columns).
private func distances(_ left: Points, rows: Range<Int>, _ right: Points, columns: Range<Int>) -> Matrix {
  let rowBlocks = pieces(of: rows.count, length: blockLength)
  let columnBlocks = pieces(of: columns.count, length: blockLength)
  return left.withTiles { left in
    right.withTiles { right in
      Matrix(rows: rows.count, columns: columns.count) { result in
        let isSmall = left.original.rows * rows.count * columns.count < smallestSharedWork
        concurrently(rowBlocks.count * columnBlocks.count, isSmall: isSmall) { index in
          let (row, column) = (rowBlocks[index % rowBlocks.count], columnBlocks[index / rowBlocks.count])
          setDistances(
            in: result.part(row, column), rows: row.shifted(by: rows.lowerBound), of: left,
            columns: column.shifted(by: columns.lowerBound), of: right)
        }
      }
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range { lowerBound + distance..<upperBound + distance }
}

/// Points, and the same points shifted so that their mean is at the origin, with the squared lengths of the shifted
/// ones.
private struct Points: Sendable {
  typealias Tiles = (original: Tile, centred: Tile, squares: Tile)

  let original: Matrix
  let centred: Matrix
  let squares: Matrix

  init(_ points: Matrix, about centre: [Double]) {
    var centred = points
    centred.subtractFromColumns(centre)
    original = points
    self.centred = centred
    squares = Matrix(rows: points.columns, columns: 1, storage: centred.squaredColumnNorms)
  }

  func withTiles<Result>(_ body: (Tiles) -> Result) -> Result {
    original.withTile { original in centred.withTile { centred in squares.withTile { body((original, centred, $0)) } } }
  }
}

private func setDistances(
  in tile: Tile, rows: Range<Int>, of left: Points.Tiles, columns: Range<Int>, of right: Points.Tiles
) {
  let coordinates = 0..<left.centred.rows
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
