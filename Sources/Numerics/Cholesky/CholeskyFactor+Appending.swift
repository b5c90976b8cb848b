extension CholeskyFactor {
  /// The factor of the larger matrix [[A, C], [Cᵀ, B]]: O(b n²) for b new rows, while a new factor costs O((n + b)³).
  /// The rows of the old factor are shared, not copied.
  ///
  /// - Parameters:
  ///   - crossCovariance: C, n × b.
  ///   - block: B, b × b, of which only the lower triangle is read.
  public func appending(crossCovariance: Matrix, block: Matrix) throws(NumericsError) -> CholeskyFactor {
    let added = block.rows
    precondition(
      crossCovariance.rows == size && crossCovariance.columns == added && block.columns == added,
      "A factor of size \(size) cannot be extended by a \(crossCovariance.rows)×\(crossCovariance.columns) block.")
    let solved = solveLower(crossCovariance)
    let corner = try CholeskyFactor(
      corner: block - Matrix.symmetricProduct(solved, transposed: true), diagonal: block.diagonal,
      wholeSize: size + added)
    let new = solved.withTile { source in
      corner.panels.map { panel in
        let result = Panel(rows: size + panel.rows.lowerBound..<size + panel.rows.upperBound)
        result.columns(0..<size).copyTransposed(source.part(0..<size, panel.rows))
        result.columns(size..<result.rows.upperBound).copy(panel.tile)
        return result
      }
    }
    guard new.count == 1 else { return CholeskyFactor(panels: panels + new) }

    // Many small panels would slow down all later work, but copying a large panel for a few rows would cost more. So a
    // panel is only joined if it is no larger than the rows after it: few panels remain, and a row is rarely copied.
    var joined = added
    var kept = panels[...]
    while let last = kept.last, last.rows.count <= joined, last.rows.count + joined <= Self.panelLength {
      joined += last.rows.count
      kept.removeLast()
    }
    return CholeskyFactor(panels: kept + [Panel.joined(panels[kept.count...] + new)])
  }
}
