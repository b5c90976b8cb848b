import Calculation
import Testing

/// Programs that speak QCSchema, for tests.
enum QCSchemaProgram {
  static let settings: CalculatorSettings = [
    "model": .map(["method": .text("PM7")]),
    "properties": .map([
      "energy": .map(["path": .text("return_result"), "unit": .text("Eh")]),
      "dipole": .map([
        "path": .text("properties.scf_dipole_moment"), "unit": .text("D"), "factor": .number(2.541746473),
      ]),
    ]),
  ]

  /// A program that answers as QCEngine 0.52 does, changed by a line of Python.
  static func make(
    _ change: String = "pass", _ others: CalculatorSettings = [:], persistent: Bool = false
  ) throws -> ScriptedProgram {
    var settings = settings
    settings.values.merge(others.values) { $1 }
    settings.values["persistent"] = .flag(persistent)
    return try ScriptedProgram(
      "qcschema",
      python: """
        import json, sys
        q = json.loads(sys.stdin.readline())
        assert q["schema_name"] == "qcschema_input" and q["schema_version"] == 1, q
        r = dict(q, id=None, schema_name="qcschema_output", success=True, return_result=-1.5,
                 properties={"scf_dipole_moment": [3, 0, -4]})
        \(change)
        print(json.dumps(r))
        """, settings)
  }

  /// Expects the settings above to be refused with one of them changed, or taken away.
  static func expectRefusal(
    _ key: String, _ value: JSONValue?, words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: CalculatorSetupError.self, sourceLocation: sourceLocation) {
      var settings = settings
      settings.values["command"] = .list([.text("true")])
      settings.values[key] = value
      return try Calculators.make(name: "qcschema", CalculatorSetup(settings))
    }
    #expect(
      error?.description.contains(words) == true, "\(error?.description ?? "")", sourceLocation: sourceLocation)
  }
}
