import Calculation
import Chemistry
import Files
import Foundation
import GaussianProcess
import MolecularDesign
import TransferLearning

extension SourceTable {
  /// Which columns are meant.
  package struct Selection: Sendable {
    /// The column with the SMILES; nil for `smiles`, in capitals or not.
    package var smiles: String?
    /// The columns to learn, each as `COLUMN` or `COLUMN=UNIT`; empty for all that are numeric.
    package var properties: [String]

    /// A selection.
    package init(smiles: String? = nil, properties: [String] = []) {
      (self.smiles, self.properties) = (smiles, properties)
    }
  }

  /// Reads a file of comma-separated values. An empty cell, or `NA` or `nan`, is a value that is missing.
  ///
  /// - Throws: `CampaignError` of kind `.input` where the file cannot be read, has no such column or nothing to learn. Rows that
  ///   are no molecule and, unless they were asked for, columns that are not numeric are passed over, with a note.
  package init(file path: String, _ selection: Selection) throws(CampaignError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw CampaignError(.input, unreadable: path, error)
    }
    let text = String(decoding: data, as: UTF8.self)
    if let problem = tableProblem(text) { throw CampaignError(.input, "\(path): \(problem)") }
    let table: SeparatedValues
    do throws(SeparatedValues.Malformed) {
      table = try SeparatedValues(text)
    } catch {
      throw CampaignError(.input, "'\(path)' is not a table of comma-separated values: \(error)")
    }
    let smilesColumn = try Self.smilesColumn(selection.smiles, in: table, path: path)
    let asked = try Self.asked(selection.properties, in: table, path: path)
    var notes: [String] = []
    let rows = MoleculeList(
      table.rows.map {
        SMILESLine(number: $0.line, smiles: SeparatedValues.trimmed($0.fields[smilesColumn]), name: nil)
      }, withRepeatUnits: true)
    guard !rows.molecules.isEmpty else {
      throw CampaignError(
        .input,
        "There is no molecule in '\(path)': no cell of the column '\(table.header[smilesColumn])' is a SMILES that "
          + "can be read; name another with --smiles. \(Self.notes(on: rows).joined(separator: " "))")
    }
    notes += Self.notes(on: rows)

