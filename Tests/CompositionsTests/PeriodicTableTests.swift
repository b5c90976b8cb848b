import Compositions
import Testing

@Suite struct PeriodicTableTests {
  @Test func groupsAreColumnsAndTheRowsBelow() {
    func group(_ symbol: String) -> Int? { Element(symbol: symbol)?.group }
    #expect(
      group("Cl") == group("I") && group("La") == group("Y") && group("Ce") == group("Lu") && group("U") == group("Th"))
    #expect(group("Ce") != group("La") && group("H") != group("Li") && group("He") == group("Xe"))
    #expect(Set(Element.all.map(\.group)) == Set(0..<Element.groupCount))
  }

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
