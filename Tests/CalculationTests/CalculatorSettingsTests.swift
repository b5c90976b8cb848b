import Calculation
import Foundation
import Testing

@Suite struct CalculatorSettingsTests {
  private let settings: CalculatorSettings = [
    "method": .text("GFN2"), "conformers": .number(4), "flag": .flag(true), "units": .map(["gap": .text("eV")]),
  ]

  @Test func areReadAsAMapOfValues() throws {
    let text = #"{"method": "GFN2", "conformers": 4, "flag": true, "units": {"gap": "eV"}}"#
    #expect(try JSONDecoder().decode(CalculatorSettings.self, from: Data(text.utf8)) == settings)
  }

  @Test func surviveARoundTrip() throws {
    #expect(try JSONDecoder().decode(CalculatorSettings.self, from: JSONEncoder().encode(settings)) == settings)
  }

  @Test func listsAreReadInTheirOrder() throws {
    let settings = try JSONDecoder().decode(CalculatorSettings.self, from: Data(#"{"a": [1, "b", [true]]}"#.utf8))
    #expect(settings == ["a": .list([.number(1), .text("b"), .list([.flag(true)])])])
    #expect(try JSONDecoder().decode(CalculatorSettings.self, from: JSONEncoder().encode(settings)) == settings)
  }
}
