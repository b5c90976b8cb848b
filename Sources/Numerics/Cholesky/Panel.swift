/// Some rows of L, up to the diagonal: columns `0..<rows.upperBound`, stored column by column. Elements above the
/// diagonal are zero. Once its factor is complete it is never written to, so factors can share it: hence the unchecked
/// conformance.
@safe final class Panel: @unchecked Sendable {
  let rows: Range<Int>
  private let memory: UnsafeMutablePointer<Double>

  /// A panel of zeros.
  init(rows: Range<Int>) {
    self.rows = rows
    let count = rows.count * rows.upperBound
    // Always aligned in the same way, because alignment must not decide on the order of a sum.
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Double>.stride, alignment: 64)
    unsafe memory = unsafe bytes.bindMemory(to: Double.self, capacity: count)
    unsafe memory.initialize(repeating: 0, count: count)
  }

  deinit { unsafe UnsafeMutableRawPointer(memory).deallocate() }

  /// The whole panel.
  var tile: Tile { unsafe Tile(memory, rows: rows.count, columns: rows.upperBound, stride: rows.count) }

  /// The panel's rows in some columns.
  func columns(_ range: Range<Int>) -> Tile { tile.part(0..<rows.count, range) }

  /// The rows in the columns with the same indices: a lower triangle.
  var triangle: Tile { columns(rows) }

  /// Calls `body` with a bounds-checked span over all elements.
  func withSpan(_ body: (inout MutableSpan<Double>) -> Void) {
    var span = unsafe MutableSpan(_unsafeStart: memory, count: rows.count * rows.upperBound)
    body(&span)
  }

  /// Joins consecutive panels.
  static func joined(_ panels: some BidirectionalCollection<Panel>) -> Panel {
    guard let first = panels.first, let last = panels.last, first !== last else { return panels[panels.startIndex] }
    let result = Panel(rows: first.rows.lowerBound..<last.rows.upperBound)
    for panel in panels {
      let start = panel.rows.lowerBound - first.rows.lowerBound
      result.tile.part(start..<start + panel.rows.count, 0..<panel.rows.upperBound).copy(panel.tile)
    }
    return result
  }
}
