import Chemistry
import Foundation
import Testing

@Suite struct SyntheticAccessibilityTests {
  /// By `sascorer.py` of RDKit's contributors, with RDKit for Python 2022.09.5.
  @Test(arguments: [
    ("CC(=O)Oc1ccccc1C(=O)O", 1.58004), ("OC[C@H]1OC(O)[C@H](O)[C@@H](O)[C@@H]1O", 3.59545), ("C", 7.32842),
    ("CC12CCC3C(CCC4=CC(=O)CCC34C)C1CCC2O", 3.90273), ("O=C1CCCCCCCCCCCCCC1", 1.97257),
    ("C1CC2CCC1CC2", 2.78443),
  ])
  func theScoreIsThatOfThePublishedScript(smiles: String, expected: Double) throws {
    let score = try SyntheticAccessibility.shared().score(of: Molecule(smiles: smiles))
    #expect(abs(score - expected) < 1e-5)
  }

  @Test func allFragmentsAreRead() throws {
    #expect(try SyntheticAccessibility.shared().fragmentCount == 705_292)
  }

  @Test func aFileThatIsNoneIsRefusedByName() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cohobate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // The last is a whole gzip file, of no text.
    let empty: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (number, bytes) in [Array("(lp0\n".utf8), [0x1f, 0x8b, 8, 0, 0], [], empty].enumerated() {
      let path = folder.appending(path: "\(number).gz").path(percentEncoded: false)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: ChemistryError.self) { try SyntheticAccessibility(file: path) }
      #expect(error?.description.contains("rdkit-data") == true && error?.description.contains(path) == true)
    }
    #expect(throws: ChemistryError.missingData(path: "/absent", reason: "it cannot be read")) {
      try SyntheticAccessibility(file: "/absent")
    }
  }
}
