import Chemistry
import Testing

@Suite struct FilterCatalogueTests {
  /// By RDKit for Python 2022.09.5.
  @Test(
    arguments: [
      ("O=C1CSC(=S)N1", MoleculeFilter.Catalogue.painsB, "PAINS_B: rhod_sat_A(33)"),
      ("O=C1CSC(=S)N1", .pains, "PAINS: rhod_sat_A(33)"), ("O=C1CSC(=S)N1", .painsA, nil),
      ("O=C1CSC(=S)N1", .painsC, nil),
      ("Oc1ccccc1CN(C)C", .painsA, "PAINS_A: mannich_A(296)"), ("Oc1ccccc1CN(C)C", .brenk, nil),
      ("CC(=O)Cl", .brenk, "BRENK: acid_halide"), ("CC(=O)Cl", .nih, "NIH: carbonyl_halide"),
      ("CCCCCCCCCCCCCC", .zinc, "ZINC: Heptanes"), ("CC(=O)Cl", .zinc, nil),
    ] as [(String, MoleculeFilter.Catalogue, String?)])
  func theFirstEntryThatMatchesIsNamed(smiles: String, catalogue: MoleculeFilter.Catalogue, reason: String?) throws {
    let rejection = try MoleculeFilter(catalogues: [catalogue]).rejection(of: Molecule(smiles: smiles))
    #expect(rejection?.reason == reason)
    #expect(rejection.map { $0.kind == .catalogue } ?? true)
  }
}
