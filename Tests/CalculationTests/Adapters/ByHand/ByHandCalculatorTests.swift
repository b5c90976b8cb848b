import Calculation
import Chemistry
import Testing

@Suite struct ByHandCalculatorTests {
  private func make(_ properties: JSONValue) throws -> any Calculator {
    try Calculators.make(name: "by-hand", CalculatorSetup(["properties": properties]))
  }

  @Test func propertiesHaveUnitsAndPerhapsSummaries() throws {
    let calculator = try make(
      .map([
        "yield": .text(""), "gap": .text("eV"),
        "colour": .map(["unit": .text("nm"), "summary": .text("the longest wavelength absorbed")]),
      ]))
    #expect(
      calculator.properties == [
        Property(
          name: "colour", unit: "nm", summary: "the longest wavelength absorbed", source: "told by people"),
        Property.gap.from("told by people"),
        Property(name: "yield", unit: "", summary: "as told", source: "told by people"),
      ])
  }

  @Test func nothingIsEverCalculated() throws {
    let calculator = try make(.map(["gap": .text("eV")]))
    guard case .failed(let failure) = calculator.plan(for: try Molecule(smiles: "C")) else {
      Issue.record("it wants to calculate")
      return
    }
    #expect(failure.failureClass == .input)
    #expect(failure.message.contains("'cohobate tell'"))
  }

  private static let badProperties: [(JSONValue, String)] = [
    (.map([:]), "such as {melting_point: °C}"),
    (.text("gap"), "'properties'"),
    (.map(["gap": .number(1)]), "'gap' is neither"),
    (.map(["gap": .map(["unit": .text("eV"), "colour": .text("red")])]), "'gap' is neither"),
    (.map(["gap": .text("meV")]), "'meV' needs another name"),
    (.map(["id": .text("")]), "'id' is not"),
    (.map(["gap_uncertainty": .text("")]), "'gap_uncertainty' is not"),
    (.map(["melting point": .text("")]), "'melting point' is not"),
    (.map(["gap (eV)": .text("")]), "'gap (eV)' is not"),
    (.map(["1st": .text("")]), "'1st' is not"),
    (.map(["": .text("")]), "'' is not"),
  ]

  @Test(arguments: badProperties)
  func badPropertiesAreRefused(properties: JSONValue, words: String) {
    let error = #expect(throws: CalculatorSetupError.self) { try make(properties) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test func withoutPropertiesThereIsNothingToTell() {
    #expect(throws: CalculatorSetupError.self) { try Calculators.make(name: "by-hand") }
  }
}
