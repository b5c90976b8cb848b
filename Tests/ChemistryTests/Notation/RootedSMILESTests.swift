import Chemistry
import Testing

@Suite struct RootedSMILESTests {
  @Test(arguments: [
    "CC(=O)Oc1ccccc1C(=O)O", "C[C@H](N)C(=O)O", "F/C=C/c1ccncc1", "C[N+](C)(C)CC(=O)[O-]", "O=C1C=CC(=O)C=C1",
    "C1CC2CCC1C2", "[Na+].[Cl-]", "[2H]OC", "[H][H].CO", "C[C@@H]1CC[C@H](O)CC1",
  ])
  func everyRootGivesTheSameMolecule(smiles: String) throws {
    let molecule = try Molecule(smiles: smiles)
    for atom in 0..<molecule.heavyAtomCount {
      let rooted = try molecule.rootedSMILES(atAtom: atom)
      #expect(try Molecule(smiles: rooted) == molecule)
      #expect(try molecule.rootedSMILES(atAtom: atom) == rooted)
    }
  }

  @Test func theStringStartsAtTheAtom() throws {
    let molecule = try Molecule(smiles: "CCO")
    #expect(molecule.smiles == "CCO")
    #expect(try (0..<3).map { atom in try molecule.rootedSMILES(atAtom: atom) } == ["CCO", "C(C)O", "OCC"])
  }

  @Test(arguments: [-1, 3, .max])
  func anAtomThatIsNotThereIsAnError(atom: Int) throws {
    let molecule = try Molecule(smiles: "CCO")
    let error = #expect(throws: ChemistryError.self) { try molecule.rootedSMILES(atAtom: atom) }
    #expect(error?.description.contains("no heavy atom") == true)
  }
}
