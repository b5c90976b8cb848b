import Chemistry
import Testing

@Suite struct BuildingBlocksTests {
  @Test func piecesAreThoseOfBRICS() throws {
    let fragments = Set(try Molecule(smiles: "CCCOCCC(=O)c1ccccc1").bricsFragments())
    // The example of RDKit's documentation.
    #expect(fragments == ["[3*]O[3*]", "[4*]CCC", "[4*]CCC([6*])=O", "[16*]c1ccccc1"])
    #expect(try Molecule(smiles: "CCC").bricsFragments() == [])
  }

  @Test func piecesOfFittingEnvironmentsAreExchanged() throws {
    let blocks = try BuildingBlocks(["[16*]c1ccncc1", "not a fragment"])
    #expect(blocks.count == 1)
    var found: Set<String> = []
    for seed in 0..<100 {
      if let child = try blocks.exchangingFragment(of: "CC(=O)c1ccccc1", seed: UInt64(seed)) {
        found.insert(try Molecule(smiles: child).smiles)
      }
    }
    // The acyl's environment (6) joins an aromatic carbon (16), and an aromatic carbon another.
    let expected = try ["CC(=O)c1ccncc1", "c1ccc(-c2ccncc2)cc1"].map { try Molecule(smiles: $0).smiles }
    #expect(found == Set(expected))
    #expect(try blocks.exchangingFragment(of: "CCC", seed: 1) == nil)
  }

  @Test func reactionsJoinWhatHasTheirGroups() throws {
    let blocks = try BuildingBlocks(["CCN"])
    var found: Set<String> = []
    for seed in 0..<50 {
      if let child = try blocks.reacting(with: "CC(=O)O", seed: UInt64(seed)) {
        found.insert(try Molecule(smiles: child).smiles)
      }
    }
    #expect(found == [try Molecule(smiles: "CCNC(C)=O").smiles])
    #expect(try blocks.reacting(with: "CCC", seed: 1) == nil)
    #expect(try BuildingBlocks([]).reacting(with: "CC(=O)O", seed: 1) == nil)
  }
}
