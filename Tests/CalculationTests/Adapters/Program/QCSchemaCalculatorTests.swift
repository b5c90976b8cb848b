import Calculation
import Testing

@Suite struct QCSchemaCalculatorTests {
  private static let settings: CalculatorSettings = [
    "model": .map(["method": .text("PM7")]),
    "properties": .map([
      "energy": .map(["path": .text("return_result"), "unit": .text("Eh")]),
      "dipole": .map([
        "path": .text("properties.scf_dipole_moment"), "unit": .text("D"), "factor": .number(2.541746473),
      ]),
    ]),
  ]

  /// A program that answers as QCEngine 0.52 does, changed by a line of Python.
  private static func program(_ change: String = "pass", persistent: Bool = false) throws -> ScriptedProgram {
    var settings = settings
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

  /// Version 2 of the schema, as QCElemental writes it.
  private static let versionTwo = """
    r = {"schema_name": "qcschema_atomic_result", "schema_version": 2, "success": True, "molecule": q["molecule"], \
    "return_result": -1.5, "properties": {"scf_dipole_moment": [3, 0, -4]}, "input_data": {"schema_version": 2, \
    "molecule": q["molecule"], "specification": {"driver": "energy", "model": {"method": "pm7"}}}}
    """

  @Test(arguments: ["pass", versionTwo], [false, true])
  func bothVersionsAreRead(change: String, persistent: Bool) async throws {
    let values = try await Self.program(change, persistent: persistent).result(of: "O").get().values
    #expect(values["energy"] == -1.5)
    #expect(abs((values["dipole"] ?? 0) - 5 * 2.541746473) < 1e-12)
  }

  @Test func theQuestionIsInBohrWithItsMultiplicity() async throws {
    let program = try Self.program(
      "m = q['molecule']; g = m['geometry']; r['return_result'] = sum((g[i] - g[3 + i])**2 for i in range(3))**0.5; "
        + "assert (m['molecular_multiplicity'], m['molecular_charge'], m['connectivity']) == (2, 0, [[0, 1, 1]]), m")
    // An O–H bond of 0.97 Å or so.
    let distance = try #require(try await program.result(of: "[OH]").get().values["energy"])
    #expect(abs(distance - 0.97 / 0.529177) < 0.1)
  }

  @Test(arguments: [
    ("input_error", FailureClass.input), ("resource_error", .resource), ("convergence_error", .convergence),
    ("random_error", .random), ("unknown_error", .unknown), ("something_new", .unknown),
  ])
  func theTypeOfAnErrorIsItsClass(type: String, failureClass: FailureClass) async throws {
    let failure = try await Self.program(
      "r = {'success': False, 'error': {'error_type': '\(type)', 'error_message': 'Traceback\\nNo good.\\n'}}"
    ).failure()
    #expect(failure?.failureClass == failureClass)
    #expect(failure?.message == "python3 program.py says (\(type)): No good.")
    #expect(failure?.evidence.contains("Traceback") == true)
  }

  @Test(arguments: [
    ("del r['success']", FailureClass.unknown, "has nothing as 'success'"),
    ("r['return_result'] = float('nan')", .unknown, "has nan as 'return_result'"),
    ("r['return_result'] = 'low'", .unknown, "has the text \"low\" as 'return_result'"),
    ("r['return_result'] = [1, 2]", .unknown, "has a list of 2 at 'return_result'"),
    ("r['properties'] = {}", .unknown, "has nothing at 'properties.scf_dipole_moment', where 'dipole' is looked for"),
    ("r['model'] = {'method': 'AM1'}", .unknown, "is by the method 'AM1', but 'PM7' was asked"),
    ("r['id'] = '3'", .unknown, "it answers another question"),
    ("del r['molecule']", .unknown, "has no 'molecule'"),
    ("r['molecule']['symbols'][0] = 'S'", .topologyChanged, "is about other atoms"),
    ("r['molecule']['molecular_charge'] = 1", .topologyChanged, "another charge"),
    ("r['molecule']['geometry'][0] += 1", .topologyChanged, "other places"),
    ("print('banner')", .unknown, "print that to standard error"),
    ("sys.exit(2)", .unknown, "ended with exit status 2"),
  ])
  func nonsenseIsAFailureWithASentence(change: String, failureClass: FailureClass, words: String) async throws {
    let failure = try await Self.program(change).failure()
    #expect(failure?.failureClass == failureClass)
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
  }

  private static let refused: [(String, CalculatorSettings.Value?, String)] = [
    ("model", nil, "'model'"),
    ("model", .map([:]), "'method'"),
    ("driver", .text("force"), "'driver'"),
    ("properties", nil, "'properties'"),
    ("properties", .map(["energy": .text("Eh")]), "{path, unit, factor} for 'energy'"),
    ("properties", .map(["energy": .map(["unit": .text("Eh")])]), "'path'"),
    ("properties", .map(["energy": .map(["path": .text("a"), "unit": .text("eV")])]), "'energy' in Eh"),
    ("keywords", .text("a"), "'keywords'"),
  ]

  @Test(arguments: refused)
  func senselessSettingsAreRefused(key: String, value: CalculatorSettings.Value?, words: String) {
    var settings = Self.settings
    settings.values["command"] = .list([.text("true")])
    settings.values[key] = value
    let error = #expect(throws: CalculatorSetupError.self) {
      try Calculators.make(name: "qcschema", CalculatorSetup(settings))
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }
}
