package import Calculation
package import CampaignStore
package import Chemistry
import Files
import Foundation
import MolecularDesign

/// A table of values that a person hands over, checked by itself: what it says, not yet whether it fits the record.
package struct ToldTable {
  /// What a line says of its molecule.
  package enum Content: Sendable, Hashable {
    /// Nothing as yet.
    case nothing
    case values([ObservationEntry], notes: [String])
    /// Why there are no values, in a sentence.
    case failure(String)
  }

  /// One line. It names its molecule by number, by SMILES, or by both.
  package struct Row {
    package let line: Int
    package let number: Int?
    package let molecule: Molecule?
    package let content: Content
  }

  /// What people call the table in messages.
  package let name: String
  package let rows: [Row]

  /// Reads a table of comma-separated values with the titles `id` or `smiles`, and those of properties.
  ///
  /// - Parameters:
  ///   - name: The file's name, for messages.
  ///   - properties: What there may be values of.
  ///   - wanted: The properties without which a molecule's values are of no use.
  /// - Throws: `CampaignError` of kind `.input` that names the line, and says what would be right.
  package init(
    _ text: String, name: String, properties: [Property], wanted: [String]
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
    let reader = try ToldLineReader(table: table, name: name, properties: properties, wanted: wanted)
    var rows: [Row] = []
    for row in table.rows { rows.append(try reader.row(row)) }
    self.rows = rows
  }
}

/// Reads the lines of a table by what its titles say.
private struct ToldLineReader {
  private enum Column: Hashable {
    case number, smiles, failed, note
    case value(String)
    case uncertainty(String)
    /// What is handed out for people to read, and means nothing when it comes back.
    case ignored
  }

  private let name: String
  private let properties: [Property]
  private let wanted: [String]
  private let titles: [String]
  private let columns: [Column]

  init(table: SeparatedValues, name: String, properties: [Property], wanted: [String]) throws(CampaignError) {
    self.name = name
    self.properties = properties
    self.wanted = wanted
    titles = table.header
    var columns: [Column] = []
    for title in table.header {
      let column = try Self.column(title, in: name, properties: properties)
      guard column == .ignored || !columns.contains(column) else {
        throw CampaignError(.input, "\(name): There are two columns '\(title)'; keep one.")
      }
      columns.append(column)
    }
    guard columns.contains(.number) || columns.contains(.smiles) else {
      throw CampaignError(.input, "\(name): There is no column 'id' or 'smiles' that says which molecules are meant.")
    }
    self.columns = columns
  }

  /// What a title means, such as `gap (eV)` or `gap_uncertainty`.
  private static func column(
    _ title: String, in name: String, properties: [Property]
  ) throws(CampaignError) -> Column {
    let (word, unit) = split(title)
    switch word {
    case "id": return .number
    case _ where word.lowercased() == "smiles": return .smiles
    case "failed": return .failed
    case "note": return .note
    case "iteration", "why": return .ignored
    default: break
    }
    for property in properties {
      let column: Column
      switch word {
      case property.name: column = .value(property.name)
      case property.name + "_uncertainty": column = .uncertainty(property.name)
      case property.name + "_predicted", property.name + "_predicted_sd": column = .ignored
      default: continue
      }
      guard unit == nil || unit == property.unit else {
        let right = property.unit.isEmpty ? "it has no unit" : "it is in \(property.unit)"
        throw CampaignError(
          .input, "\(name): The column '\(title)' has another unit than \(property.name), \(right); convert the values."
        )
      }
      return column
    }
    let known = properties.map { "\($0.name), \($0.name)_uncertainty" }.joined(separator: ", ")
    throw CampaignError(
      .input,
      "\(name): The column '\(title)' is unknown; the columns may be id, smiles, \(known), failed, note."
        + suggestion(
          for: word,
          among: ["id", "smiles", "failed", "note"] + properties.flatMap { [$0.name, "\($0.name)_uncertainty"] }))
  }

