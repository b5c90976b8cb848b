import Calculation
import Foundation
import Testing

@Suite struct XTBSettingsReadingTests {
  @Test func nothingSaidIsTheRecommendedProtocol() throws {
    #expect(try XTBSettings([:]) == XTBSettings())
    #expect(XTBSettings().summary == "GFN2-xTB, normal optimisation, 8 conformers, gas phase")
  }

  @Test func everythingSaid() throws {
    let settings = try XTBSettings([
      "executable": .text("/opt/xtb"), "method": .text("GFN1"), "optimization": .text("none"),
      "solvent": .text("toluene"), "conformers": .number(1), "time_limit": .number(2.5),
    ])
    #expect(
      settings
        == XTBSettings(
          executable: "/opt/xtb", method: .gfn1, optimisation: .none, solvent: .toluene, conformers: 1,
          timeLimitSeconds: 2.5))
    #expect(settings.summary == "GFN1-xTB, single point, 1 conformer, ALPB toluene")
    #expect(try JSONDecoder().decode(XTBSettings.self, from: JSONEncoder().encode(settings)) == settings)
  }

  @Test(arguments: [
    ("method", JSONValue.text("GFN0"), "one of GFN1, GFN2"), ("solvent", .text("h2so4"), "one of"),
    ("optimization", .text("best"), "one of none, crude"), ("conformers", .number(0), "from 1 to 99"),
    ("conformers", .number(1.5), "a whole number"), ("time_limit", .number(-1), "a positive number (seconds)"),
    ("executable", .text("bin/xtb"), "an absolute path"), ("executable", .flag(true), "a text"),
  ])
  func nonsenseIsNamed(key: String, value: JSONValue, words: String) {
    let error = #expect(throws: CalculatorSetupError.self) { try XTBSettings(CalculatorSettings([key: value])) }
    #expect(error?.description.contains("'\(key)' of the calculator 'xtb' must be") == true)
    #expect(error?.description.contains(words) == true)
  }

  @Test func unknownKeysAreRefused() {
    let error = #expect(throws: CalculatorSetupError.self) { try XTBSettings(["metod": .text("GFN2")]) }
    let sentence = "has no setting 'metod'; it has: charge, conformers, executable, method"
    #expect(error?.description.contains(sentence) == true)
  }

  // MARK: Protocols

  @Test func aProtocolSetsWhatIsNotSet() throws {
    let settings = try XTBSettings(["protocol": .text("quick"), "conformers": .number(2)])
    #expect(settings == XTBSettings(preoptimisation: .gfnff, optimisation: .none, conformers: 2))
    #expect(try XTBSettings(["protocol": .text("quick"), "method": .text("GFN-FF")]).preoptimisation == .none)
  }

  @Test func preoptimisingWithTheMethodItselfIsRefused() {
    let error = #expect(throws: CalculatorSetupError.self) {
      try XTBSettings(["method": .text("GFN-FF"), "preoptimization": .text("GFN-FF")])
    }
    #expect(error?.description.contains("'preoptimization'") == true)
  }

  // MARK: Properties

  @Test func propertiesAndObjectivesBecomeRuns() throws {
    let settings = try XTBSettings(
      ["properties": .list([.text("fukui_zero"), .text("gap")])], wanted: ["hardness", "gap", "colour"])
    #expect(settings.propertyRuns == [.ionise, .attach, .detach])
    let names = settings.properties.map(\.name)
    #expect(names.contains("ea") && names.contains("fukui_plus") && !names.contains("oxidation_potential"))
    #expect(Set(names).count == names.count)
  }

  private static let impossible: [(CalculatorSettings, String)] = [
    (["properties": .text("colour")], "not 'colour'"),
    (["properties": .text("colour")], "gap, homo, lumo, dipole, polarizability, energy, ip, ea"),
    (["properties": .text("oxidation_potential")], "needs water as the solvent"),
    (["properties": .text("oxidation_potential"), "solvent": .text("dmso")], "needs water as the solvent"),
    (["properties": .text("enthalpy"), "optimization": .text("none")], "needs an optimised geometry"),
    (["properties": .text("ip"), "method": .text("GFN-FF")], "needs a method with electrons"),
    (["properties": .text("polarizability"), "method": .text("GFN1")], "not 'polarizability'"),
  ]

  @Test(arguments: impossible)
  func propertiesThatCannotBeHad(settings: CalculatorSettings, words: String) {
    let error = #expect(throws: CalculatorSetupError.self) { try XTBSettings(settings) }
    #expect(error?.description.contains("'properties' of the calculator 'xtb' must be") == true)
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func anObjectiveThatCannotBeHadIsRefused() {
    #expect(throws: CalculatorSetupError.self) { try XTBSettings([:], wanted: ["reduction_potential"]) }
  }

  // MARK: Solvents

  @Test func solventsWithoutParametersAreRefused() throws {
    let water: CalculatorSettings = ["solvent": .text("water"), "solvation": .text("GBSA")]
    #expect(try XTBSettings(water).solvation == .gbsa)
    let dmf: CalculatorSettings = ["solvent": .text("dmf"), "solvation": .text("GBSA")]
    #expect(try XTBSettings(dmf).solvent == .dmf)
    // IPEA-xTB is a variant of GFN1, which has none.
    let error = #expect(throws: CalculatorSetupError.self) { try XTBSettings(dmf, wanted: ["ip"]) }
    #expect(error?.description.contains("has parameters for with GFN1: acetone") == true)
    #expect(throws: CalculatorSetupError.self) {
      try XTBSettings(["solvent": .text("octanol"), "solvation": .text("GBSA")])
    }
    #expect(throws: CalculatorSetupError.self) { try XTBSettings(["solvation": .text("GBSA")]) }
  }
}
