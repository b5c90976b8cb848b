import Chemistry
import Testing

@Suite struct MACCSTests {
  /// Rings of all sizes, fused, bridged and spiro, and groups of every kind.
  private static let molecules = [
    "C", "CCO", "c1ccccc1", "c1ccc2ccccc2c1", "c1ccc2c(c1)ccc1ccccc12", "C1CC1", "C1CCC1", "C1CCC2CC12",
    "C12C3C4C1C5C2C3C45",
    "C1CC2CCC1C2", "C1CCC2(CC1)CCCC2", "C1CCCCCCC1", "C1CCCCCCCCCCCCCC1", "C1CCC2CCCCCCC2C1", "c1ccc2[nH]ccc2c1",
    "O1CC1",
    "N1CCC1", "C1COCCN1", "CC(C)(C)c1ccc(S(=O)(=O)NCCO)cc1", "C[N+](C)(C)CC(=O)[O-]", "O=[N+]([O-])c1ccc(Cl)c(Br)c1I",
    "CCCCCCCCO", "OCCOCCOCCO", "NCCNCCN", "CC(=O)Oc1ccccc1C(=O)O", "CN1C=NC2=C1C(=O)N(C(=O)N2C)C", "FC(F)(F)C#N",
    "C[Si](C)(C)C",
    "OP(O)(=O)OC", "SSCCS", "[Fe]", "[Na+].[Cl-]", "c1ccc(-c2ccccc2)cc1", "C=CC=C", "C#CC#C", "CC(C)=C(C)C", "N=C(N)N",
    "NC(N)=O",
    "C1=CC2C=CC1C2", "C1CC2CC1C1CCCC21", "c1ccc2c(c1)Cc1ccccc1-2", "O=C1c2ccccc2C(=O)c2ccccc12", "CSC", "CS(C)=O",
    "OB(O)O",
    "C1CCC2C(C1)CCC1C2CCC2CCCC21", "c1cc2ccc3cccc4ccc(c1)c2c34", "CCN(CC)CC", "CC(C)CC(C)C", "ClC(Cl)Cl", "OO", "NN",
    "ON",
  ]

  @Test(arguments: molecules) func keysAreThoseOfRDKit(smiles: String) throws {
    let molecule = try Molecule(smiles: smiles)
    guard case .counts(let counts) = try Representation.maccs.features(of: molecule) else {
      Issue.record("MACCS keys are counts.")
      return
    }
    #expect(counts.counts.indices.filter { counts.counts[$0] > 0 } == (try molecule.maccsKeysByRDKit()))
  }
}
