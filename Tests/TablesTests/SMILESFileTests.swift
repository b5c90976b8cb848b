import Foundation
import Tables
import Testing

@Suite struct SMILESFileTests {
  private func records(_ text: String) throws -> [MoleculeTable.Record] {
    try MoleculeTable(Data(text.utf8), .smi, name: "x.smi").records
  }

  @Test("Lines may end in any way", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let records = try records(
      ["CCO ethanol", "# comment", "", "CCN\tethylamine of it ", "CCC"].joined(separator: end) + end)
    #expect(records.map(\.input) == ["CCO", "CCN", "CCC"])
    #expect(records.map(\.name) == ["ethanol", "ethylamine of it", nil])
    #expect(records.map(\.line) == [1, 4, 5])
    #expect(
      records.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "CCO ethanol\n", "CCN\tethylamine of it \n", "CCC\n",
      ])
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstMolecule() throws {
    #expect(try records("\u{FEFF}CCO ethanol\r\n").map(\.input) == ["CCO"])
    #expect(try records("\u{FEFF}# none\n").isEmpty)
  }

  @Test(
    "A line of titles is no molecule",
    arguments: [
      "smiles zinc_id\nCCO ZINC1\n", "SMILES\tID\tMW\nCCO\tZINC1\t46\n", "zinc_id smiles\nZINC1 CCO\n",
      "Canonical_SMILES name\nCCO ZINC1\n",
      "smiles catalog\nCCO ZINC1\n", "smiles id\nCCO |a:1| ZINC1\n", "SMILES\tid\nCCO |c:1,(1,2,3)|\tZINC1\n",
    ])
  func titles(text: String) throws {
    let records = try records(text)
    #expect(records.map(\.input) == ["CCO"] && records.map(\.name) == ["ZINC1"] && records.map(\.line) == [2])
  }

  @Test func titlesPassWithWhatFollowsThem() throws {
    let table = try MoleculeTable(Data("smiles zinc_id\nCCO ZINC1\n".utf8), .smi, name: "x")
    #expect(String(decoding: table.header, as: UTF8.self) == "smiles zinc_id\n")
  }

  @Test func aMoleculeNamedLikeATitleIsNone() throws {
    #expect(try records("CCO smiles\nCCN x\n").map(\.input) == ["CCO", "CCN"])
  }

  @Test func aNumberBeforeTheSMILESIsItsIdentifier() throws {
    let records = try records("702\tCCO\n6341\tCCN ethylamine\n")
    #expect(records.map(\.input) == ["CCO", "CCN"])
    #expect(records.map(\.name) == ["702", "ethylamine"] && records.map(\.identifier) == [nil, "6341"])
  }

  @Test func anExtensionIsNotTheName() throws {
    let records = try records("CC(O)CC |(0,1;1,2,),$;a;$,w:1.0| id1\nCC |$_AP1;$| id2\nCC |x\n")
    #expect(records.map(\.name) == ["id1", "id2", "|x"])
    #expect(records.map(\.problem) == [nil, "its extension has an attachment point (_AP1)", nil])
  }
}
