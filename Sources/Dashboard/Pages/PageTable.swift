import Compositions

/// A table of a page, which the script lets people sort, filter and save.
struct PageTable {
  /// A cell: what is shown, and the value by which it is sorted.
  struct Cell {
    let content: Markup
    let value: String?

    /// Text that is sorted as it is.
    static func text(_ text: String) -> Cell { Cell(content: Markup(text), value: nil) }
    /// A number; an empty cell without one.
    static func number(_ value: Double?, _ text: (Double) -> String = PageNumber.text) -> Cell {
      guard let value, value.isFinite else { return Cell(content: .none, value: "") }
      return Cell(content: Markup(text(value)), value: "\(value)")
    }
    /// A count.
    static func count(_ value: Int) -> Cell { Cell(content: Markup("\(value)"), value: nil) }
    /// A molecule's notation.
    static func smiles(_ text: String) -> Cell {
      Cell(content: .tag("span", ["class": "smiles"], text: subscriptedMaterialText(text)), value: text)
    }
  }

  private let columns: [(title: String, isNumber: Bool)]
  private let name: String
  private var rows: [[Cell]] = []

  /// - Parameters:
  ///   - name: A name that no other table or plot of the campaign has; it becomes the name of the saved file.
  ///   - columns: The titles, and whether the cells are numbers.
  init(_ name: String, _ columns: [(title: String, isNumber: Bool)]) { (self.name, self.columns) = (name, columns) }

  var isEmpty: Bool { rows.isEmpty }

  mutating func add(_ cells: [Cell]) { rows.append(cells) }

  /// The table.
  var markup: Markup {
    let head = columns.map {
      Markup.tag("th", ["class": $0.isNumber ? "number" : nil, "scope": "col"], text: $0.title)
    }
    let body = rows.map { row in
      Markup.tag(
        "tr", [:],
        zip(row, columns).map { cell, column in
          .tag("td", ["class": column.isNumber ? "number" : nil, "data-v": cell.value], cell.content)
        })
    }
    return .tag(
      "div", ["class": "scroll"],
      .tag(
        "table", ["id": "table-\(name)", "data-name": name], .tag("thead", [:], .tag("tr", [:], head)),
        .tag("tbody", [:], body)))
  }
}
