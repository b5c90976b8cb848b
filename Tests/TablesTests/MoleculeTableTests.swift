import Chemistry
import Foundation
import Tables
import Testing

@Suite struct MoleculeTableTests {
  private func table(
    _ text: String, _ format: MoleculeTable.Format = .smi, column: String? = nil, readsData: Bool = false
  ) throws -> MoleculeTable {
    try MoleculeTable(Data(text.utf8), format, name: "file", column: column, readsData: readsData)
  }

  @Test(arguments: [
    ("a.smi", MoleculeTable.Format.smi), ("a.SMILES", .smi), ("a.cxsmiles", .smi), ("b.csv", .csv), ("c.SDF", .sdf),
    ("c.sd", .sdf),
    ("c.mol", .sdf), ("a.txt", .txt), ("a.text", nil), ("smi", nil), ("folder.smi/x", nil),
  ])
  func theEndingSaysTheFormat(path: String, format: MoleculeTable.Format?) {
    #expect(MoleculeTable.Format(path: path) == format)
  }

  @Test(arguments: MoleculeTable.Format.allCases)
  func whatIsNoTextInUTF8IsNamed(format: MoleculeTable.Format) {
    for (bytes, words) in [
      (Data([0xFF, 0xFE, 0x43, 0]), "is UTF-16 text"), (Data([0xFE, 0xFF, 0, 0x43]), "is UTF-16 text"),
      (Data([0x1F, 0x8B, 8, 0]), "compressed by gzip"), (Data("PK\u{03}\u{04}x".utf8), "spreadsheet (.xlsx)"),
      (Data([0x43, 0, 0x0A, 0]), "has a zero byte at position 2"),
    ] {
      let error = #expect(throws: MoleculeFileError.self) { try MoleculeTable(bytes, format, name: "x") }
      #expect(error?.description.hasPrefix("'x' ") == true)
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }
  }

  @Test func namesThatAreNotUTF8AreNotedAndTheirBytesKept() throws {
    let bytes = Data("CCO ac".utf8) + Data([0xE9]) + Data("tate\n".utf8)
    let table = try MoleculeTable(bytes, .smi, name: "x")
    #expect(table.records.map(\.name) == ["ac\u{FFFD}tate"])
    #expect(table.records.map { Data($0.bytes) } == [bytes])
    #expect(table.notes.count == 1 && table.notes[0].hasPrefix("1 name is not UTF-8 (line 1)"))
    let error = #expect(throws: MoleculeFileError.self) {
      try MoleculeTable(Data("smiles,name\n".utf8) + Data("CCO,ac".utf8) + Data([0xE9]), .csv, name: "x")
    }
    #expect(error?.description.hasPrefix("'x' is not UTF-8 text: line 2 has the byte E9. Save it as UTF-8") == true)
  }

  @Test func mixturesOfStereoisomersAreNoted() throws {
    let table = try table("C[C@H](O)CC |&1:1| a\nCC |a:1| b\nC[C@H](O)CC |o1:1|\n")
    #expect(
      table.notes == [
        "2 molecules are labelled as a mixture of stereoisomers or as one of unknown configuration (line 1 first): the one that is "
          + "written is taken."
      ])
  }

  @Test func aColumnIsOneOfATable() {
    for format in [MoleculeTable.Format.smi, .sdf] {
      #expect(throws: MoleculeFileError.self) { try table("CCO", format, column: "x") }
    }
  }

  @Test func columnsAreFoundByTheirTitles() throws {
    let table = try table("SMILES,Weight\nC,1\n", .csv)
    #expect(try table.column("weight") == 1)
    let error = #expect(throws: MoleculeFileError.self) { try table.column("weigth") }
    #expect(error?.description == "'file' has no column 'weigth'; it has SMILES, Weight. Did you mean 'Weight'?")
  }

  @Test func aFileThatIsNotThereIsNamed() {
    let error = #expect(throws: MoleculeFileError.self) { try MoleculeTable(path: "/nowhere/a.smi") }
    #expect(error?.description == "'/nowhere/a.smi' cannot be read: there is no such file or folder.")
    #expect(throws: MoleculeFileError.self) { try MoleculeTable(path: "a.text") }
  }

  @Test func whyARecordIsNoMoleculeIsSaid() throws {
    let table = try table("smiles,n\n,1\nC(,2\nCC |m:1:2|,3\nC,4,5\n", .csv)
    let reasons = table.records.map { record -> String? in
      if case .failure(let unreadable) = record.molecule() { unreadable.reason } else { nil }
    }
    #expect(
      reasons == [
        "there is no SMILES", "a parenthesis is not closed", "its extension has a variable point of attachment",
        "the row has 3 fields, but the header has 2; put texts with commas in quotation marks",
      ])
  }

  @Test func repeatUnitsAreMoleculesOnlyWhereTheyAreWelcome() {
    let record = MoleculeTable.Record(smiles: "*CC*", line: 1)
    #expect((try? record.molecule().get()) == nil)
    #expect((try? record.molecule(allowsRepeatUnits: true).get())?.smiles == "*C*")
  }
}
