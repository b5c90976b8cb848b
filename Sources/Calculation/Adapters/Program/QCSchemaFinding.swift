import Files

/// The path and factor of a property's value in a QCSchema result.
struct QCSchemaFinding: Sendable {
  let property: Property
  /// The keys that lead to the value: `["properties", "scf_dipole_moment"]`. A number among them is an index in a list,
  /// from 0.
  let path: [String]
  /// The factor that converts the number to the property's unit.
  let factor: Double

  /// Reads `properties`, sorted by name.
  static func read(_ reader: inout SettingsReader) throws(CalculatorSetupError) -> [QCSchemaFinding] {
    guard let map = try reader.map("properties"), !map.isEmpty else {
      throw reader.refusal(
        of: "properties",
        mustBe: "a mapping from each property's name to {path, unit, factor}, as in "
          + "{energy: {path: return_result, unit: Eh}}, and is required")
    }
    var findings: [QCSchemaFinding] = []
    for (name, value) in map.sorted(by: { $0.key < $1.key }) {
      guard case .map(let settings) = value else {
        throw reader.refusal(of: "properties", mustBe: "{path, unit, factor} for '\(name)'")
      }
      var inner = SettingsReader(CalculatorSettings(settings), of: "qcschema, property '\(name)',")
      guard let path = try inner.text("path") else {
        throw inner.refusal(
          of: "path", mustBe: "the path of the value in the result, such as return_result, and is required")
      }
      let property = try ProgramSettings.property(
        name, unit: try inner.textOrEmpty("unit") ?? "", summary: try inner.text("summary"), reader)
      let factor = try inner.number("factor") ?? 1
      guard factor != 0, isUsable(factor) else {
        throw inner.refusal(of: "factor", mustBe: "a number \(usableSizes), and not 0")
      }
      try inner.finish()
      findings.append(
        QCSchemaFinding(
          property: property.from("\(path) of the QCSchema result"), path: path.split(separator: ".").map(String.init),
          factor: factor))
    }
    return findings
  }

  /// The path and the factor.
  var inWords: String { factor == 1 ? path.joined(separator: ".") : "\(path.joined(separator: ".")) × \(factor)" }
}
