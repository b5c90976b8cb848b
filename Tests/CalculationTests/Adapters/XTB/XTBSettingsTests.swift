import Calculation
import Foundation
import Testing

@Suite struct XTBSettingsTests {
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
    ("method", CalculatorSettings.Value.text("GFN0"), "one of GFN1, GFN2"), ("solvent", .text("h2so4"), "one of"),
    ("optimization", .text("best"), "one of none, crude"), ("conformers", .number(0), "from 1 to 99"),
    ("conformers", .number(1.5), "a whole number"), ("time_limit", .number(-1), "a positive number (seconds)"),
    ("executable", .text("bin/xtb"), "an absolute path"), ("executable", .flag(true), "a text"),
  ])
  func nonsenseIsNamed(key: String, value: CalculatorSettings.Value, words: String) {
    let error = #expect(throws: CalculatorSetupError.self) { try XTBSettings(CalculatorSettings([key: value])) }
    #expect(error?.description.contains("'\(key)' of the calculator 'xtb' must be") == true)
    #expect(error?.description.contains(words) == true)
  }

  @Test func unknownKeysAreRefused() {
    let error = #expect(throws: CalculatorSetupError.self) { try XTBSettings(["metod": .text("GFN2")]) }
    #expect(error?.description.contains("has no setting 'metod'; it has: conformers, executable, method") == true)
  }
}
