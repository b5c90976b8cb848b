import Files

/// A table that a command writes: its columns, and the titles by which it is known again.
///
/// The titles of all such tables are here, except those of properties, which ``ColumnTitle`` makes.
/// `Documentation/tables.md` lists them.
package struct WrittenTable: Sendable {
  /// A part of the line of titles.
  package enum Column: Sendable, Hashable {
    /// A column that says something about the molecule.
    case about(String)
    /// A column of numbers that are no property's: they count or describe the rows.
    case number(String)
    /// The columns of the properties, or of their predictions.
    case properties

    /// The title; nil for the columns of properties.
    package var title: String? {
      switch self {
      case .about(let title), .number(let title): title
      case .properties: nil
      }
    }
  }

  /// The command that writes it, with the option if it is not the command's output.
  package let command: String
  /// The columns in their order.
  package let columns: [Column]
  /// Titles that no other table has together.
  package let sign: Set<String>

  /// The line of titles.
  ///
  /// - Parameters:
  ///   - omitted: the titles of columns that would be empty.
  ///   - properties: the titles of properties for each place that they have.
  package func titles(omitting omitted: Set<String> = [], properties: [String]...) -> [String] {
    var places = properties[...]
    return columns.flatMap { column in
      guard let title = column.title else { return places.popFirst() ?? [] }
      return omitted.contains(title) ? [] : [title]
    }
  }
}

extension WrittenTable {
  /// Whether the titles are those of a written table whose numbers under this one are no property's.
  static func isBookkeeping(_ title: String, among titles: Set<String>) -> Bool {
    all.contains { titles.isSuperset(of: $0.sign) && $0.columns.contains(.number(title)) }
  }

  /// The indices of the records whose calculation failed, as the columns `status` of `calculate` and `state` of `export`
  /// say.
  ///
  /// - Parameter properties: names of properties, which such a column is not.
  package static func failedRows(
    of records: [MoleculeTable.Record], titles: [String], besides properties: [String]
  ) -> Set<Int> {
    let columns = titles.indices.filter {
      ["status", "state"].contains(titles[$0]) && !properties.contains(titles[$0])
    }
    return Set(
      records.indices.filter { row in
        columns.contains { SeparatedValues.trimmed(records[row].field($0)).lowercased() == "failed" }
      })
  }

  /// A note on the rows of failed calculations whose values in some columns are left out; nil if they have none.
  package static func note(
    onFailed rows: Set<Int>, of records: [MoleculeTable.Record], columns: [Int]
  ) -> String? {
    let lines = rows.sorted().map { records[$0] }.filter { record in
      columns.contains { column in
        if case .number = CellValue(SeparatedValues.trimmed(record.field(column))) { true } else { false }
      }
    }.map(\.line)
    guard !lines.isEmpty else { return nil }
    let shown = lines.prefix(3).map { "\($0)" }.joined(separator: ", ")
    return lines.count == 1
      ? "The values of one row are left out, because it says that its calculation failed: line \(shown)."
      : "The values of \(lines.count) rows are left out, because they say that their calculation failed: lines \(shown)"
        + (lines.count > 3 ? " and \(lines.count - 3) more." : ".")
  }

  /// All tables with a molecule on each line.
  package static let all = [calculate, export, suggest, predict, design, filter]

  /// The values of a list of molecules. `input_id` is left out where the list has no identifiers.
  package static let calculate = WrittenTable(
    command: "calculate",
    columns: [
      .number("line"), .about("name"), .about("input_id"), .about("input"), .about("smiles"), .about("status"),
      .properties, .about("failure_class"), .about("failure"), .about("changes"), .about("notes"), .about("isomer"),
    ], sign: ["line", "input", "status"])

  /// The results of a campaign. `name` is left out where no molecule has one, and `success_probability` where none was
  /// predicted.
  package static let export = WrittenTable(
    command: "export",
    columns: [
      .number("molecule"), .about("smiles"), .about("name"), .about("formula"), .number("iteration"),
      .number("calculation"), .about("state"), .about("hit"), .about("move"), .about("parent"), .properties,
      .number("success_probability"), .about("failure_class"), .about("failure"), .about("isomer"),
    ], sign: ["molecule", "iteration", "state"])

  /// A batch: the predictions, and empty columns to be filled in. `name` is left out where no molecule has one, and
  /// `failed` and `note` where nobody fills them in.
  package static let suggest = WrittenTable(
    command: "suggest",
    columns: [
      .about("id"), .about("smiles"), .about("name"), .number("iteration"), .properties, .about("why"), .properties,
      .number("failed"), .about("note"),
    ], sign: ["id", "iteration", "why"])

  /// The columns that follow those of the input. The probabilities are left out where there are no targets.
  package static let predict = WrittenTable(
    command: "predict",
    columns: [.properties, .number("probability"), .number("log_probability"), .about("failure")],
    sign: ["probability", "log_probability"])

  /// Designed molecules, or compositions, which have a `formula` in place of a `smiles`. `name` is left out where no
  /// molecule has one.
  package static let design = WrittenTable(
    command: "design",
    columns: [
      .about("smiles"), .about("formula"), .about("name"), .properties, .number("probability"),
      .number("log_probability"),
      .about("novel"), .about("move"), .about("parent"),
    ], sign: ["probability", "log_probability"])

  /// The molecules that a filter rejected, with the reasons.
  package static let filter = WrittenTable(
    command: "filter --rejected",
    columns: [
      .number("line"), .about("name"), .about("input"), .about("smiles"), .about("filter"), .about("reason"),
    ], sign: ["line", "input", "filter", "reason"])
}
