import Chemistry
import Testing

@Suite struct MoleculeComponentsTests {
  @Test(arguments: [
    ("CCO", "CCO"), ("O", nil), ("[Na+].CC(=O)[O-]", "CC(=O)[O-]"), ("Cl.CCN", "CCN"), ("[Na+].[Cl-]", nil),
    // Most heavy atoms, then most carbon, then the first text.
    ("CCO.CCCC", "CCCC"), ("CCO.CCC", "CCC"), ("OCC.CCN", "CCN"), ("CCO.CCO", "CCO"),
    // An anion of many atoms without carbon.
    ("[O-][Cl](=O)(=O)=O.C[NH3+]", "C[NH3+]"), ("ClC(Cl)(Cl)Cl.CC", "ClC(Cl)(Cl)Cl"),
    ("C[C@H](N)C(=O)O.Cl", "C[C@H](N)C(=O)O"),
  ])
  func theLargestOneWithCarbonIsTaken(smiles: String, largest: String?) throws {
    let found = try Molecule(smiles: smiles).largestOrganicComponent()
    #expect(try found == largest.map { try Molecule(smiles: $0) })
  }

  @Test func theOrderOfTheComponentsDoesNotMatter() throws {
    for smiles in ["CCO.CCN.[Na+]", "[Na+].CCN.CCO", "CCN.[Na+].CCO"] {
      #expect(try Molecule(smiles: smiles).largestOrganicComponent()?.smiles == "CCN")
    }
  }
}
