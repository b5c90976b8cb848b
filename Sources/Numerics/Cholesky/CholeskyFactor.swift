internal import Glibc

/// The Cholesky factor of a symmetric positive definite matrix A: the lower triangular L with L Lᵀ = A.
///
/// Nothing is ever added to the diagonal: a matrix that is not positive definite, or only through rounding, is an
/// error.
///
/// L is stored in panels of rows, half the memory of A. Appending shares the panels of the old factor with the new one.
/// All cores are used; the result does not depend on their number, bit for bit.
public struct CholeskyFactor: Sendable {
  /// The panels, in the order of their rows from 0.
  let panels: [Panel]

  /// The number of rows of A.
  public var size: Int { panels.last?.rows.upperBound ?? 0 }

  /// The number of rows of a panel, and thus the greatest side of a tile: large enough for efficient products, small
  /// enough that two tiles stay in a core's cache and every core has some.
  package static let panelLength = 256

  /// Factorises a symmetric matrix, of which only the lower triangle is read.
  public init(_ matrix: Matrix) throws(NumericsError) {
    precondition(matrix.rows == matrix.columns, "A \(matrix.rows)×\(matrix.columns) matrix has no Cholesky factor.")
    try self.init(corner: matrix, diagonal: matrix.diagonal, wholeSize: matrix.rows)
  }

  /// Factorises a symmetric matrix that is written directly into the factor's memory, half the size of the matrix.
  ///
  /// - Parameters:
  ///   - size: the number of rows of the matrix.
  ///   - panel: writes consecutive rows of the matrix up to the diagonal: the element at row `rows.lowerBound + i` and
  ///     column `j` goes to `i + j * rows.count`, for all j below `rows.upperBound`. Elements above the diagonal are
  ///     not read, and all are zero before. It is called once for each panel, on several cores at once.
  public init(size: Int, panel: @Sendable (_ rows: Range<Int>, _ elements: inout MutableSpan<Double>) -> Void)
    throws(NumericsError)
  {
    precondition(size >= 0, "A matrix of \(size) rows has no Cholesky factor.")
    let panels = Self.filledPanels(size: size) { target in target.withSpan { panel(target.rows, &$0) } }
    let diagonal = panels.flatMap { panel in (0..<panel.rows.count).map { panel.triangle[$0, $0] } }
    try PanelFactorisation(panels: panels, diagonal: diagonal, wholeSize: size).run()
    self.init(panels: panels)
  }

  /// The factor of the lower right corner of a matrix, given what remains of the corner after elimination of the rows
  /// above.
  ///
  /// - Parameter diagonal: the diagonal of the original matrix.
  init(corner: Matrix, diagonal: [Double], wholeSize: Int) throws(NumericsError) {
    let panels = corner.withTile { source in
      Self.filledPanels(size: corner.rows) { panel in
        let (rows, before) = (panel.rows, 0..<panel.rows.lowerBound)
        panel.columns(before).copy(source.part(rows, before))
        panel.triangle.copy(source.part(rows, rows))
      }
    }
    try PanelFactorisation(panels: panels, diagonal: diagonal, wholeSize: wholeSize).run()
    self.init(panels: panels)
  }

  init(panels: [Panel]) { self.panels = panels }

  private static func filledPanels(size: Int, _ fill: @Sendable (Panel) -> Void) -> [Panel] {
    let panels = pieces(of: size, length: panelLength).map { Panel(rows: $0) }
    // The last panels have the longest rows.
    concurrently(panels.count) { fill(panels[panels.count - 1 - $0]) }
    return panels
  }

  /// The factor of the matrix without rows, for appending.
  public static let empty = CholeskyFactor(panels: [])

  /// L as a matrix, with zeros above its diagonal.
  public var lower: Matrix {
    var result = Matrix(rows: size, columns: size)
    result.withMutableTile { target in
      concurrently(panels.count) { index in
        let panel = panels[index]
        target.part(panel.rows, 0..<panel.rows.upperBound).copy(panel.tile)
      }
    }
    return result
  }

  /// The factor of A times the square of a positive number.
  public func scaled(by number: Double) -> CholeskyFactor {
    precondition(number > 0, "A factor was scaled by \(number), which is not positive.")
    let scaled = panels.map { Panel(rows: $0.rows) }
    concurrently(panels.count) { index in
      scaled[index].tile.copy(panels[index].tile)
      scaled[index].withSpan { elements in
        for element in elements.indices { elements[element] *= number }
      }
    }
    return CholeskyFactor(panels: scaled)
  }

  /// log |A|.
  public var logDeterminant: Double {
    2 * panels.reduce(0) { sum, panel in (0..<panel.rows.count).reduce(sum) { $0 + log(panel.triangle[$1, $1]) } }
  }
}

extension CholeskyFactor: Hashable {
  /// Whether all elements are equal, independent of the division into panels.
  public static func == (left: CholeskyFactor, right: CholeskyFactor) -> Bool {
    if left.size == right.size, zip(left.panels, right.panels).allSatisfy({ $0 === $1 }) { return true }
    return left.size == right.size && left.lower == right.lower
  }

  /// Hashes the diagonal.
  public func hash(into hasher: inout Hasher) {
    for panel in panels { for index in 0..<panel.rows.count { hasher.combine(panel.triangle[index, index]) } }
  }
}
