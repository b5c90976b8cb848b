import Compositions
import Testing

@Suite struct PeriodicTableTests {
  @Test(arguments: [
    ("Ca", ["K", "Mg", "Sc", "Sr"]), ("Ti", ["Sc", "V", "Zr"]), ("O", ["F", "N", "S"]), ("H", []), ("Ar", []),
    ("F", ["Cl", "O"]), ("La", ["Ac", "Ba", "Ce", "Y"]), ("Eu", ["Gd", "Sm"]), ("Na", ["K", "Li", "Mg"]),
  ])
  func neighboursAreAboveBelowAndBeside(symbol: String, expected: [String]) throws {
    #expect(try #require(Element(symbol: symbol)).neighbours.map(\.symbol).sorted() == expected)
  }

  @Test func beingNeighboursIsMutual() {
    for element in Element.all {
      for neighbour in element.neighbours { #expect(neighbour.neighbours.contains(element), "\(element.symbol)") }
    }
  }
}
