import Files

/// A table of comma-separated values with a line of titles, one of which is the title of the SMILES; or, of inorganic
/// compositions, `formula`.
struct RowFile {
  let titles: [String]
  let smilesColumn: Int
  let records: [MoleculeTable.Record]

  init(_ bytes: TextBytes, name: String, column: String?) throws(MoleculeFileError) {
    let text = try bytes.text(name: name)
    if let problem = tableProblem(text) { throw MoleculeFileError("'\(name)' cannot be read. \(problem)") }
    let table: SeparatedValues
    do throws(SeparatedValues.Malformed) {
      table = try SeparatedValues(text, allowsUnevenRows: true)
    } catch {
      let problem = SeparatedValues.Malformed(line: error.line + bytes.linesBefore, problem: error.problem)
      throw MoleculeFileError("'\(name)' is not a table of comma-separated values: \(problem)")
    }
    let titles = table.header
    let wanted = column ?? "smiles"
    // A table that has SMILES under another title is not one of formulas.
    let formulas =
      column == nil && !titles.contains(where: isSMILESTitle) ? titles.firstIndex(where: isFormulaTitle) : nil
    guard let place = table.column(wanted) ?? formulas else {
      throw MoleculeFileError(
        "'\(name)' has no column '\(wanted)' with SMILES; name one of its columns: \(titles.joined(separator: ", "))."
          + suggestion(for: wanted, among: titles))
    }
    let names = titles.indices.first { $0 != place && isNameTitle(titles[$0]) }
    let identifiers = titles.indices.first { $0 != place && isIdentifierTitle(titles[$0]) }
    let isOfFormulas = isFormulaTitle(titles[place])
    records = table.rows.map { row in
      func field(_ place: Int?) -> String {
        guard let place, place < row.fields.count else { return "" }
        return SeparatedValues.trimmed(row.fields[place])
      }
      let text = field(place)
      let extended = isOfFormulas ? nil : ExtendedNotation(text)
      // An extra comma, as in a name, moves the following fields to other columns.
      let isLonger = row.fields.dropFirst(titles.count).contains { !SeparatedValues.trimmed($0).isEmpty }
      return MoleculeTable.Record(
        line: row.line + bytes.linesBefore, name: field(names).isEmpty ? nil : field(names),
        identifier: field(identifiers).isEmpty ? nil : field(identifiers),
        structure: isOfFormulas ? .formula(text) : .smiles(extended?.smiles ?? text),
        fields: Array(row.fields.prefix(titles.count)), bytes: Array(separatedLine(row.fields).utf8),
        problem: isLonger
          ? "the row has \(row.fields.count) fields, but the header has \(titles.count); put texts with commas in quotation marks"
          : extended?.problem,
        isMixture: extended?.isMixture ?? false)
    }
    (self.titles, smilesColumn) = (titles, place)
  }
}