    var columns: [Column] = []
    for index in table.header.indices where index != smilesColumn {
      let request = asked.first { $0.column == index }
      guard asked.isEmpty || request != nil else { continue }
      let title = table.header[index]
      if let reason = Self.reasonToIgnore(index, in: table.header), request == nil {
        notes.append("The column '\(title)' is passed over: \(reason).")
        continue
      }
      let problem: String
      switch Self.averages(of: index, in: table, rows) {
      case .success(let averages):
        let column = Column(
          property: Self.property(title: title, unit: request?.unit), values: averages.values, rows: averages.rows)
        if let other = columns.first(where: { $0.property.name == column.property.name }) {
          throw CampaignError(
            .input,
            "'\(path)' has two columns of '\(other.property.name)'; give one of them another title, "
              + "or take one out.")
        }
        if let reason = Self.reasonToPassOver(column) {
          problem = reason
        } else {
          columns.append(column)
          if averages.repeated > 0 {
            notes.append(
              "Several values of '\(title)' were given for \(Self.count(averages.repeated, "molecule")): the average is "
                + "learnt.")
          }
          continue
        }
      case .failure(let cell):
        problem =
          "line \(cell.line) has '\(cell.text)', which is no number\(cell.isOfOtherSize ? " \(usableSizes)" : "")"
      }
      guard request == nil else {
        throw CampaignError(.input, "The column '\(title)' of '\(path)' cannot be learnt: \(problem).")
      }
      notes.append("The column '\(title)' is passed over: \(problem).")
    }
    guard !columns.isEmpty else {
      throw CampaignError(
        .input,
        "There is nothing to learn in '\(path)': it has no column of at least \(Self.fewestValues) different "
          + "molecules' numbers. \(notes.joined(separator: " "))")
    }
    self.init(
      source: URL(fileURLWithPath: path).lastPathComponent, molecules: rows.molecules, columns: columns, notes: notes)
  }

  /// Why a column is not learnt; nil if it can be.
  static func reasonToPassOver(_ column: Column) -> String? {
    let values = column.values.compactMap(\.self)
    if values.isEmpty { return "it is empty" }
    if values.count < fewestValues {
      return "it has the values of \(count(values.count, "molecule")) only, and a model needs \(fewestValues)"
    }
    return Standardization(values, spreadOfConstantValues: 0).spread == 0 ? "all its values are equal" : nil
  }

  /// Why a column is no property, whatever is in it: it has no title, or goes with others in the tables of `calculate`.
  private static func reasonToIgnore(_ place: Int, in header: [String]) -> String? {
    let (title, uncertainty) = (header[place], "_uncertainty")
    if title.isEmpty { return "it has no title" }
    if title.hasSuffix(uncertainty), header.contains(String(title.dropLast(uncertainty.count))) {
      return "it has the uncertainties of another"
    }
    return title == "line" && header.contains("status") && header.contains("input") ? "it counts lines" : nil
  }

  private static func smilesColumn(
    _ name: String?, in table: SeparatedValues, path: String
  ) throws(CampaignError) -> Int {
    let wanted = name ?? "smiles"
    if let place = table.column(wanted) { return place }
    throw CampaignError(
      .input,
      "'\(path)' has no column '\(wanted)' with SMILES; name one of its columns with --smiles: "
        + "\(table.header.joined(separator: ", ")).\(suggestion(for: wanted, among: table.header))")
  }

  /// The columns that were asked for. A title may have an equals sign in it: then the whole is the title.
  private static func asked(
    _ texts: [String], in table: SeparatedValues, path: String
  ) throws(CampaignError) -> [(column: Int, unit: String?)] {
    var asked: [(column: Int, unit: String?)] = []
    for text in texts {
      let equals = text.lastIndex(of: "=")
      let name = equals.map { String(text[..<$0]) } ?? text
      let unit = equals.map { String(text[text.index(after: $0)...]) }
      let whole = table.header.firstIndex(of: text)
      // `gap` means the column `gap_eV` where there is none of its own name.
      guard
        let place = whole ?? table.header.firstIndex(of: name)
          ?? table.header.firstIndex(where: { property(title: $0, unit: nil).name == name })
      else {
        throw CampaignError(
          .input,
          "'\(path)' has no column '\(name)'; it has \(table.header.joined(separator: ", "))."
            + suggestion(for: name, among: table.header))
      }
      guard !asked.contains(where: { $0.column == place }) else {
        throw CampaignError(.input, "The column '\(name)' is asked for twice; ask for it once.")
      }
      asked.append((place, whole == nil ? unit : nil))
    }
    return asked
  }

  /// The property that a title means: a known one as `calculate` and `export` write it (`gap_eV`) has its name and unit.
  private static func property(title: String, unit: String?) -> SourceModelDocument.PredictedProperty {
    let known = Property.known.first { title == $0.name || title == columnTitle($0.name, unit: $0.unit) }
    return .init(name: known?.name ?? title, unit: unit ?? known?.unit ?? "", summary: known?.summary ?? "")
  }

  private struct Cell: Error {
    let line: Int
    let text: String

    /// Whether it is a number that cannot be calculated with.
    var isOfOtherSize: Bool { Double(text)?.isFinite == true }
  }

  private static func averages(
    of column: Int, in table: SeparatedValues, _ rows: MoleculeList
  ) -> Result<MoleculeAverages, Cell> {
    var averages = MoleculeAverages(molecules: rows.molecules.count)
    for (row, line) in zip(table.rows, rows.lines) {
      let text = SeparatedValues.trimmed(row.fields[column])
      if text.isEmpty || missing.contains(text.lowercased()) { continue }
      guard let value = decimalNumber(text) else { return .failure(Cell(line: row.line, text: text)) }
      if case .success(let molecule) = line.molecule { averages.add(value, to: molecule) }
    }
    return .success(averages)
  }

  /// How other programs write that a value is missing.
  private static let missing: Set<String> = ["na", "nan", "n/a", "#n/a", "null", "none", "-", "?"]

  /// A number with its noun.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private static func notes(on rows: MoleculeList) -> [String] {
    var notes: [String] = []
    let refused = rows.lines.compactMap { line -> (Int, String)? in
      guard case .failure(let failure) = line.molecule else { return nil }
      return (line.source.number, failure.message)
    }
    if let first = refused.first {
      notes.append(
        refused.count == 1
          ? "Line \(first.0) is passed over: \(first.1)"
          : "\(refused.count) rows are passed over, since they are no molecules; the first is on line \(first.0): \(first.1)"
      )
    }
    let repeated = rows.lines.count - refused.count - rows.molecules.count
    if repeated > 0 {
      notes.append("\(count(repeated, "row")) \(repeated == 1 ? "repeats" : "repeat") the molecule of an earlier one.")
    }
    return notes
  }
}
