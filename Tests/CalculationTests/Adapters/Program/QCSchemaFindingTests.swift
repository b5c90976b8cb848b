import Calculation
import Testing

@Suite struct QCSchemaFindingTests {
  private static func settings(path: String, factor: Double) -> CalculatorSettings {
    ["properties": .map(["a": .map(["path": .text(path), "unit": .text("m"), "factor": .number(factor)])])]
  }

  @Test(arguments: [
    ("return_result", 2.0, -3.0), ("extras.list.1", 1, 7), ("extras.list.2.deep", -1, -9),
    ("properties.scf_dipole_moment", 2, 10), ("extras.0", 1, 11),
  ])
  func aValueIsFoundByItsPathAndMultiplied(path: String, factor: Double, value: Double) async throws {
    let program = try QCSchemaProgram.make(
      "r['extras'] = {'list': [5, 7, {'deep': 9}], '0': 11}", Self.settings(path: path, factor: factor))
    #expect(try await program.result().get().values == ["a": value])
  }

  @Test(arguments: ["extras.list.3", "extras.list.-1", "extras.list.x", "extras.none", "return_result.a", "absent"])
  func whereNothingStandsTheSentenceNamesThePath(path: String) async throws {
    let program = try QCSchemaProgram.make(
      "r['extras'] = {'list': [1, 2, 3], 'none': None}", Self.settings(path: path, factor: 1))
    let message = try await program.failure()?.message
    #expect(message == "The answer of python3 program.py has nothing at '\(path)', where 'a' is looked for.")
  }

  @Test(arguments: [(1e99, 1e50), (1e-99, 1e-50), (-1e60, 1e60)])
  func aValueThatTheFactorMakesUnusableIsRefused(number: Double, factor: Double) async throws {
    let program = try QCSchemaProgram.make(
      "r['return_result'] = \(number)", Self.settings(path: "return_result", factor: factor))
    let failure = try await program.failure()
    #expect(failure?.failureClass == .unknown)
    #expect(failure?.message.contains("times the factor \(factor) cannot be calculated with") == true)
  }

  @Test func pathAndFactorAreInTheProtocol() throws {
    let program = try QCSchemaProgram.make("pass", Self.settings(path: "extras.gap", factor: 27.5))
    #expect(program.calculator.calculationProtocol.steps.last?.settings["value of a"] == "extras.gap × 27.5")
    #expect(program.calculator.properties.map(\.source) == ["extras.gap of the QCSchema result"])
  }

  @Test(
    arguments: [
      ("properties", nil, "'properties'"), ("properties", .map([:]), "'properties'"),
      ("properties", .map(["energy": .text("Eh")]), "{path, unit, factor} for 'energy'"),
      ("properties", .map(["energy": .map(["unit": .text("Eh")])]), "'path'"),
      ("properties", .map(["energy": .map(["path": .text("a"), "unit": .text("eV")])]), "'energy' in Eh"),
      ("properties", .map(["a": .map(["path": .text("a"), "factr": .number(1)])]), "'factr'"),
      ("properties", .map(["a": .map(["path": .text("a"), "factor": .number(0)])]), "'factor'"),
      ("properties", .map(["a": .map(["path": .text("a"), "factor": .number(1e300)])]), "'factor'"),
    ] as [(String, JSONValue?, String)])
  func senselessSettingsAreRefused(key: String, value: JSONValue?, words: String) {
    QCSchemaProgram.expectRefusal(key, value, words: words)
  }
}
