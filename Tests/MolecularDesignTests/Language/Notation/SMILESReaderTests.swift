import MolecularDesign
import Testing

@Suite struct SMILESReaderTests {
  @Test(arguments: [
    ("CC.O", "several components"), ("C1CC", "ring 1 is not closed"), ("C(C", "a branch is not closed"),
    ("CC)C", "was not opened"), ("C()C", "a branch is empty"), ("(C)C", "starts with a branch"), ("", "empty"),
    ("=CC", "starts with a bond"), ("CC=", "a bond that leads nowhere"), ("C=(C)C", "a bond leads nowhere"),
    ("C==C", "two bonds"), ("CX", "position 2"), ("[CH3", "a bracket is not closed"), ("C%1C", "two digits"),
    ("C(C)1CC1", "does not follow an atom"), ("C=1CC#1", "different bonds"), ("C[Pt@SP1](F)(Cl)C", "tetrahedral"),
    ("1CC1", "does not follow an atom"),
  ]) func brokenSyntaxIsNamed(smiles: String, reason: String) {
    let error = #expect(throws: DesignError.self) { try ExtendedSMILES(smiles: smiles) }
    #expect(error?.description.contains(reason) == true)
    #expect(error?.description.contains("\u{201C}\(smiles)\u{201D}") == true)
  }

  @Test func aBondAtEitherEndOfARingIsReadAlike() throws {
    let texts = ["C=1CCCCC1", "C1CCCCC=1", "C=1CCCCC=1"]
    #expect(Set(try texts.map { try ExtendedSMILES(smiles: $0) }).count == 1)
  }

  @Test func hydrogenAfterChiralityIsNoStereoClass() throws {
    #expect(try ExtendedSMILES(smiles: "C[C@@H](N)O").description == "C[C@@H](N)O!")
  }
}
