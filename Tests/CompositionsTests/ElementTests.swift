import Compositions
import Testing

@Suite struct ElementTests {
  @Test func theTableHasNinetyFourElementsWithFiftyEightProperties() throws {
    #expect(Element.all.count == 94)
    #expect(Element.propertyNames.count == 58)
    #expect(Element.all.first?.symbol == "H" && Element.all.last?.symbol == "Pu")
    let iron = try #require(Element(symbol: "Fe"))
    #expect(iron.atomicNumber == 26)
    #expect(iron.electronegativity == 1.83)
    #expect(abs(iron.weight - 55.845) < 1e-9)
    #expect(Array(iron.values).first == 26)
    for element in Element.all {
      #expect(Element(symbol: element.symbol) == element)
      #expect(element.values.count == 58 && element.values.allSatisfy(\.isFinite))
    }
    for text in ["", "fe", "FE", "Xx", "Am", "Fee", "F1"] { #expect(Element(symbol: text) == nil, "\(text)") }
  }
}
