package import Calculation
package import CampaignFile
package import Chemistry
package import Files
import Foundation
package import Stores
import Tables

/// A table of values from a person, checked by itself: its contents, before they are compared with the record.
package struct ToldTable {
  /// The content of a line for its molecule.
  package enum Content: Sendable, Hashable {
    /// No value yet.
    case nothing
    case values([ObservationEntry], notes: [String])
    /// The reason why there are no values, in a sentence.
    case failure(String)
  }

  /// One line. It names its molecule by number, by SMILES, or by both.
  package struct Row {
    package let line: Int
    package let number: Int?
    package let molecule: Molecule?
    package let content: Content
  }

  /// The table's name in messages.
  package let name: String
  package let rows: [Row]
  /// The input that was ignored, a sentence each.
  package let notes: [String]

  /// Reads a table of comma-separated values with the titles `id` or `smiles`, and those of properties. Other columns
  /// are ignored with a note, and so are cells that give a bound or mark a missing value.
  ///
  /// - Parameters:
  ///   - name: The file's name, for messages.
  ///   - properties: The properties that may have values.
  ///   - wanted: The properties without which a molecule's values are of no use.
  ///   - kind: What the molecules are: compositions are named by formulas under `formula` or `smiles`.
  /// - Throws: `CampaignError` of kind `.input` that names the line and the correction.
  package init(
    _ text: String, name: String, properties: [Property], wanted: [String], kind: MaterialKind = .molecule
  ) throws(CampaignError) {
    if let problem = tableProblem(text) { throw CampaignError(.input, "\(name): \(problem)") }
    let table: SeparatedValues
    do {
      table = try SeparatedValues(text)
    } catch {
      throw CampaignError(
        .input, "\(name): \(error) It must be a table of comma-separated values, with points as decimal separators.")
    }
    self.name = name
    let columns = try ToldColumns(
      titles: table.header, of: name, properties: properties, isOfCompositions: kind == .composition)
    var reader = ToldLineReader(columns: columns, name: name, properties: properties, wanted: wanted, kind: kind)
    var rows: [Row] = []
    for row in table.rows { rows.append(try reader.row(row)) }
    self.rows = rows
    notes = columns.notes + reader.notes
  }
}

/// Reads the lines of a table with the meanings of its titles.
private struct ToldLineReader {
  private typealias Column = ToldColumns.Column

  private let name: String
  private let properties: [Property]
  private let wanted: [String]
  private let kind: MaterialKind
  private let columns: [ToldColumns.Column]
  private var leftOut: [String] = []
  private var unrecordedNotes: [Int] = []
  private var foreignIdentifiers: [Int] = []

  init(columns: ToldColumns, name: String, properties: [Property], wanted: [String], kind: MaterialKind) {
    self.name = name
    self.kind = kind
    self.properties = properties
    self.wanted = wanted
    self.columns = columns.columns
  }

  /// The contents of lines that were ignored, a sentence each.
  var notes: [String] {
    var notes: [String] = []
    if !leftOut.isEmpty {
      let more = leftOut.count > 3 ? " and \(leftOut.count - 3) more" : ""
      notes.append(
        "\(counted(leftOut.count, "value")) \(leftOut.count == 1 ? "is" : "are") left out, being a bound or not a number: "
          + "\(leftOut.prefix(3).joined(separator: ", "))\(more).")
    }
    if let first = foreignIdentifiers.first {
      notes.append(
        "\(counted(foreignIdentifiers.count, "id")) \(foreignIdentifiers.count == 1 ? "is not a number" : "are not numbers") of the "
          + "campaign (line \(first)\(foreignIdentifiers.count > 1 ? " first" : "")): the SMILES says which molecule is meant."
      )
    }
    if let first = unrecordedNotes.first {
      notes.append(
        unrecordedNotes.count == 1
          ? "The note on line \(first) is not recorded, since the line has no value yet."
          : "\(unrecordedNotes.count) notes are not recorded (line \(first) first), since their lines have no value yet."
      )
    }
    return notes
  }

  mutating func row(_ row: SeparatedValues.Row) throws(CampaignError) -> ToldTable.Row {
    var fields: [Column: String] = [:]
    for (column, field) in zip(columns, row.fields) {
      let text = SeparatedValues.trimmed(field)
      if !text.isEmpty { fields[column] = text }
    }
    let content = try content(of: fields, line: row.line)
    let molecule = try molecule(fields[.smiles], line: row.line)
    let number = try number(fields[.number], line: row.line, hasMolecule: molecule != nil)
    guard number != nil || molecule != nil || content == .nothing else {
      throw refusal(row.line, "names no molecule; fill in its id or its smiles.")
    }
    return ToldTable.Row(line: row.line, number: number, molecule: molecule, content: content)
  }

