/// A table of text: a line of titles, then the rows, in columns as wide as they need to be.
///
/// Control characters in the cells are written out.
struct TextTable {
  enum Alignment {
    case left, right
    /// To the left; and cut, with `…` at the end, where the table would be wider than the terminal.
    case cut
  }

  let titles: [String]
  let alignments: [Alignment]
  var rows: [[String]] = []
  /// How the last cells of rows begin that are to be marked as bad, by the rows' places.
  var alerts: [Int: String] = [:]

  /// A column that is cut has at least so many characters.
  private static let leastWidth = 20

  init(_ columns: (String, Alignment)...) {
    self.init(columns: columns)
  }

  init(columns: [(String, Alignment)]) {
    titles = columns.map(\.0.visible)
    alignments = columns.map(\.1)
  }

  /// The lines of the table; titles are emphasised where the style has emphasis.
  func lines(style: TextStyle) -> [String] {
    let cells = cut(rows.map { $0.map(\.visible) }, to: style.width)
    let widths = widths(of: cells)
    func line(_ cells: [String], alert: String? = nil) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        let last = column == cells.count - 1
        if last, let alert, cell.hasPrefix(alert) {
          text += style.red(alert) + cell.dropFirst(alert.count)
        } else {
          text += alignments[column] == .right ? padding + cell : (last ? cell : cell + padding)
        }
        if !last { text += "  " }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    return [style.bold(line(titles))] + cells.enumerated().map { line($1, alert: alerts[$0]) }
  }

  private func widths(of cells: [[String]]) -> [Int] {
    titles.indices.map { column in cells.reduce(titles[column].count) { max($0, $1[column].count) } }
  }

  /// The cells with those of the columns that may be cut as short as it takes for the lines to fit. Sentences at the end of
  /// lines run over as they always do, and take no room from the others.
  private func cut(_ cells: [[String]], to width: Int?) -> [[String]] {
    let columns = alignments.indices.filter { alignments[$0] == .cut }
    guard let width, !columns.isEmpty else { return cells }
    let fixed = zip(alignments.indices, widths(of: cells)).reduce(0) { sum, column in
      let isSentence = column.0 == alignments.count - 1 && alignments[column.0] == .left
      return sum + (alignments[column.0] == .cut || isSentence ? 0 : column.1)
    }
    let room = max(Self.leastWidth, (width - fixed - 2 * (alignments.count - 1)) / columns.count)
    return cells.map { row in
      var row = row
      for column in columns { row[column] = row[column].cut(to: room) }
      return row
    }
  }
}
