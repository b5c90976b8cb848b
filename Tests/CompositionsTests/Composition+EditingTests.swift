import Compositions
import Testing

@Suite struct CompositionEditingTests {
  @Test func elementsAreReplacedWhollyOrInPart() throws {
    let manganite = try Composition("LaMnO3")
    let strontium = try #require(Element(symbol: "Sr"))
    #expect(manganite.replacing(0, with: strontium).formula == "SrMnO3")
    #expect(manganite.replacing(0, with: strontium, amount: 0.25).formula == "Sr0.25La0.75MnO3")
    #expect(manganite.replacing(0, with: strontium, amount: 1.5).formula == "SrMnO3")
    let oxygen = try #require(Element(symbol: "O"))
    #expect(try Composition("MgS").replacing(1, with: oxygen).formula == "MgO")
    // The amounts of an element that is there already are added.
    #expect(try Composition("CaMgO2").replacing(0, with: #require(Element(symbol: "Mg"))).formula == "Mg2O2")
  }

  @Test func amountsAreSet() throws {
    let oxide = try Composition("Fe2O3")
    #expect(oxide.setting(1, to: 4)?.formula == "Fe2O4")
    #expect(oxide.setting(1, to: 0)?.formula == "Fe2")
    #expect(try Composition("Fe").setting(0, to: 0) == nil)
  }
}
