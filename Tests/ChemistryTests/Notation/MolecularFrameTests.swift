import Chemistry
import Testing

@Suite struct MolecularFrameTests {
  @Test(arguments: [
    ("CCO", ""), ("Cc1ccccc1", "c1ccccc1"), ("C[C@H]1CC[C@H](O)CC1", "C1CCCCC1"),
    ("Oc1ccc(CCc2ccc[nH]2)cc1", "c1ccc(CCc2ccc[nH]2)cc1"), ("[Na+].[Cl-]", ""),
  ])
  func sideChainsAreLeftOut(smiles: String, frame: String) throws {
    #expect(try Molecule(smiles: smiles).frame() == frame)
  }

  @Test func theSameRingsHaveTheSameFrame() throws {
    #expect(try Molecule(smiles: "Clc1cccc(-c2ccncc2)c1").frame() == Molecule(smiles: "n1ccc(-c2ccccc2C)cc1").frame())
    #expect(try Molecule(smiles: "c1ccccc1").frame() != Molecule(smiles: "C1CCCCC1").frame())
  }
}
