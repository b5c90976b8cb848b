/// A table of text: a line of titles, then the rows, in columns as wide as they need to be.
struct TextTable {
  enum Alignment { case left, right }

  let titles: [String]
  let alignments: [Alignment]
  var rows: [[String]] = []

  init(_ columns: (String, Alignment)...) {
    self.init(columns: columns)
  }

  init(columns: [(String, Alignment)]) {
    titles = columns.map(\.0)
    alignments = columns.map(\.1)
  }

  /// The lines of the table; titles are emphasised where the style has emphasis.
  func lines(style: TextStyle) -> [String] {
    let widths = titles.indices.map { column in
      rows.reduce(titles[column].count) { max($0, $1[column].count) }
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        let last = column == cells.count - 1
        text += alignments[column] == .right ? padding + cell : (last ? cell : cell + padding)
        if !last { text += "  " }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    return [style.bold(line(titles))] + rows.map(line)
  }
}
