extension CholeskyFactor {
  /// A⁻¹, exactly symmetric: about 2 n³ / 3 operations, and little memory besides that of the result.
  public func inverse() -> Matrix {
    let blocks = panels.map(\.rows)
    let isSmall = size * size * size < smallestSharedWork
    var diagonalBlocks = Matrix(rows: blocks.map(\.count).max() ?? 0, columns: size)
    var result = Matrix(rows: size, columns: size)
    result.withMutableTile { target in
      // L⁻¹ is written to the lower triangle; then the tiles of A⁻¹ = L⁻ᵀ L⁻¹ above the diagonal, and separately those
      // on the diagonal, so that nothing is overwritten that another tile needs.
      concurrently(panels.count, isSmall: isSmall) { index in
        invertColumns(of: index, into: target.part(blocks[index].lowerBound..<size, blocks[index]))
      }
      diagonalBlocks.withMutableTile { aside in
        forEachLowerPair(of: blocks.count, isSmall: isSmall) { row, column in
          let below = blocks[row].lowerBound..<size
          let right = target.part(below, blocks[row])
          if row == column {
            let tile = aside.part(0..<blocks[row].count, blocks[row])
            tile.setLowerSquare(right, transposed: true)
            tile.mirrorLower()
          } else {
            target.part(blocks[column], blocks[row])
              .setProduct(target.part(below, blocks[column]), leftTransposed: true, times: right)
          }
        }
        forEachLowerPair(of: blocks.count, isSmall: isSmall) { row, column in
          let tile = target.part(blocks[row], blocks[column])
          if row == column {
            tile.copy(aside.part(0..<blocks[row].count, blocks[row]))
          } else {
            tile.copyTransposed(target.part(blocks[column], blocks[row]))
          }
        }
      }
    }
    return result
  }

  /// The diagonal of A⁻¹: n³ / 3 operations, and the memory of one panel for each core.
  public var inverseDiagonal: [Double] {
    Matrix(rows: size, columns: 1) { result in
      concurrently(panels.count, isSmall: size * size * size < smallestSharedWork) { index in
        let rows = panels[index].rows
        let columns = Matrix(rows: size - rows.lowerBound, columns: rows.count) {
          invertColumns(of: index, into: $0)
        }
        for (row, norm) in zip(rows, columns.squaredColumnNorms) { result[row, 0] = norm }
      }
    }.storage
  }

  /// The columns of L⁻¹ with the indices of a panel's rows, from these rows on; zeros above the diagonal.
  private func invertColumns(of index: Int, into target: Tile) {
    let head = panels[index]
    let (start, all) = (head.rows.lowerBound, 0..<target.columns)
    let triangle = target.part(0..<head.rows.count, all)
    triangle.fill(0)
    for column in all { triangle[column, column] = 1 }
    triangle.solve(head.triangle, transposed: false)
    triangle.clearUpper()
    for panel in panels[(index + 1)...] {
      let before = start..<panel.rows.lowerBound
      let solved = target.part(panel.rows.lowerBound - start..<panel.rows.upperBound - start, all)
      solved.setProduct(panel.columns(before), times: target.part(0..<before.count, all), factor: -1)
      solved.solve(panel.triangle, transposed: false)
    }
  }
}
