import Foundation
import Tables
import Testing

@Suite struct RowFileTests {
  private func table(_ text: String, column: String? = nil) throws -> MoleculeTable {
    try MoleculeTable(Data(text.utf8), .csv, name: "x.csv", column: column)
  }

  @Test func namesAndIdentifiersHaveTheirColumns() throws {
    let table = try table("ID,smiles,Name,price\nZ1,CCO,ethanol,3\nZ2,CCN,,4\n,C,,\n")
    #expect(
      table.records.map(\.name) == ["ethanol", "Z2", nil] && table.records.map(\.identifier) == ["Z1", nil, nil])
    #expect(table.smilesColumn == 1 && table.titles == ["ID", "smiles", "Name", "price"])
    #expect(table.records[2].fields == ["", "C", "", ""])
  }

  @Test func anExactTitleGoesBeforeOneInOtherCapitals() throws {
    #expect(try table("SMILES,smiles\nC,N\n").records.map(\.input) == ["N"])
    #expect(try table("s,x\nC,N\n", column: "S").records.map(\.input) == ["C"])
  }

  @Test func rowsMayBeShorterThanTheTitles() throws {
    let table = try table("name,smiles,x\na,C,1\nb,N\nc\n")
    #expect(table.records.map(\.input) == ["C", "N", ""] && table.records.map(\.problem) == [nil, nil, nil])
    #expect(table.records.map { $0.field(2) } == ["1", "", ""])
    // Cells that are not there take no room: a few rows below thousands of titles would fill the memory.
    #expect(table.records.map(\.fields.count) == [3, 2, 1])
  }

  @Test func anExtensionIsNoPartOfTheSMILES() throws {
    let table = try table("smiles,name\n\"C[C@H](O)CC |&1:1|\",id1\nCC |$_AP1;$|,id2\n")
    #expect(table.records.map(\.input) == ["C[C@H](O)CC", "CC"] && table.records.map(\.isMixture) == [true, false])
    #expect(table.records.map(\.problem).last == "its extension has an attachment point (_AP1)")
  }

  @Test(arguments: [
    ("", "The table is empty"), ("smiles;name\nC;x\n", "separated by ';'"),
    ("smiles,n\nC,\"x\n", "quotation mark that is never closed"),
    ("smile,n\nC,1\n", "has no column 'smiles' with SMILES; name one of its columns: smile, n. Did you mean 'smile'?"),
  ])
  func whatIsNoTableIsRefused(text: String, words: String) {
    let error = #expect(throws: MoleculeFileError.self) { try table(text) }
    #expect(error?.description.hasPrefix("'x.csv' ") == true)
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }
}
