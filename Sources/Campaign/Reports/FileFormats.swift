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

/// A column's title for a quantity: letters and digits of the unit alone, so that it is a name in R and pandas, such as
/// `polarizability_au`.
package func columnTitle(_ name: String, unit: String) -> String {
  let unit = unit.filter { $0.isLetter || $0.isNumber }
  return unit.isEmpty ? name : "\(name)_\(unit)"
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

/// The text with spaces in the place of line breaks and other control characters.
private func oneLine(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
}
