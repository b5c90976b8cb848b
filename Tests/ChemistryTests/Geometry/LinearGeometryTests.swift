import Chemistry
import Testing

@Suite struct LinearGeometryTests {
  /// Atoms along a slanted line, at distances from its start in ångström, each moved off it by so much.
  private func geometry(_ atoms: [(String, Double)], off distances: [Double] = []) throws -> Geometry {
    try Geometry(
      elements: atoms.map(\.0),
      coordinates: atoms.enumerated().flatMap { index, atom in
        // The direction (2, 2, 1)/3, and (1, −1, 0)/√2 across it.
        let across = (index < distances.count ? distances[index] : 0) / 2.squareRoot()
        return [1 + 2 * atom.1 / 3 + across, 2 * atom.1 / 3 - across, -2 + atom.1 / 3]
      }, bonds: [])
  }

  @Test func straightMoleculesAreLinearInAnyDirection() throws {
    #expect(try geometry([("H", 0), ("C", 1.07), ("N", 2.22)]).isLinear(within: 1e-6))
    #expect(try geometry([("O", 3), ("C", 1.16), ("O", 0)]).isLinear(within: 1e-6))
    #expect(try geometry([("H", 0), ("H", 0.74)]).isLinear(within: 1e-6))
  }

  @Test func bentOnesAreNotNorIsASingleAtom() throws {
    #expect(try !geometry([("O", 0), ("C", 1), ("O", 2)], off: [0, 0.3, 0]).isLinear(within: 0.1))
    #expect(try geometry([("O", 0), ("C", 1), ("O", 2)], off: [0, 0.01, 0]).isLinear(within: 0.1))
    #expect(try !geometry([("He", 0)]).isLinear(within: 0.1))
    #expect(try !geometry([("H", 0), ("H", 0)]).isLinear(within: 0.1))
  }

  @Test func theTwoEndsAreToldApartByElementsAndDistances() throws {
    // Acetylene, out of order.
    #expect(try geometry([("C", 1.06), ("H", 0), ("H", 3.32), ("C", 2.26)]).isSameFromBothEnds)
    #expect(try geometry([("O", 0), ("C", 1.16), ("O", 2.32)]).isSameFromBothEnds)
    #expect(try !geometry([("H", 0), ("C", 1.07), ("N", 2.22)]).isSameFromBothEnds)
    #expect(try !geometry([("O", 0), ("C", 1.16), ("S", 2.72)]).isSameFromBothEnds)
    // N2O: the same elements at the ends as in N–O–N would have, at other distances.
    #expect(try !geometry([("N", 0), ("N", 1.13), ("O", 2.31)]).isSameFromBothEnds)
    #expect(try !geometry([("F", 0), ("Xe", 1.7), ("F", 3.8)]).isSameFromBothEnds)
    #expect(try !geometry([("He", 0)]).isSameFromBothEnds)
  }
}
