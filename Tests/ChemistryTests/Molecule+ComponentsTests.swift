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
    let found = try Molecule(smiles: smiles).organicComponent()
    #expect(try found?.molecule == largest.map { try Molecule(smiles: $0) })
  }

  @Test func aLargerCounterIonIsNotTaken() throws {
    let amphetamine = "C[C@H](N)Cc1ccccc1"
    for (smiles, taken, count) in [
      ("\(amphetamine).OC(=O)CC(O)(CC(=O)O)C(=O)O", amphetamine, 1),
      ("C[C@H]([NH3+])Cc1ccccc1.[O-]C(=O)CC(O)(CC(=O)O)C(=O)O", "C[C@H]([NH3+])Cc1ccccc1", 1),
      ("\(amphetamine).\(amphetamine).O", amphetamine, 1),
      // Neither is a counter-ion.
      ("\(amphetamine).CCCC", amphetamine, 2), ("C[C@H](N)Cc1ccccc1.C[C@@H](N)Cc1ccccc1", nil, 2),
      // Both are.
      ("CC(=O)[O-].OCC[NH3+]", "CC(=O)[O-]", 2), ("CC(=O)O.Cc1ccccc1", "Cc1ccccc1", 2),
    ] {
      let found = try #require(try Molecule(smiles: smiles).organicComponent(), "\(smiles)")
      #expect(found.amongCount == count, "\(smiles)")
      if let taken { #expect(try found.molecule == Molecule(smiles: taken), "\(smiles)") }
    }
  }

  @Test(arguments: [
    "OC(=O)CC(O)(CC([O-])=O)C([O-])=O", "OC(=O)[C@H](O)[C@@H](O)C([O-])=O", "OC(=O)/C=C\\C(O)=O",
    "[O-]C(=O)/C=C/C(O)=O",
    "OC(=O)[C@@H](O)CC(O)=O", "[O-]C(=O)CCC([O-])=O", "OC(=O)C([O-])=O", "C[C@H](O)C([O-])=O", "CC([O-])=O", "[O-]C=O",
    "[O-]C(=O)C(F)(F)F", "[O-]C(=O)c1ccccc1", "O[C@@H](C(O)=O)c1ccccc1",
    "OC(=O)c1cc2ccccc2c(Cc2c(O)c(cc3ccccc23)C([O-])=O)c1O", "CS([O-])(=O)=O", "CCS(O)(=O)=O", "[O-]S(=O)(=O)c1ccccc1",
    "Cc1ccc(S([O-])(=O)=O)cc1", "CO", "CCO", "CC(=O)C", "CS(=O)C", "O=CN(C)C", "O1CCOCC1", "N#CC", "CC(=O)OCC",
    "c1ccccc1C", "CC[NH+](CC)CC", "OCC(CO)(CO)[NH3+]", "C[NH2+]C[C@H](O)[C@@H](O)[C@H](O)[C@H](O)CO", "[NH3+]CCO",
    "OCC[NH2+]CCO", "C1C[NH2+]CCN1", "[NH3+]CCCC[C@H]([NH3+])C([O-])=O", "NC(=[NH2+])NCCC[C@H]([NH3+])C([O-])=O",
    "NC(N)=NCCC[C@H](N)C(O)=O", "C[N+](C)(C)CCO",
  ])
  func eachCommonCompanionIsKnownInItsForms(smiles: String) throws {
    // Methylamine is larger than none of them.
    let found = try #require(try Molecule(smiles: "\(smiles).CN").organicComponent())
    #expect(found.molecule.smiles == "CN" && found.amongCount == 1)
    #expect(try Molecule(smiles: "\(smiles).O").organicComponent()?.molecule == Molecule(smiles: smiles))
  }

  @Test func theOrderOfTheComponentsDoesNotMatter() throws {
    for smiles in ["CCO.CCN.[Na+]", "[Na+].CCN.CCO", "CCN.[Na+].CCO"] {
      #expect(try Molecule(smiles: smiles).organicComponent()?.molecule.smiles == "CCN")
    }
  }
}
