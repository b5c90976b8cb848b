import Chemistry
import Testing
import Workbench

@Suite struct MoleculeFilterRangeTests {
  /// A hundred chains of 1 to 20 carbons, each five times over with another end.
  private static func chains() throws -> [Molecule] {
    try (1...20).flatMap { length in
      try ["", "O", "N", "F", "C#N"].map { try Molecule(smiles: String(repeating: "C", count: length) + $0) }
    }
  }

  @Test func theLargestTwentiethIsOutOfRange() throws {
    let molecules = try Self.chains()
    let filter = MoleculeFilter(range: molecules)
    let most = try #require(filter.limits[.heavyAtoms]?.most)
    let larger = molecules.count { Double($0.heavyAtomCount) > most }
    #expect(larger > 0 && larger <= 5)
    #expect(filter.allowedElements == ["C", "F", "H", "N", "O"])
  }

  @Test func whatIsRareInTheTableIsOutOfRange() throws {
    var molecules = try Self.chains() + Self.chains() + Self.chains()
    molecules.append(try Molecule(smiles: "C[Se]C"))
    molecules.append(try Molecule(smiles: "CC[O-]"))
    molecules.append(try Molecule(smiles: "C[CH2]"))
    let filter = MoleculeFilter(range: molecules)
    #expect(filter.allowedElements == ["C", "F", "H", "N", "O"])
    #expect(!filter.allowCharged && !filter.allowRadicals)
    #expect(try filter.rejection(of: Molecule(smiles: "CCO")) == nil)
    #expect(try filter.rejection(of: Molecule(smiles: "CC[O-]")) != nil)
  }

  @Test func ionsAreInRangeOfATableOfIons() throws {
    let ions = try (1...10).map { try Molecule(smiles: String(repeating: "C", count: $0) + "C(=O)[O-]") }
    #expect(MoleculeFilter(range: ions).allowCharged)
  }
}
