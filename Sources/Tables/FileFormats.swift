package import Files
import Foundation

/// A line of comma-separated values (RFC 4180).
package func separatedLine(_ fields: [String]) -> String {
  let quoted = fields.map { field in
    // Searched by scalars, because CR LF is one character that does not equal LF.
    guard field.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return field }
    return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
  return quoted.joined(separator: ",") + "\n"
}

/// A table as the text of a CSV file. It begins with a byte-order mark if it has characters beyond ASCII: without the
/// mark, spreadsheets would read it as Latin-1.
package func separatedText(_ lines: [[String]]) -> String {
  let text = lines.map(separatedLine).joined()
  return text.utf8.allSatisfy { $0 < 128 } ? text : "\u{FEFF}" + text
}

/// A record of an SD file: a mol block with another title, and data fields.
package func structureRecord(title: String, block: String, data: [(key: String, value: String)]) -> String {
  // The first line of a mol block is its title.
  var text = oneLine(title) + block.drop { $0 != "\n" }
  if !text.hasSuffix("\n") { text += "\n" }
  // A line break or a bracket in a key, and an empty line in a value, would end the field.
  for (key, value) in data { text += ">  <\(oneLine(key.replacing(">", with: ")")))>\n\(oneLine(value))\n\n" }
  return text + "$$$$\n"
}

/// The refusal of a format that has bonds or atoms in space, for what is known by its formula alone.
///
/// - Parameters:
///   - ending: The format, as the ending of a file: `.sdf`.
///   - formats: Those that hold formulas: `csv or json`.
package func refusalOfCompositions(in ending: String, writing formats: String) -> CampaignError {
  CampaignError(
    .input,
    "Compositions have only a formula, and no \(ending) file can hold that; write \(formats) instead.")
}

/// A line of a SMILES file: the SMILES and a name.
package func smilesLine(_ smiles: String, name: String) -> String { "\(smiles)\t\(oneLine(name))\n" }

/// The text with spaces instead of line breaks and other control characters.
private func oneLine(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
}

/// A calculated or measured value in a file: 12 digits, which exceeds the precision of any program or measurement, so
/// that a mean is not written with binary rounding errors. Empty if there is none.
package func valueText(_ value: Double?) -> String { value.map { shortest($0, digits: 12) } ?? "" }

/// A prediction or an uncertainty in a file: 6 digits. Empty if there is none.
package func estimateText(_ value: Double?) -> String { value.map { shortest($0, digits: 6) } ?? "" }

private func shortest(_ value: Double, digits: Int) -> String {
  let text = String(format: "%.\(digits)g", value)
  // As Swift writes it, with a point.
  guard let rounded = Double(text) else { return text }
  return "\(rounded)"
}
