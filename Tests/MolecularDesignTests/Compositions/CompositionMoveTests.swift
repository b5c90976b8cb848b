import Chemistry
import Compositions
import MolecularDesign
import Numerics
import Testing

@Suite struct CompositionMoveTests {
  private func children(_ move: CompositionMove, of formula: String, count: Int = 200) throws -> Set<String> {
    let parent = try Composition(formula)
    var stream = RandomStream(seed: 3)
    return Set((0..<count).compactMap { _ in move.child(of: parent, stream: &stream)?.formula })
  }

  @Test func anElementIsExchangedForANeighbour() throws {
    let children = try children(.exchange, of: "MgO")
    #expect(children == ["BeO", "CaO", "NaO", "AlO", "MgS", "MgN", "MgF"])
    #expect(try self.children(.exchange, of: "Ar") == [])
  }

  @Test func aPartOfAnElementIsExchanged() throws {
    let children = try children(.partialExchange, of: "LaMnO3")
    #expect(children.contains("La0.9Ce0.1MnO3") || children.contains("Ce0.1La0.9MnO3"))
    for child in children { #expect(abs(try Composition(child).fractions.reduce(0, +) - 1) < 1e-9) }
  }

  @Test func anAmountChangesByAStep() throws {
    // Fe3O3, Fe1O3, Fe2O4 and Fe2O2, normalised.
    #expect(try children(.amountStep, of: "Fe2O3") == ["FeO", "FeO3", "FeO2"])
    // The last of an element may go, but not the last element.
    #expect(try children(.amountStep, of: "FeO").contains("Fe"))
    #expect(try children(.amountStep, of: "C") == ["C"])
    // What is not whole goes to the next multiples of a twentieth.
    #expect(try children(.amountStep, of: "Fe0.617O").isSuperset(of: ["Fe0.65O", "Fe0.55O"]))
  }

  @Test func theSameStreamGivesTheSameChild() throws {
    for move in CompositionMove.allCases {
      var (one, two) = (RandomStream(seed: 9), RandomStream(seed: 9))
      let parent = try Composition("YBa2Cu3O6.93")
      #expect(move.child(of: parent, stream: &one)?.identity == move.child(of: parent, stream: &two)?.identity)
    }
  }
}
