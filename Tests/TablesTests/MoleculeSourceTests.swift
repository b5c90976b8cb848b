import Files
import Tables
import Testing

@Suite struct MoleculeSourceTests {
  @Test func wordsAreSMILESOrOneFile() throws {
    #expect(try MoleculeSource(arguments: ["CCO"]) == .smiles(["CCO"]))
    #expect(try MoleculeSource(arguments: ["CCO", "O"]) == .smiles(["CCO", "O"]))
    #expect(try MoleculeSource(arguments: ["a.SMI"]) == .file(path: "a.SMI", column: nil))
    #expect(try MoleculeSource(arguments: ["a.sdf"]) == .file(path: "a.sdf", column: nil))
    #expect(try MoleculeSource(arguments: ["a.csv"], column: "x") == .file(path: "a.csv", column: "x"))
  }

  @Test func aColumnIsOneOfATable() {
    let error = #expect(throws: CampaignError.self) { try MoleculeSource(arguments: ["CCO"], column: "x") }
    #expect(error?.kind == .input && error?.description.contains("leave out --column") == true)
  }

  @Test(arguments: [([], "no molecule"), (["CCO", "a.csv"], "one file alone"), (["/etc/hostname"], "no known format")])
  func whatIsNeitherIsRefused(words: [String], says: String) {
    let error = #expect(throws: CampaignError.self) { try MoleculeSource(arguments: words) }
    #expect(error?.kind == .input)
    #expect(error?.description.contains(says) == true)
  }
}
