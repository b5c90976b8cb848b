import Foundation
import Tables
import Testing

@Suite struct MoleculeTablePartsTests {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(component: "cohobate-tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path(percentEncoded: false)
  }

  private func file(_ name: String, _ data: Data) throws -> String {
    try data.write(to: URL(filePath: "\(folder)/\(name)"))
    return "\(folder)/\(name)"
  }

  private func parts(_ path: String, column: String? = nil, length: Int) throws -> [MoleculeTable] {
    let reader = try MoleculeTableParts(path: path, column: column, partLength: length)
    var parts: [MoleculeTable] = []
    while let part = try reader.next() { parts.append(part) }
    #expect(try reader.next() == nil)
    return parts
  }

  @Test(arguments: [
    ("a.smi", "C one\n\n# no\nCC two\r\nCCC three"), ("b.smi", "smiles zinc_id\nC Z1\nCC Z2\nCCC Z3\n"),
    ("c.csv", "id,smiles\nZ1,C\n\"Z\n2\",CC\r\n\r\nZ3,CCC\nZ4,\"C,\"\n"), ("d.csv", "smiles\rC\rCC\r"),
    ("e.csv", "name,smiles\n\"a \"\"b\"\"\",C\n"), ("f.smi", ""),
  ])
  func thePartsAreTheWhole(name: String, text: String) throws {
    let path = try file(name, Data(text.utf8))
    let whole = try MoleculeTable(path: path)
    for length in 1...40 {
      let parts = try parts(path, length: length)
      #expect(parts.flatMap(\.records) == whole.records, "\(length)")
      #expect(!parts.isEmpty && parts.allSatisfy { $0.titles == whole.titles })
      if length == 1, name == "b.smi" { #expect(parts.count == whole.records.count + 1) }
    }
  }

  @Test func compressedFilesAreReadAsTheirContents() throws {
    let lines = try #require(Data(base64Encoded: "H4sIAAAAAAACA3N29ldILclIzMvP4XJ2hjBTuQDPxzwNFgAAAA=="))
    let path = try file("a.smi.gz", lines)
    #expect(try MoleculeTable(path: path).records.map(\.name) == ["ethanol", "ethane"])
    #expect(try parts(path, length: 1).flatMap(\.records).map(\.line) == [1, 2])
    let table = try #require(
      Data(base64Encoded: "H4sIAAAAAAACA8tM0SkuKSpNLiktStVJTyzgijLUcXb21zHXM+WKMgIydSyALAAQghiVJgAAAA=="))
    let csv = try file("b.csv.gz", table)
    #expect(try parts(csv, column: "structure", length: 1).flatMap(\.records).map(\.name) == ["Z1", "Z2"])
    let refusal = #expect(throws: MoleculeFileError.self) { try parts(csv, length: 1) }
    #expect(refusal?.description.contains("has no column 'smiles' with SMILES") == true)
    let bomb = #expect(throws: MoleculeFileError.self) { try fileBytes(path, unpackingAtMost: 10) }
    #expect(
      bomb?.description == "'\(path)' cannot be read: it unpacks to more than 10 bytes; unpack it with gunzip first.")
    let cut = try file("c.smi.gz", lines.prefix(30))
    for error in [
      #expect(throws: MoleculeFileError.self) { try MoleculeTable(path: cut) },
      #expect(throws: MoleculeFileError.self) { try parts(cut, length: 1) },
    ] {
      #expect(error?.description.hasPrefix("'\(cut)' cannot be read: it is truncated") == true)
    }
  }

  @Test func problemsAreNamedByTheLinesOfTheWholeFile() throws {
    let path = try file("a.csv", Data("smiles,name\nC,one\nCC,two\n".utf8) + Data([0x43, 0x2C, 0xE9, 0x0A]))
    let error = #expect(throws: MoleculeFileError.self) { try parts(path, length: 1) }
    #expect(error?.description.contains("line 4 has the byte E9") == true)
    let open = try file("b.csv", Data("smiles,name\nC,one\nCC,t\"wo\n".utf8))
    let quote = #expect(throws: MoleculeFileError.self) { try parts(open, length: 1) }
    #expect(quote?.description.contains("line 3 has a quotation mark") == true)
    #expect(throws: MoleculeFileError.self) { try MoleculeTableParts(path: "\(folder)/none.smi") }
    #expect(throws: MoleculeFileError.self) { try MoleculeTableParts(path: "a.txt.gz") }
  }

  @Test func aRowWithoutEndIsNotReadIntoMemory() throws {
    for (name, text, line, remedy) in [
      (
        "a.csv", "smiles,name\nC,one\nCC,\"two\n" + String(repeating: "C,x\n", count: 50), 3, "close its quotation mark"
      ),
      ("b.smi", "C one\n" + String(repeating: "C", count: 200), 2, "end its lines with line feeds"),
      ("c.smi", String(repeating: "C\r", count: 100), 1, "end its lines with line feeds"),
    ] {
      let path = try file(name, Data(text.utf8))
      for length in [1, 10, 1000] {
        let reader = try MoleculeTableParts(path: path, partLength: length, rowLimit: 100)
        let error = #expect(throws: MoleculeFileError.self) { while try reader.next() != nil {} }
        #expect(
          error?.description
            == "'\(path)' cannot be read: line \(line) begins a row of more than 100 bytes; \(remedy).",
          "\(length)")
      }
    }
  }

  @Test func theNotesAreOnAllParts() throws {
    let path = try file("a.smi", Data("C[C@H](O)CC |&1:1| a\nCC |a:1| b\nC[C@H](O)CC |o1:1|\n".utf8))
    let reader = try MoleculeTableParts(path: path, partLength: 1)
    while try reader.next() != nil {}
    #expect(reader.notes == (try MoleculeTable(path: path).notes) && reader.notes.count == 1)
  }
}
