import Foundation

/// A line of comma-separated values as RFC 4180 has it.
package func separatedLine(_ fields: [String]) -> String {
  let quoted = fields.map { field in
    // By scalars: CR LF is one character, and not LF.
    guard field.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return field }
    return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
  return quoted.joined(separator: ",") + "\n"
}

/// A table as the text of a CSV file. Spreadsheets take a file for Latin-1 that has characters beyond ASCII and no byte-order mark,
/// so that such a file begins with one.
package func separatedText(_ lines: [[String]]) -> String {
  let text = lines.map(separatedLine).joined()
  return text.utf8.allSatisfy { $0 < 128 } ? text : "\u{FEFF}" + text
}

/// A record of an SD file: a mol block under another title, with data fields.
package func structureRecord(title: String, block: String, data: [(key: String, value: String)]) -> String {
  // The first line of a mol block is its title.
  var text = oneLine(title) + block.drop { $0 != "\n" }
  if !text.hasSuffix("\n") { text += "\n" }
  // A line break or a bracket in a key, and an empty line in a value, would end the field.
  for (key, value) in data { text += ">  <\(oneLine(key.replacing(">", with: ")")))>\n\(oneLine(value))\n\n" }
  return text + "$$$$\n"
}

/// A line of a file of SMILES: the SMILES and a name.
package func smilesLine(_ smiles: String, name: String) -> String { "\(smiles)\t\(oneLine(name))\n" }

/// The text with spaces in the place of line breaks and other control characters.
private func oneLine(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
}

/// A value that was calculated or measured as files have it: in 12 digits, which no program or measurement exceeds, so that a mean
/// is not written with the rounding of binary numbers. Empty where there is none.
package func valueText(_ value: Double?) -> String { value.map { shortest($0, digits: 12) } ?? "" }

/// A prediction or an uncertainty as files have it: in 6 digits. Empty where there is none.
package func estimateText(_ value: Double?) -> String { value.map { shortest($0, digits: 6) } ?? "" }

private func shortest(_ value: Double, digits: Int) -> String {
  let text = String(format: "%.\(digits)g", value)
  // As Swift writes it, with a point.
  guard let rounded = Double(text) else { return text }
  return "\(rounded)"
}
