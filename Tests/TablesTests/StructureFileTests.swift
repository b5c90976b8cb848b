import Chemistry
import Foundation
import Tables
import Testing

@Suite struct StructureFileTests {
  private func record(_ title: String, _ data: String = "") throws -> String {
    title + (try Molecule(smiles: "CCO").molBlock()).drop { $0 != "\n" } + data + "$$$$\n"
  }

  private func table(_ text: String) throws -> MoleculeTable {
    try MoleculeTable(Data(text.utf8), .sdf, name: "x.sdf", readsData: true)
  }

  @Test("Lines may end in any way", arguments: ["\n", "\r\n", "\r"])
  func records(end: String) throws {
    let text = try record("a") + record("b", ">  <gap>\n1.5\n\n> <note> (2)\none\ntwo\n\n")
    let table = try table(text.replacing("\n", with: end))
    #expect(table.titles == ["gap", "note"])
    #expect(table.records.map(\.fields) == [["", ""], ["1.5", "one\ntwo"]])
    #expect(table.records.map(\.name) == ["a", "b"])
    #expect(table.records.map { String(decoding: $0.bytes, as: UTF8.self) }.joined() == text)
    #expect(table.records.allSatisfy { (try? $0.molecule().get())?.smiles == "CCO" })
  }

  /// A megabyte of them would be a table of gigabytes.
  @Test func recordsWithFieldsOfTheirOwnAreNoTable() throws {
    let text = (0..<9000).map { "\nM  END\n>  <f\($0)>\n1\n\n$$$$\n" }.joined()
    let error = #expect(throws: MoleculeFileError.self) { try table(text) }
    #expect(error?.description.hasPrefix("'x.sdf' has 9000 different data fields in 9000 records, too many") == true)
    let withoutData = try MoleculeTable(Data(text.utf8), .sdf, name: "x.sdf")
    #expect(withoutData.records.count == 9000 && withoutData.titles.isEmpty)
  }

  @Test func anIdentifierMayStandInTheData() throws {
    let table = try table(record("", ">  <Catalog ID>\nZ123\n\n") + record("x", ">  <ID>\n7\n\n"))
    #expect(table.records.map(\.name) == ["Z123", "x"])
    #expect(table.records.map(\.identifier) == [nil, "7"])
  }

  @Test func bytesBeyondASCIIAreCarriedAlong() throws {
    var bytes = Data(try record("a", ">  <Unit>\n").dropLast(5).utf8)
    bytes += [0xB5, UInt8(ascii: "M"), 10, 10] + Data("$$$$\n".utf8)
    let table = try MoleculeTable(bytes, .sdf, name: "x")
    #expect(table.records.map { Data($0.bytes) } == [bytes] && table.notes.isEmpty)
  }
}
