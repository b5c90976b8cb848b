import Foundation

/// A line of comma-separated values as RFC 4180 has it.
package func separatedLine(_ fields: [String]) -> String {
  let quoted = fields.map { field in
    guard field.contains(where: { ",\"\r\n".contains($0) }) else { return field }
    return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
  return quoted.joined(separator: ",") + "\n"
}

/// A record of an SD file: a mol block under another title, with data fields.
package func structureRecord(title: String, block: String, data: [(key: String, value: String)]) -> String {
  // The first line of a mol block is its title.
  var text = title + block.drop { $0 != "\n" }
  if !text.hasSuffix("\n") { text += "\n" }
  for (key, value) in data { text += ">  <\(key)>\n\(value)\n\n" }
  return text + "$$$$\n"
}
