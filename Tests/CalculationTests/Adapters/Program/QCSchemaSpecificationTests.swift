import Calculation
import Testing

@Suite struct QCSchemaSpecificationTests {
  @Test func theQuestionIsInBohrWithItsMultiplicity() async throws {
    let program = try QCSchemaProgram.make(
      "m = q['molecule']; g = m['geometry']; r['return_result'] = sum((g[i] - g[3 + i])**2 for i in range(3))**0.5; "
        + "assert (m['molecular_multiplicity'], m['molecular_charge'], m['connectivity']) == (2, 0, [[0, 1, 1]]), m")
    // An O–H bond of 0.97 Å or so.
    let distance = try #require(try await program.result(of: "[OH]").get().values["energy"])
    #expect(abs(distance - 0.97 / 0.529177) < 0.1)
  }

  @Test func modelDriverAndKeywordsAreHandedOn() async throws {
    let program = try QCSchemaProgram.make(
      "assert (q['model'], q['driver'], q['keywords']) == ({'method': 'PM7', 'basis': 'sto-3g'}, 'gradient', "
        + "{'a': [1, True], 'b': {'c': 'd'}}), q",
      [
        "model": .map(["method": .text("PM7"), "basis": .text("sto-3g")]), "driver": .text("gradient"),
        "keywords": .map(["a": .list([.number(1), .flag(true)]), "b": .map(["c": .text("d")])]),
      ])
    #expect(try await program.failure() == nil)
    let step = try #require(program.calculator.calculationProtocol.steps.last)
    #expect(step.settings["method"] == "PM7")
    #expect(step.settings["basis"] == "sto-3g")
    #expect(step.settings["driver"] == "gradient")
    #expect(step.settings["keywords"] == #"{"a":[1,true],"b":{"c":"d"}}"#)
  }

  @Test(
    arguments: [
      ("model", nil, "'model'"), ("model", .map([:]), "'method'"), ("model", .map(["methd": .text("a")]), "'method'"),
      ("driver", .text("force"), "'driver'"), ("keywords", .text("a"), "'keywords'"),
    ] as [(String, JSONValue?, String)])
  func senselessSettingsAreRefused(key: String, value: JSONValue?, words: String) {
    QCSchemaProgram.expectRefusal(key, value, words: words)
  }
}
