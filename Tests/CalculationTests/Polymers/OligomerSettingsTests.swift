import Calculation
import Chemistry
import Testing

@Suite struct OligomerSettingsTests {
  private func calculator(_ settings: CalculatorSettings, program: String = "xtb") throws -> OligomerCalculator? {
    try Calculators.make(name: program, CalculatorSetup(settings)) as? OligomerCalculator
  }

  private func oligomer(_ values: [String: JSONValue]) -> CalculatorSettings { ["oligomer": .map(values)] }

  private static let units = JSONValue.list([.number(6), .number(2)])

  @Test func everyProgramTakesThem() throws {
    let settings = try #require(
      try calculator(
        oligomer([
          "units": Self.units, "ends": .text("CH3"), "tacticity": .text("atactic"), "seed": .number(7),
          "limit": .text("dipole"),
        ]))
    ).settings
    #expect(settings.units == [2, 6] && settings.ends == .methyl && settings.tacticity == .atactic)
    #expect(settings.seed == 7 && settings.limits == ["dipole"] && settings.perUnit.isEmpty)
    for program in ["libxtb", "mopac"] {
      #expect(try calculator(oligomer(["units": Self.units]), program: program) != nil)
    }
    #expect(try calculator(["conformers": .number(1)]) == nil)
    #expect(try calculator(oligomer(["units": .number(3)]))?.settings.units == [3])
  }

  @Test func theOtherSettingsAreTheProgramsOwn() throws {
    let own = try #require(try calculator(oligomer(["units": Self.units]).with(["method": .text("GFN1")])))
    #expect(own.calculationProtocol.summary.contains("GFN1-xTB"))
    #expect(own.name == "xtb")
  }

  @Test(arguments: [
    (
      ["ends": JSONValue.text("H")],
      "'oligomer.units' of the calculator 'xtb' must be a list of different whole numbers"
    ),
    (["units": .list([])], "'oligomer.units'"),
    (["units": .list([.number(2), .number(2)])], "different whole numbers"),
    (["units": .list([.number(0)])], "from 1 to 50"), (["units": .list([.number(2.5)])], "from 1 to 50"),
    (["units": units, "ends": .text("OH")], "'oligomer.ends' of the calculator 'xtb' must be one of H, CH3"),
    (["units": units, "tacticity": .text("random")], "one of unspecified, isotactic, syndiotactic, atactic"),
    (["units": units, "seed": .number(1)], "'oligomer.seed' of the calculator 'xtb' must be left out unless"),
    (["units": units, "length": .number(1)], "no setting 'oligomer.length'"),
    (["units": units, "limit": .text("colour")], "and not 'colour'"),
    (["units": units, "limit": .text("dipole"), "per_unit": .text("dipole")], "which 'per_unit' names as well"),
  ])
  func aMistakeIsASentence(values: [String: JSONValue], words: String) {
    let error = #expect(throws: CalculatorSetupError.self) { try calculator(oligomer(values)) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test func aProgramWhosePropertiesAreUnknownIsToldWhatBecomesOfThem() throws {
    let own: CalculatorSettings = [
      "command": .list([.text("true"), .text("{smiles}")]), "properties": .map(["n": .text("")]),
    ]
    let error = #expect(throws: CalculatorSetupError.self) {
      try calculator(own.with(["oligomer": .map(["units": Self.units])]), program: "command")
    }
    #expect(error?.description.contains("told what becomes of its properties as a chain grows") == true)
    let told = try calculator(
      own.with(["oligomer": .map(["units": Self.units, "per_unit": .text("n")])]), program: "command")
    #expect(told?.properties.map(\.name) == ["n"])
  }

  @Test func whatRunsNoProgramHasNoChains() {
    let error = #expect(throws: CalculatorSetupError.self) {
      try calculator(
        ["properties": .map(["n": .text("")]), "oligomer": .map(["units": Self.units])], program: "by-hand")
    }
    #expect(error?.description.contains("its values are those of the repeat unit itself") == true)
  }
}

extension CalculatorSettings {
  /// The settings with others added.
  fileprivate func with(_ others: CalculatorSettings) -> CalculatorSettings {
    CalculatorSettings(values.merging(others.values) { $1 })
  }
}
