import Chemistry
import Testing

@Suite struct MoleculeStockTests {
  @Test func piecesAreThoseOfBRICS() throws {
    let pieces = Set(try Molecule(smiles: "CCCOCCC(=O)c1ccccc1").bricsPieces())
    // The example of RDKit's documentation.
    #expect(pieces == ["[3*]O[3*]", "[4*]CCC", "[4*]CCC([6*])=O", "[16*]c1ccccc1"])
    #expect(try Molecule(smiles: "CCC").bricsPieces() == [])
  }

  @Test func piecesOfFittingEnvironmentsAreExchanged() throws {
    let stock = try MoleculeStock(["[16*]c1ccncc1", "not a piece"])
    #expect(stock.count == 1)
    var found: Set<String> = []
    for seed in 0..<100 {
      if let child = try stock.exchangingPiece(of: "CC(=O)c1ccccc1", seed: UInt64(seed)) {
        found.insert(try Molecule(smiles: child).smiles)
      }
    }
    // The acyl's environment (6) joins an aromatic carbon (16), and an aromatic carbon another.
    let expected = try ["CC(=O)c1ccncc1", "c1ccc(-c2ccncc2)cc1"].map { try Molecule(smiles: $0).smiles }
    #expect(found == Set(expected))
    #expect(try stock.exchangingPiece(of: "CCC", seed: 1) == nil)
  }

  @Test func reactionsJoinWhatHasTheirGroups() throws {
    let stock = try MoleculeStock(["CCN"])
    var found: Set<String> = []
    for seed in 0..<50 {
      if let child = try stock.reacting(with: "CC(=O)O", seed: UInt64(seed)) {
        found.insert(try Molecule(smiles: child).smiles)
      }
    }
    #expect(found == [try Molecule(smiles: "CCNC(C)=O").smiles])
    #expect(try stock.reacting(with: "CCC", seed: 1) == nil)
    #expect(try MoleculeStock([]).reacting(with: "CC(=O)O", seed: 1) == nil)
    #expect(MoleculeStock.reactions.contains("amide coupling"))
  }
}
