import Chemistry
import Testing

@Suite struct ConformersTests {
  @Test func butaneHasItsConformersInReasonableShape() throws {
    let butane = try Molecule(smiles: "CCCC")
    let geometries = try butane.conformers(count: 8, seed: 1)
    // Anti and gauche; the two gauche forms are mirror images.
    #expect((1...2).contains(geometries.count))
    for geometry in geometries {
      #expect(geometry.elements == ["C", "C", "C", "C"] + Array(repeating: "H", count: 10))
      #expect(geometry.bonds.count == 13)
      #expect(geometry.forceField == .mmff94)
      for bond in geometry.bonds {
        let isHydrogen = geometry.elements[bond.second] == "H" || geometry.elements[bond.first] == "H"
        #expect(abs(geometry.distance(bond.first, bond.second) - (isHydrogen ? 1.095 : 1.525)) < 0.03)
      }
    }
    // The lowest is anti: the ends of the chain are far apart.
    #expect(geometries[0].distance(0, 3) > 3.8)
  }

  @Test func theSameSeedGivesTheSameGeometry() throws {
    let molecule = try Molecule(smiles: "OCC(O)Cc1ccccc1")
    let first = try molecule.conformers(count: 3, seed: 42)
    #expect(try molecule.conformers(count: 3, seed: 42) == first)
    #expect(try molecule.conformers(count: 3, seed: 43) != first)
    #expect(try !molecule.conformers(count: 1, seed: .max).isEmpty)
    #expect(try molecule.conformers(count: 0, seed: 1).isEmpty)
    #expect(throws: ChemistryError.self) { try molecule.conformers(count: 1001, seed: 1) }
  }

  @Test func elementsThatMMFFLacksAreRelaxedByUFF() throws {
    let geometry = try #require(try Molecule(smiles: "C[SiH2]C[Se]C").conformers(count: 1, seed: 1).first)
    #expect(geometry.forceField == .uff)
  }

  @Test func aromaticBondsHaveOrderOneAndAHalf() throws {
    let geometry = try #require(try Molecule(smiles: "c1ccccc1C#N").conformers(count: 1, seed: 1).first)
    #expect(geometry.bonds.map(\.order).sorted() == [1, 1, 1, 1, 1, 1, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 3])
  }

  @Test func impossibleAndHugeMoleculesAreAnError() throws {
    // Camphor, and camphor with one bridgehead turned inside out.
    let camphor = try Molecule(smiles: "CC1(C)[C@H]2CC[C@]1(C)C(=O)C2")
    let impossible = try Molecule(smiles: "CC1(C)[C@@H]2CC[C@]1(C)C(=O)C2")
    #expect(try camphor.conformers(count: 1, seed: 1).count == 1)
    let error = #expect(throws: ChemistryError.self) { try impossible.conformers(count: 1, seed: 1) }
    #expect(error?.description.contains("No conformer of") == true)
    let chain = try Molecule(smiles: String(repeating: "C", count: 140))
    let tooLarge = #expect(throws: ChemistryError.self) { try chain.conformers(count: 1, seed: 1) }
    #expect(tooLarge?.description.contains("422 atoms") == true)
  }
}
