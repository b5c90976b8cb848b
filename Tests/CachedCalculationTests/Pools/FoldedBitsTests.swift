import CachedCalculation
import Chemistry
import Testing

@Suite struct FoldedBitsTests {
  @Test(arguments: ["C", "CCO", "c1ccccc1C(=O)N", "CC(C)(C)OC(=O)N1CCC(F)(F)C1"])
  func theyAreThePositionsOfTheFingerprintFolded(smiles: String) throws {
    let molecule = try Molecule(smiles: smiles)
    let positions = Set(try molecule.fingerprint(radius: 2).positions.map { $0 % FoldedBits.count })
    #expect(try FoldedBits(of: molecule).positions == positions.sorted())
  }
}
