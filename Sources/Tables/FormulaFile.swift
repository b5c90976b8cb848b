import Compositions
import Files

/// The records of a file with the formula of an inorganic composition on each line, followed by white space and perhaps a
/// name. Empty lines and lines that begin with `#` are not records, nor is a first line that is the word `formula`.
func formulaRecords(_ bytes: TextBytes) -> [MoleculeTable.Record] {
  var records: [MoleculeTable.Record] = []
  var isFirst = true
  for line in bytes.lines where !line.isBlank {
    let text = SeparatedValues.trimmed(line.text)
    guard !text.hasPrefix("#") else { continue }
    // The identity of a composition, as tables of Cohobate have it, has spaces.
    let isWhole = isCompositionIdentity(text)
    let formula = isWhole ? text : String(text.prefix { !$0.isWhitespace })
    defer { isFirst = false }
    if isFirst, isFormulaTitle(formula) { continue }
    let name = SeparatedValues.trimmed(String(text.dropFirst(formula.count)))
    let isUnclear = !isWhole && !name.isEmpty && (try? Composition(text)) != nil
    records.append(
      MoleculeTable.Record(
        line: line.number, name: name.isEmpty ? nil : name, structure: .formula(formula),
        bytes: Array(line.bytes) + [UInt8(ascii: "\n")],
        problem: isUnclear ? "it is not clear whether '\(name)' is a name or belongs to the formula" : nil))
  }
  return records
}
