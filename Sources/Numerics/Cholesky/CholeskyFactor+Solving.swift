extension CholeskyFactor {
  /// A⁻¹ b.
  public func solve(_ vector: [Double]) -> [Double] {
    solve(Matrix(rows: vector.count, columns: 1, storage: vector)).storage
  }

  /// A⁻¹ B.
  public func solve(_ matrix: Matrix) -> Matrix {
    var result = matrix
    solve(inPlace: &result)
    return result
  }

  /// B := A⁻¹ B.
  public func solve(inPlace matrix: inout Matrix) {
    solveTriangle(in: &matrix, forward: true, backward: true)
  }

  /// L⁻¹ b.
  public func solveLower(_ vector: [Double]) -> [Double] {
    solveLower(Matrix(rows: vector.count, columns: 1, storage: vector)).storage
  }

  /// L⁻¹ B.
  public func solveLower(_ matrix: Matrix) -> Matrix {
    var result = matrix
    solveLower(inPlace: &result)
    return result
  }

  /// B := L⁻¹ B.
  public func solveLower(inPlace matrix: inout Matrix) {
    solveTriangle(in: &matrix, forward: true, backward: false)
  }

  /// L⁻¹ b if its first elements are known already from the factor to which this one's last rows were appended: the
  /// others cost a product with the appended rows.
  public func solveLower(_ vector: [Double], after solved: [Double]) -> [Double] {
    precondition(
      vector.count == size && solved.count <= size,
      "A factor of size \(size) cannot solve for \(vector.count) rows after \(solved.count).")
    let columns = 0..<1
    var result = Matrix(rows: size, columns: 1, storage: solved + vector[solved.count...])
    result.withMutableTile { target in
      for panel in panels where panel.rows.upperBound > solved.count {
        let rows = max(panel.rows.lowerBound, solved.count)..<panel.rows.upperBound
        let own = rows.lowerBound - panel.rows.lowerBound..<panel.rows.count
        let (before, new) = (0..<rows.lowerBound, target.part(rows, columns))
        if !before.isEmpty {
          new.setProduct(panel.tile.part(own, before), times: target.part(before, columns), factor: -1, adding: true)
        }
        new.solve(panel.tile.part(own, rows), transposed: false)
      }
    }
    return result.storage
  }

  /// L⁻ᵀ b.
  public func solveUpper(_ vector: [Double]) -> [Double] {
    var result = Matrix(rows: vector.count, columns: 1, storage: vector)
    solveTriangle(in: &result, forward: false, backward: true)
    return result.storage
  }

  /// L B, in half the time of a product with ``lower``.
  public func multiplyLower(_ matrix: Matrix) -> Matrix {
    precondition(matrix.rows == size, "A factor of size \(size) cannot multiply \(matrix.rows) rows.")
    let columns = 0..<matrix.columns
    return matrix.withTile { source in
      Matrix(rows: size, columns: matrix.columns) { result in
        concurrently(panels.count, isSmall: size * size * matrix.columns < smallestSharedWork) { index in
          // The last panels have the longest rows.
          let panel = panels[panels.count - 1 - index]
          result.part(panel.rows, columns).setProduct(
            panel.tile, times: source.part(0..<panel.rows.upperBound, columns))
        }
      }
    }
  }

  private func solveTriangle(in matrix: inout Matrix, forward: Bool, backward: Bool) {
    precondition(matrix.rows == size, "A factor of size \(size) cannot solve for \(matrix.rows) rows.")
    let columns = matrix.columns
    guard size > 0, columns > 0 else { return }
    // Many columns are divided among the workers, and each block goes through all rows by itself; with few columns, the
    // rows are divided after each step.
    let blocks = columns < 2 * blockLength ? [0..<columns] : pieces(of: columns, length: blockLength)
    let isSmall = size * size * columns < smallestSharedWork
    matrix.withMutableTile { target in
      if blocks.count == 1 {
        if forward { solveForward(target, isSmall: isSmall) }
        if backward { solveBackward(target, isSmall: isSmall) }
      } else {
        concurrently(blocks.count, isSmall: isSmall) { index in
          let block = target.part(0..<size, blocks[index])
          if forward { solveWideForward(block) }
          if backward { solveWideBackward(block) }
        }
      }
    }
  }

  private func solveForward(_ target: Tile, isSmall: Bool) {
    let all = 0..<target.columns
    for (step, panel) in panels.enumerated() {
      let solved = target.part(panel.rows, all)
      solved.solve(panel.triangle, transposed: false)
      concurrently(panels.count - step - 1, isSmall: isSmall) { index in
        let other = panels[step + 1 + index]
        target.part(other.rows, all).setProduct(other.columns(panel.rows), times: solved, factor: -1, adding: true)
      }
    }
  }

  private func solveBackward(_ target: Tile, isSmall: Bool) {
    let all = 0..<target.columns
    for (step, panel) in panels.enumerated().reversed() {
      let solved = target.part(panel.rows, all)
      solved.solve(panel.triangle, transposed: true)
      concurrently(step, isSmall: isSmall) { index in
        let rows = panels[index].rows
        target.part(rows, all).setProduct(
          panel.columns(rows), leftTransposed: true, times: solved, factor: -1, adding: true)
      }
    }
  }

  private func solveWideForward(_ target: Tile) {
    let all = 0..<target.columns
    for panel in panels {
      let (before, solved) = (0..<panel.rows.lowerBound, target.part(panel.rows, all))
      if !before.isEmpty {
        solved.setProduct(panel.columns(before), times: target.part(before, all), factor: -1, adding: true)
      }
      solved.solve(panel.triangle, transposed: false)
    }
  }

  private func solveWideBackward(_ target: Tile) {
    let all = 0..<target.columns
    for panel in panels.reversed() {
      let (before, solved) = (0..<panel.rows.lowerBound, target.part(panel.rows, all))
      solved.solve(panel.triangle, transposed: true)
      if !before.isEmpty {
        target.part(before, all).setProduct(
          panel.columns(before), leftTransposed: true, times: solved, factor: -1, adding: true)
      }
    }
  }
}

/// The number of columns that a worker solves for at once.
private let blockLength = 64
