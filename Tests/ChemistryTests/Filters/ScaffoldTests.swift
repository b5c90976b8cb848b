import Chemistry
import Testing

@Suite struct ScaffoldTests {
  @Test(arguments: [
    // Without marks it may be substituted everywhere.
    ("c1ccccc1", "Cc1ccccc1O", true), ("c1ccccc1", "C1CCCCC1", false), ("C1=CC=CC=C1", "Cc1ccccc1", true),
    // With marks only there, and only once for each.
    ("*c1ccccc1", "Cc1ccccc1", true), ("*c1ccccc1", "c1ccccc1", true), ("*c1ccccc1", "Cc1ccccc1C", false),
    ("*c1ccc(*)cc1", "Cc1ccc(O)cc1", true), ("*c1ccc(*)cc1", "Cc1cccc(O)c1", false),
    ("*c1c[nH]c2ccc(*)cc12", "CCc1c[nH]c2ccc(F)cc12", true), ("*c1c[nH]c2ccc(*)cc12", "CCc1cn(C)c2ccc(F)cc12", false),
    ("[*:1]C(=O)N([*:2])[*:3]", "CC(=O)N(C)C", true), ("[*:1]C(=O)N[*:2]", "CC(=O)N(C)C", false),
    ("*N*", "CNC", true), ("*N*", "CN(C)C", false), ("*C(*)(*)*", "CC(C)(C)C", true),
    // An attachment may close a ring.
    ("*c1ccccc1*", "C1Cc2ccccc2C1", true), ("*c1ccccc1", "C1Cc2ccccc2C1", false),
    // SMARTS where it is not a SMILES.
    ("*[c,n]1aaaaa1", "Cc1ccccn1", true), ("*[#6]1~[#6]~[#6]~[#6]~[#6]~[#6]1", "CC1CCCCC1", true),
    ("*[#6]1~[#6]~[#6]~[#6]~[#6]~[#6]1", "CC1CCCCC1C", false),
    // Stated stereochemistry is kept.
    ("N[C@@H](C)C(=O)O", "N[C@@H](C)C(=O)OC", true), ("N[C@@H](C)C(=O)O", "N[C@H](C)C(=O)OC", false),
  ])
  func aMoleculeKeepsAScaffoldSubstitutedWhereItMayBe(scaffold: String, smiles: String, isKept: Bool) throws {
    let rejection = try MoleculeFilter(scaffolds: [scaffold]).rejection(of: Molecule(smiles: smiles))
    #expect((rejection == nil) == isKept)
    #expect(isKept || rejection?.kind == .scaffold && rejection?.reason == "does not keep the scaffold \(scaffold)")
  }

  @Test func oneOfSeveralIsEnough() throws {
    let filter = try MoleculeFilter(scaffolds: ["c1ccccc1", "c1ccncc1"]).compiled()
    #expect(try filter.rejection(of: Molecule(smiles: "Cc1ccncc1")) == nil)
    #expect(try filter.rejection(of: Molecule(smiles: "CCO"))?.reason == "keeps none of the 2 scaffolds")
  }

  @Test(arguments: [
    ("", "1 to 500"), ("c1ccccc1.C", "several components"), ("*", "exactly one bond"), ("**", "besides '*'"),
    ("C1CC", "neither SMILES nor SMARTS"),
    ("C*C", "exactly one bond"), ("*[C@H](N)C(=O)O", "leave it out"), ("*/C=C/Cl", "leave it out"),
    (String(repeating: "[", count: 499), "neither"), (String(repeating: "C", count: 10_000), "1 to 500"),
  ])
  func whatIsNoScaffoldIsRefusedWithASentence(text: String, words: String) {
    let error = #expect(throws: ChemistryError.self) { try MoleculeFilter(scaffolds: [text]).compiled() }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(MoleculeFilter(scaffolds: [text]).problem?.kind == .scaffold)
  }
}