  /// A number of the campaign. Spreadsheets write whole numbers as 1.0.
  private mutating func number(_ text: String?, line: Int, hasMolecule: Bool) throws(CampaignError) -> Int? {
    guard let text else { return nil }
    guard let number = decimalNumber(text).flatMap(Int.init(exactly:)), number > 0 else {
      // The table has identifiers of its own, and the SMILES identifies the molecule.
      if hasMolecule {
        foreignIdentifiers.append(line)
        return nil
      }
      throw refusal(line, "has the id '\(text)', which is not a number of a molecule in the campaign.")
    }
    return number
  }

  private func molecule(_ text: String?, line: Int) throws(CampaignError) -> Molecule? {
    guard let text else { return nil }
    let molecule: Molecule
    do {
      molecule = try kind.candidate(text)
    } catch {
      throw refusal(line, "has no molecule. \(error)")
    }
    guard molecule.componentCount == 1 else {
      throw refusal(
        line,
        "has '\(molecule.smiles)', \(molecule.componentCount) components that no bond connects; a campaign proposes "
          + "molecules of one, so give that alone, or take the line out.")
    }
    guard molecule.isotopeLabelCount == 0 else {
      throw refusal(
        line,
        "has '\(molecule.smiles)', which has an isotope label, and a campaign proposes molecules without; give it without the "
          + "label, or take the line out.")
    }
    return molecule
  }

  private mutating func content(of fields: [ToldColumns.Column: String], line: Int) throws(CampaignError)
    -> ToldTable.Content
  {
    var observations: [ObservationEntry] = []
    for property in properties {
      let value = try quantity(fields[.value(property.name)], property.name, line: line)
      let uncertainty = try quantity(fields[.uncertainty(property.name)], "\(property.name)_uncertainty", line: line)
      if let uncertainty, uncertainty < 0 {
        throw refusal(line, "has the \(property.name)_uncertainty \(uncertainty), which is below zero.")
      }
      if let value {
        observations.append(ObservationEntry(property: property.name, value: value, uncertainty: uncertainty))
      } else if uncertainty != nil, fields[.value(property.name)] == nil {
        throw refusal(line, "has an uncertainty of \(property.name) but no value.")
      }
    }
    switch FailureMark(fields[.failed] ?? "") {
    case .no: break
    case .unclear:
      throw refusal(
        line,
        "has '\(fields[.failed] ?? "")' under 'failed', which may mean either; write yes or no, or the reason of the failure."
      )
    case .yes(let reason):
      guard observations.isEmpty else { throw refusal(line, "has values and is marked as failed; give one of them.") }
      let reasons = [reason, fields[.note]].compactMap(\.self)
      return .failure(reasons.isEmpty ? "It was told as failed, without a reason." : reasons.joined(separator: ". "))
    }
    guard !observations.isEmpty else {
      if fields[.note] != nil { unrecordedNotes.append(line) }
      return .nothing
    }
    // A cell that explicitly has no value is not a mistake.
    let isLeftOut = wanted.contains { name in
      fields[.value(name)] != nil && !observations.contains { $0.property == name }
    }
    if isLeftOut { return .nothing }
    if let missing = wanted.first(where: { name in !observations.contains { $0.property == name } }) {
      throw refusal(
        line,
        "has \(observations.map(\.property).joined(separator: " and ")) but no \(missing); all values of a molecule are told "
          + "at once, so leave its line empty until all are known.")
    }
    return .values(observations, notes: [fields[.note]].compactMap(\.self))
  }

  /// A finite number in decimal notation; nil if the cell is empty or left out.
  private mutating func quantity(_ text: String?, _ column: String, line: Int) throws(CampaignError) -> Double? {
    guard let text else { return nil }
    switch CellValue(text) {
    case .number(let value): return value
    case .empty: return nil
    case .missing, .censored:
      leftOut.append("'\(text)' (\(column), line \(line))")
      return nil
    case .other:
      guard !text.contains(",") else {
        throw refusal(line, "has the \(column) '\(text)'; write it with a decimal point, such as 78.4.")
      }
      let number = text.prefix { !$0.isWhitespace }
      if number.count < text.count, decimalNumber(String(number)) != nil {
        throw refusal(line, "has the \(column) '\(text)'; write the number alone.")
      }
      throw refusal(line, "has the \(column) '\(text)', which is not a finite number \(usableSizes).")
    }
  }

  private func refusal(_ line: Int, _ problem: String) -> CampaignError {
    CampaignError(.input, "\(name): line \(line) \(problem)")
  }
}
