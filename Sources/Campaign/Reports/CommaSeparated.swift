import Foundation

/// How tables are written for other programs.
enum CommaSeparated {
  /// A column's title for a quantity: letters and digits of the unit alone, so that it is a name in R and pandas, such as
  /// `polarizability_au`.
  static func column(_ name: String, unit: String) -> String {
    let unit = unit.filter { $0.isLetter || $0.isNumber }
    return unit.isEmpty ? name : "\(name)_\(unit)"
  }

  /// Rows as RFC 4180 has them, but for the ends of lines, which are those of Unix.
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ field: String) -> String {
    // Of scalars: CR LF is one character.
    guard field.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return field }
    return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
