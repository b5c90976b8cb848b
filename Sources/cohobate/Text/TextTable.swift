/// A table of text: a line of titles, then the rows, in columns as wide as their contents.
///
/// Control characters in the cells are written out.
struct TextTable {
  enum Alignment {
    case left, right
    /// Aligned to the left, and cut with `…` at the end if the table would be wider than the terminal.
    case cut
  }

  let titles: [String]
  let alignments: [Alignment]
  var rows: [[String]] = []
  /// The text with which the last cells of rows begin that are marked as bad, by row.
  var alerts: [Int: String] = [:]
  /// The titles of columns that are left out, in this order, if the table would be wider than the terminal. A line
  /// below the table names them.
  var expendable: [String] = []

  /// The least width of a cut column, in characters.
  private static let leastWidth = 20

  init(_ columns: (String, Alignment)...) {
    self.init(columns: columns)
  }

  init(columns: [(String, Alignment)]) {
    titles = columns.map(\.0.visible)
    alignments = columns.map(\.1)
  }

  /// A title with its unit: `gap (eV)`; the name alone if there is none.
  static func title(_ name: String, unit: String?) -> String {
    guard let unit, !unit.isEmpty else { return name }
    return "\(name) (\(unit))"
  }

  /// The lines of the table; titles are emphasised if the style has emphasis.
  func lines(style: TextStyle) -> [String] {
    let cells = rows.map { $0.map(\.visible) }
    let natural = titles.indices.map { column in cells.reduce(titles[column].count) { max($0, $1[column].count) } }
    let shown = shownColumns(natural, in: style.width)
    let widths = fitted(natural, shown, to: style.width)
    func line(_ cells: [String], alert: String? = nil) -> String {
      var text = ""
      for column in shown {
        let cell = alignments[column] == .cut ? cells[column].cut(to: widths[column]) : cells[column]
        let padding = String(repeating: " ", count: max(0, widths[column] - cell.count))
        let isLast = column == shown.last
        if isLast, let alert, cell.hasPrefix(alert) {
          text += style.red(alert) + cell.dropFirst(alert.count)
        } else {
          text += alignments[column] == .right ? padding + cell : (isLast ? cell : cell + padding)
        }
        if !isLast { text += "  " }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    let omitted = expendable.filter { title in !shown.contains { titles[$0] == title } && titles.contains(title) }
    return [style.bold(line(titles))] + cells.enumerated().map { line($1, alert: alerts[$0]) }
      + (omitted.isEmpty
        ? [] : [style.faint("not shown, since the terminal is narrow: \(omitted.joined(separator: ", "))".visible)])
  }

  /// The columns that remain after the expendable ones are left out for lack of space.
  private func shownColumns(_ natural: [Int], in width: Int?) -> [Int] {
    var shown = Array(titles.indices)
    guard let width else { return shown }
    for title in expendable {
      let least = shown.reduce(2 * (shown.count - 1)) { sum, column in
        switch alignments[column] {
        case .cut: sum + min(Self.leastWidth, natural[column])
        case .left where isSentence(column): sum
        case .left, .right: sum + natural[column]
        }
      }
      guard least > width, shown.count > 1 else { break }
      shown.removeAll { titles[$0] == title }
    }
    return shown
  }

  /// The widths, with the columns that may be cut narrowed until the lines fit: all equally, but none below the least
  /// width unless its text is narrower. Sentences at the end of lines wrap as usual, and take no space from the other
  /// columns.
  private func fitted(_ natural: [Int], _ shown: [Int], to width: Int?) -> [Int] {
    guard let width else { return natural }
    var widths = natural
    var room = width - 2 * (shown.count - 1)
    for column in shown where alignments[column] != .cut && !isSentence(column) { room -= natural[column] }
    let columns = shown.filter { alignments[$0] == .cut }.sorted { (natural[$0], $0) < (natural[$1], $1) }
    for (place, column) in columns.enumerated() {
      widths[column] = min(natural[column], max(Self.leastWidth, room / (columns.count - place)))
      room -= widths[column]
    }
    return widths
  }

  private func isSentence(_ column: Int) -> Bool { column == alignments.count - 1 && alignments[column] == .left }
}
