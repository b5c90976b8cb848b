import Chemistry
import Testing

@Suite struct StereoisomerTests {
  private func stereoisomers(of smiles: String, count: Int, seed: UInt32) throws -> Set<String> {
    let molecule = try Molecule(smiles: smiles)
    return Set(try molecule.conformers(count: count, seed: seed).map { try molecule.stereoisomer(of: $0) })
  }

  // The distance geometry turns the first over with the last seed, and the second with the fourth.
  @Test(arguments: [
    "CN(C)c1ccc(/N=N/c2ccc([N+](=O)[O-])cc2)cc1", "Nc1ccc(/N=N/c2ccc([N+](=O)[O-])cc2)cc1",
    "C(/C=C/c1ccccc1)=N\\O", "C/C=C\\C", "C[C@H](N)C(=O)O", "C[C@@H](N)C(=O)O", "C[C@H]1CC[C@@H](C)CC1",
    "C[S@](=O)CC",
  ])
  func conformersHaveTheStereochemistryOfTheSMILES(smiles: String) throws {
    let molecule = try Molecule(smiles: smiles)
    for (count, seed) in [(4, 1), (8, 2), (4, 3), (8, 4), (4, 907_986_331), (8, 907_986_331)] {
      #expect(try stereoisomers(of: smiles, count: count, seed: UInt32(seed)) == [molecule.smiles])
    }
  }

  @Test(arguments: ["CN=Nc1ccccc1", "CC(N)C(=O)O", "CC1CCC(C)CC1", "ON=CC=CC=CC(O)O", "CC(O)C(Cl)=CC", "CCS(C)=NC"])
  func whereTheSMILESLeavesItOpenAllConformersAreOfOneStereoisomer(smiles: String) throws {
    for seed in UInt32(1)...4 {
      let found = try stereoisomers(of: smiles, count: 6, seed: seed)
      #expect(found.count == 1)
      #expect(found != [try Molecule(smiles: smiles).smiles], "The stereochemistry is not left open.")
    }
  }

  @Test(arguments: ["CCO", "CC(=O)Oc1ccccc1C(=O)O", "CCN(C)C(C)C", "CC(=N)N", "CCP(C)(C)=NC", "C1C2CC3CC1CC(C2)C3"])
  func whatTurnsOverFreelyIsNoStereochemistry(smiles: String) throws {
    #expect(try stereoisomers(of: smiles, count: 8, seed: 1) == [try Molecule(smiles: smiles).smiles])
  }

  @Test func theMirrorImageIsTheOtherEnantiomer() throws {
    let alanine = try Molecule(smiles: "C[C@H](N)C(=O)O")
    let geometry = try #require(try alanine.conformers(count: 1, seed: 1).first)
    let mirrored = geometry.coordinates.enumerated().map { index, value in index.isMultiple(of: 3) ? -value : value }
    let image = try Geometry(elements: geometry.elements, coordinates: mirrored, bonds: geometry.bonds)
    #expect(try alanine.stereoisomer(of: image) == Molecule(smiles: "C[C@@H](N)C(=O)O").smiles)
  }

  @Test func theGeometryOfAnotherMoleculeIsRefused() throws {
    let water = try #require(try Molecule(smiles: "O").conformers(count: 1, seed: 1).first)
    #expect(throws: ChemistryError.self) { try Molecule(smiles: "CCO").stereoisomer(of: water) }
  }
}
