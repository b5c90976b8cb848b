import Files

/// The values of molecules in a column of a table; for a molecule with several values, their mean and standard
/// deviation.
package struct ValueColumn: Sendable {
  /// A cell that is neither empty nor a number.
  package struct LeftOut: Sendable, Hashable {
    /// The line of its row.
    package let line: Int
    /// Its text.
    package let text: String
    /// Whether it marks a missing value or gives a bound.
    package let isMissing: Bool
  }

  /// The value of each molecule; nil if there is none.
  package let values: [Double?]
  /// The standard deviation of a molecule's values; nil if it has only one.
  package let spreads: [Double?]
  /// The number of rows with a value.
  package let rows: Int
  /// The number of molecules with more than one value.
  package let repeated: Int
  /// The cells without a number that are not empty, in the order of the rows.
  package let leftOut: [LeftOut]

  /// Reads a column.
  ///
  /// - Parameters:
  ///   - molecules: the number of each record's molecule; nil if the record is not a molecule.
  ///   - count: the number of molecules.
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

  /// Whether it is a column of numbers: it has numbers, and no more texts than numbers.
  package var isNumeric: Bool { rows > 0 && leftOut.count { !$0.isMissing } <= rows }

  /// The problem with a cell in a column of numbers, as the end of a sentence.
  package static func problem(of cell: LeftOut) -> String {
    let isOfOtherSize = Double(cell.text)?.isFinite == true
    return "line \(cell.line) has '\(cell.text)', which is not a number\(isOfOtherSize ? " \(usableSizes)" : "")"
  }

  /// Describes the cells that are not numbers, with the first few; nil if all are.
  package func note(title: String) -> String? {
    guard !leftOut.isEmpty else { return nil }
    let shown = leftOut.prefix(3).map { "'\($0.text)' (line \($0.line))" }.joined(separator: ", ")
    let more = leftOut.count > 3 ? " and \(leftOut.count - 3) more" : ""
    return leftOut.count == 1
      ? "One cell of '\(title)' is not a number and is left out: \(shown)."
      : "\(leftOut.count) cells of '\(title)' are not numbers and are left out: \(shown)\(more)."
  }
}