  /// A title and the unit in brackets at its end.
  private static func split(_ title: String) -> (word: String, unit: String?) {
    for (open, close) in [("(", ")"), ("[", "]")] where title.hasSuffix(close) {
      guard let start = title.firstIndex(of: Character(open)) else { continue }
      let unit = title[title.index(after: start)...].dropLast()
      return (SeparatedValues.trimmed(String(title[..<start])), SeparatedValues.trimmed(String(unit)))
    }
    return (title, nil)
  }

  func row(_ row: SeparatedValues.Row) throws(CampaignError) -> ToldTable.Row {
    var fields: [Column: String] = [:]
    for (column, field) in zip(columns, row.fields) {
      let text = SeparatedValues.trimmed(field)
      if !text.isEmpty { fields[column] = text }
    }
    let content = try content(of: fields, line: row.line)
    let number = try number(fields[.number], line: row.line)
    let molecule = try molecule(fields[.smiles], line: row.line)
    guard number != nil || molecule != nil || content == .nothing else {
      throw refusal(row.line, "names no molecule; fill in its id or its smiles.")
    }
    return ToldTable.Row(line: row.line, number: number, molecule: molecule, content: content)
  }

  private func number(_ text: String?, line: Int) throws(CampaignError) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), number > 0 else { throw refusal(line, "has the id '\(text)', which is no number.") }
    return number
  }

  private func molecule(_ text: String?, line: Int) throws(CampaignError) -> Molecule? {
    guard let text else { return nil }
    let molecule: Molecule
    do {
      molecule = try Molecule(smiles: text)
    } catch {
      throw refusal(line, "has no molecule. \(error)")
    }
    guard molecule.componentCount == 1 else {
      throw refusal(
        line,
        "has '\(molecule.smiles)', \(molecule.componentCount) components that no bond connects; a campaign proposes "
          + "molecules of one, so give that alone, or take the line out.")
    }
    return molecule
  }

  private func content(of fields: [Column: String], line: Int) throws(CampaignError) -> ToldTable.Content {
    var observations: [ObservationEntry] = []
    for property in properties {
      let uncertainty = try quantity(fields[.uncertainty(property.name)], "\(property.name)_uncertainty", line: line)
      if let uncertainty, uncertainty < 0 {
        throw refusal(line, "has the \(property.name)_uncertainty \(uncertainty), which is below zero.")
      }
      if let value = try quantity(fields[.value(property.name)], property.name, line: line) {
        observations.append(ObservationEntry(property: property.name, value: value, uncertainty: uncertainty))
      } else if uncertainty != nil {
        throw refusal(line, "has an uncertainty of \(property.name) and no value of it.")
      }
    }
    if let failed = fields[.failed], !["no", "false", "0"].contains(failed.lowercased()) {
      guard observations.isEmpty else { throw refusal(line, "has values and has failed; it can only be one of them.") }
      let isMark = ["yes", "true", "1", "x"].contains(failed.lowercased())
      let reasons = [isMark ? nil : failed, fields[.note]].compactMap(\.self)
      return .failure(reasons.isEmpty ? "It was told as failed, without a reason." : reasons.joined(separator: ". "))
    }
    guard !observations.isEmpty else {
      guard fields[.note] == nil else {
        throw refusal(line, "has a note and no value; write 'yes' under 'failed', or take the note out as yet.")
      }
      return .nothing
    }
    if let missing = wanted.first(where: { name in !observations.contains { $0.property == name } }) {
      throw refusal(
        line,
        "has \(observations.map(\.property).joined(separator: " and ")) and no \(missing); what a molecule came to is told "
          + "at once, so leave its line empty until all of it is known.")
    }
    return .values(observations, notes: [fields[.note]].compactMap(\.self))
  }

  /// A finite number as computers write it.
  private func quantity(_ text: String?, _ column: String, line: Int) throws(CampaignError) -> Double? {
    guard let text else { return nil }
    guard !text.contains(",") else {
      throw refusal(line, "has the \(column) '\(text)'; the decimal separator is a point, and there is no other.")
    }
    guard let value = decimalNumber(text) else {
      throw refusal(line, "has the \(column) '\(text)', which is not a finite number \(usableSizes).")
    }
    return value
  }

  private func refusal(_ line: Int, _ problem: String) -> CampaignError {
    CampaignError(.input, "\(name): line \(line) \(problem)")
  }
}
