import Calculation
import Foundation
import Testing

@Suite struct CalculationProtocolTests {
  private let value = CalculationProtocol(
    name: "standard", version: 2,
    steps: [.init("embed", ["conformers": "8"]), .init("optimise", ["method": "GFN2-xTB", "level": "normal"])],
    summary: "GFN2-xTB, 8 conformers")

  @Test func survivesARoundTripAndIsAlwaysTheSameText() throws {
    #expect(try JSONDecoder().decode(CalculationProtocol.self, from: Data(value.json.utf8)) == value)
    #expect(value.json.hasPrefix(#"{"name":"standard","steps":[{"name":"embed","settings":{"conformers":"8"}}"#))
  }

  @Test func theSummaryIsNoPartOfItsIdentity() {
    let reworded = CalculationProtocol(
      name: value.name, version: value.version, steps: value.steps, summary: "Other words")
    #expect(reworded == value && reworded.json == value.json && Set([reworded, value]).count == 1)
    let other = CalculationProtocol(name: value.name, version: 3, steps: value.steps, summary: value.summary)
    #expect(other != value && other.json != value.json)
  }

  @Test func aStepReadsAsAPhrase() {
    #expect(value.steps[1].summary == "optimise (level normal, method GFN2-xTB)")
    #expect(CalculationProtocol.Step("embed").summary == "embed")
  }
}
