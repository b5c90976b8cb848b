import Files

/// The values of molecules in a column of a table; of a molecule with several, their mean and standard deviation.
package struct ValueColumn: Sendable {
  /// A cell that has no number, though it is not empty.
  package struct LeftOut: Sendable, Hashable {
    /// The line of its row.
    package let line: Int
    /// What it says.
    package let text: String
    /// Whether it says that there is no value, or gives a bound.
    package let isMissing: Bool
  }

  /// The value of each molecule; nil where there is none.
  package let values: [Double?]
  /// The standard deviation of several values of a molecule; nil where it has but one.
  package let spreads: [Double?]
  /// How many rows have a value.
  package let rows: Int
  /// How many molecules have more than one value.
  package let repeated: Int
  /// The cells without a number that are not empty, in the order of the rows.
  package let leftOut: [LeftOut]

  /// Reads a column.
  ///
  /// - Parameters:
  ///   - molecules: the number of each record's molecule; nil where it is none.
  ///   - count: how many molecules there are.
  package init(_ column: Int, of records: [MoleculeTable.Record], molecules: [Int?], count: Int) {
    var all = Array(repeating: [Double](), count: count)
    var leftOut: [LeftOut] = []
    for (record, molecule) in zip(records, molecules) {
      guard let molecule else { continue }
      let text = SeparatedValues.trimmed(record.field(column))
      switch CellValue(text) {
      case .number(let value): all[molecule].append(value)
      case .empty: continue
      case .missing, .censored: leftOut.append(LeftOut(line: record.line, text: text, isMissing: true))
      case .other: leftOut.append(LeftOut(line: record.line, text: text, isMissing: false))
      }
    }
    self.leftOut = leftOut
    let means = all.map { values in values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) }
    self.values = means
    spreads = zip(all, means).map { values, mean in
      guard let mean, values.count > 1 else { return nil }
      return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
    }
    rows = all.reduce(0) { $0 + $1.count }
    repeated = all.count { $0.count > 1 }
  }

  /// Whether it is a column of numbers: it has some, and no more texts than numbers.
  package var isNumeric: Bool { rows > 0 && leftOut.count { !$0.isMissing } <= rows }

  /// What is wrong with a cell of a column of numbers, as the end of a sentence.
  package static func problem(of cell: LeftOut) -> String {
    let isOfOtherSize = Double(cell.text)?.isFinite == true
    return "line \(cell.line) has '\(cell.text)', which is no number\(isOfOtherSize ? " \(usableSizes)" : "")"
  }

  /// Says which cells have no number, with the first few; nil where all have.
  package func note(title: String) -> String? {
    guard !leftOut.isEmpty else { return nil }
    let shown = leftOut.prefix(3).map { "'\($0.text)' (line \($0.line))" }.joined(separator: ", ")
    let more = leftOut.count > 3 ? " and \(leftOut.count - 3) more" : ""
    return leftOut.count == 1
      ? "One cell of '\(title)' is no number and is left out: \(shown)."
      : "\(leftOut.count) cells of '\(title)' are no numbers and are left out: \(shown)\(more)."
  }
}
