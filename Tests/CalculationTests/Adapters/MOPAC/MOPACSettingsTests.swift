import Calculation
import Foundation
import Testing

@Suite struct MOPACSettingsTests {
  @Test func nothingSaidIsTheRecommendedProtocol() throws {
    #expect(try MOPACSettings([:]) == MOPACSettings())
    #expect(MOPACSettings().summary == "PM7, normal optimisation, 8 conformers, gas phase")
  }

  @Test func everythingSaid() throws {
    let settings = try MOPACSettings([
      "executable": .text("/opt/mopac"), "method": .text("PM6-D3H4"), "optimization": .text("none"),
      "permittivity": .number(78.4), "conformers": .number(1), "time_limit": .number(2.5),
    ])
    #expect(
      settings
        == MOPACSettings(
          executable: "/opt/mopac", method: .pm6D3H4, optimisation: .none, permittivity: 78.4, conformers: 1,
          timeLimitSeconds: 2.5))
    #expect(settings.summary == "PM6-D3H4, single point, 1 conformer, COSMO ε = 78.4")
    #expect(try JSONDecoder().decode(MOPACSettings.self, from: JSONEncoder().encode(settings)) == settings)
  }

  @Test(arguments: [
    ("method", JSONValue.text("AM1"), "one of PM6, PM6-D3H4, PM7"),
    ("optimization", .text("tight"), "one of none, normal, precise"), ("conformers", .number(0), "from 1 to 99"),
    ("permittivity", .number(1), "a number above 1 and up to 1000"), ("time_limit", .number(0), "a positive number"),
    ("executable", .text("bin/mopac"), "an absolute path"),
  ])
  func nonsenseIsNamed(key: String, value: JSONValue, words: String) {
    let error = #expect(throws: CalculatorSetupError.self) { try MOPACSettings(CalculatorSettings([key: value])) }
    #expect(error?.description.contains("'\(key)' of the calculator 'mopac' must be") == true)
    #expect(error?.description.contains(words) == true)
  }

  @Test func anUnknownKeyIsRefused() {
    #expect(throws: CalculatorSetupError.self) { try MOPACSettings(["solvent": .text("water")]) }
  }

  @Test func allThatValuesDependOnIsInTheProtocol() {
    let protocols = [
      MOPACSettings(), MOPACSettings(method: .pm6), MOPACSettings(optimisation: .precise),
      MOPACSettings(permittivity: 4), MOPACSettings(conformers: 2), MOPACSettings(optimisation: .none),
    ].map { MOPACCalculator(settings: $0).calculationProtocol }
    #expect(Set(protocols).count == protocols.count)
    let limited = MOPACSettings(executable: "/opt/mopac", timeLimitSeconds: 1)
    #expect(MOPACCalculator(settings: limited).calculationProtocol == protocols[0])
  }
}
