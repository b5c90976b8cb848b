import Chemistry
import Foundation
import Testing

@Suite struct GeometryTests {
  @Test func distancesAreEuclidean() throws {
    let geometry = try Geometry(
      elements: ["O", "H"], coordinates: [1, 1, 1, 2, 3, 3], bonds: [.init(first: 0, second: 1, order: 1)])
    #expect(geometry.distance(0, 1) == 3)
    #expect(geometry.forceField == nil)
  }

  @Test(arguments: [
    ([0.0, 0, 0], [Geometry.Bond](), "2 atoms have 3 coordinates"),
    ([0, 0, 0, 0, 0, .nan], [], "not a finite number"),
    ([0, 0, 0, 0, 0, 1], [Geometry.Bond(first: 0, second: 2, order: 1)], "a bond names an atom"),
    ([0, 0, 0, 0, 0, 1], [Geometry.Bond(first: -1, second: 0, order: 1)], "a bond names an atom"),
  ])
  func inconsistentPartsAreRefused(coordinates: [Double], bonds: [Geometry.Bond], reason: String) {
    let error = #expect(throws: ChemistryError.self) {
      try Geometry(elements: ["O", "H"], coordinates: coordinates, bonds: bonds)
    }
    #expect(error?.description.contains(reason) == true)
  }

  @Test func codingKeepsEverything() throws {
    let geometry = try #require(try Molecule(smiles: "CC=O").conformers(count: 1, seed: 1).first)
    let data = try JSONEncoder().encode(geometry)
    #expect(try JSONDecoder().decode(Geometry.self, from: data) == geometry)
  }
}
