import Calculation
import Testing

@Suite struct LibXTBSettingsTests {
  @Test func everyKeyIsRead() throws {
    let settings = try LibXTBSettings([
      "method": .text("GFN1"), "solvent": .text("water"), "conformers": .number(3), "time_limit": .number(5),
      "properties": .list([.text("dipole"), .text("gap")]),
    ])
    #expect(settings.arguments == ["--method", "GFN1", "--solvent", "water"])
    #expect(settings.conformers == 3 && settings.timeLimitSeconds == 5 && settings.properties == ["gap", "dipole"])
  }

  @Test(
    arguments: [
      ["method": .text("GFN7")], ["solvent": .text("beer")], ["properties": .list([.text("colour")])],
      ["method": .text("GFN-FF"), "properties": .text("gap")], ["method": .text("GFN1"), "solvent": .text("hexane")],
      ["optimization": .text("normal")],
    ] as [CalculatorSettings])
  func nonsenseIsRefused(settings: CalculatorSettings) {
    #expect(throws: CalculatorSetupError.self) { try LibXTBSettings(settings) }
  }
}
