/// Converts the panels of a symmetric matrix to those of its Cholesky factor, in place.
///
/// A tile is where the rows of one panel meet the columns of another. A free worker finishes a tile in one go: it
/// subtracts the contribution of all tiles to the left in one product, then divides by the triangle at the head of the
/// column. The arithmetic of a tile depends only on its position.
struct PanelFactorisation {
  let panels: [Panel]
  /// The diagonal of the matrix; a pivot must not be negligible relative to it.
  let diagonal: [Double]
  /// The number of rows of the whole matrix, of which these panels may be a corner.
  let wholeSize: Int

  func run() throws(NumericsError) {
    let schedule = TileSchedule(count: panels.count)
    // Each worker continues until no tile is left.
    concurrently(panels.count) { _ in
      while let (row, column) = schedule.take() {
        guard finishTile(row: row, column: column, schedule) else { return }
        schedule.finish(row: row)
      }
    }
    try schedule.check()
  }

  /// Returns false if there is nothing left to do.
  private func finishTile(row: Int, column: Int, _ schedule: TileSchedule) -> Bool {
    let (panel, head) = (panels[row], panels[column])
    let tile = panel.columns(head.rows)
    let before = 0..<head.rows.lowerBound
    guard schedule.wait(forTiles: column, ofRow: row), schedule.wait(forTiles: column, ofRow: column) else {
      return false
    }
    if row == column {
      if !before.isEmpty { tile.setLowerSquare(panel.columns(before), transposed: false, factor: -1, adding: true) }
      if let order = firstVanishingPivot(of: tile, at: head.rows, status: tile.factorise()) {
        schedule.fail(.notPositiveDefinite(order: wholeSize - diagonal.count + order, size: wholeSize))
        return false
      }
      tile.clearUpper()
    } else {
      if !before.isEmpty {
        tile.setProduct(
          panel.columns(before), times: head.columns(before), rightTransposed: true, factor: -1, adding: true)
      }
      guard schedule.wait(forTiles: column + 1, ofRow: column) else { return false }
      tile.solveFromRight(head.triangle)
    }
    return true
  }

  /// The order of the first minor that is not positive, or positive only through rounding (equal rows), which would
  /// make all solutions meaningless.
  private func firstVanishingPivot(of tile: Tile, at rows: Range<Int>, status: Int) -> Int? {
    for column in 0..<(status == 0 ? rows.count : status - 1) {
      let pivot = tile[column, column]
      let rounding = 4 * Double(wholeSize) * Double.ulpOfOne * diagonal[rows.lowerBound + column]
      // Not "pivot² ≤ rounding", so that a NaN, which passes LAPACK's test of the sign, is rejected as well.
      if !(pivot * pivot > rounding) { return rows.lowerBound + column + 1 }
    }
    return status == 0 ? nil : rows.lowerBound + status
  }
}
