import Chemistry
import Foundation
import MolecularDesign
import Testing

@Suite struct CorpusTests {
  private func withFile<Result>(_ name: String, _ text: String, _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return try body(file.path)
  }

  @Test func theBuiltInCorpusIsWhole() throws {
    let corpus = try Corpus.builtIn()
    #expect(corpus.molecules.count >= 1500)
    #expect(corpus.refusedLines == [])
    #expect(corpus.duplicateCount == 0)
    #expect(corpus.names.count == corpus.molecules.count)
  }

  @Test func badLinesAreReportedAndLeftOut() throws {
    let text = "# a comment\nOCC ethanol\n\nnonsense\nC(C\nc1cccc1\tno Kekulé structure\nCCO again\n[Na+].[Cl-]\nCC\r\n"
    let corpus = try withFile("a.smi", text) { try Corpus(path: $0) }
    #expect(corpus.molecules.map(\.smiles) == ["CCO", "CC"])
    #expect(corpus.names == ["ethanol", nil])
    #expect(corpus.refusedLines.map(\.line) == [4, 5, 6, 8])
    #expect(corpus.refusedLines.map(\.text) == ["nonsense", "C(C", "c1cccc1", "[Na+].[Cl-]"])
    #expect(corpus.refusedLines.allSatisfy { !$0.reason.isEmpty })
    #expect(corpus.refusedLines.last?.reason.contains("components") == true)
    #expect(corpus.duplicateCount == 1)
  }

  @Test func saltsAreRefusedOrStrippedAndWhatIsLeftCountsOnce() throws {
    let text = "CCN.Cl salt\n[Na+].CC(=O)[O-] acetate\n[Na+].[Cl-] table\nCCN amine\n"
    let refused = try withFile("a.smi", text) { try Corpus(path: $0, isForLanguage: false) }
    #expect(refused.molecules.map(\.smiles) == ["CCN"] && refused.refusedLines.map(\.line) == [1, 2, 3])
    #expect(refused.lines == [4] && refused.notes == [])
    let stripped = try withFile("a.smi", text) { try Corpus(path: $0, isForLanguage: false, stripsSalts: true) }
    #expect(stripped.molecules.map(\.smiles) == ["CCN", "CC(=O)[O-]"])
    #expect(stripped.names == ["salt", "acetate"] && stripped.lines == [1, 2])
    #expect(stripped.refusedLines.map(\.reason) == ["it has several components, and none of them has carbon"])
    #expect(stripped.duplicateCount == 1)
    #expect(
      stripped.notes == [
        "2 lines (1 first) have several components; the largest organic one that is no common counter-ion or solvent is taken. "
          + "In 1 of them it is an ion, which is not neutralised: 'molecules' says whether it is allowed."
      ])
    let mixed = try withFile("a.smi", "CC(N)Cc1ccccc1.OC(=O)CC(O)(CC(=O)O)C(=O)O\nCCCN.CCCCN\n") {
      try Corpus(path: $0, isForLanguage: false, stripsSalts: true)
    }
    #expect(mixed.molecules.map(\.smiles) == ["CC(N)Cc1ccccc1", "CCCCN"])
    #expect(mixed.notes.first?.hasSuffix(" In 1 of them (2) it is the largest of two or more.") == true)
  }

  @Test func aRepeatUnitBesideAnIonIsTaken() throws {
    let corpus = try withFile("a.smi", "CCO\n*CC*.[Na+]\n") {
      try Corpus(path: $0, allowsRepeatUnits: true, isForLanguage: false, stripsSalts: true)
    }
    #expect(corpus.refusedLines.isEmpty)
    #expect(corpus.molecules.map(\.smiles) == ["CCO", "*C*"])
  }

  @Test func aTableIsReadByItsColumn() throws {
    let text = "Name,SMILES,other\n\"1,2-ethanediol\",OCCO,CC\n,CCN,CCC\nshort\n"
    let named = try withFile("a.CSV", text) { try Corpus(path: $0) }
    #expect(named.molecules.map(\.smiles) == ["OCCO", "CCN"])
    #expect(named.names == ["1,2-ethanediol", nil])
    #expect(named.refusedLines == [RejectedLine(line: 4, text: "", reason: "there is no SMILES")])
    let other = try withFile("a.csv", text) { try Corpus(path: $0, smilesColumn: "other") }
    #expect(other.molecules.map(\.smiles) == ["CC", "CCC"])
  }

  @Test func theOrderIsThatOfTheFile() throws {
    let smiles = (1...300).map { String(repeating: "C", count: $0) }
    let corpus = try withFile("a.smi", smiles.joined(separator: "\n")) { try Corpus(path: $0) }
    #expect(corpus.molecules.map(\.smiles) == smiles)
  }

  @Test func errorsNameTheFile() throws {
    try withFile("a.csv", "id,structure\n1,CC\n") { path in
      let error = #expect(throws: DesignError.self) { try Corpus(path: path) }
      #expect(error?.description.hasPrefix("'\(path)' has no column 'smiles'") == true)
      #expect(error?.description.contains("id, structure") == true)
    }
    try withFile("a.smi", "# nothing\nbroken)\n") { path in
      let error = #expect(throws: DesignError.self) { try Corpus(path: path) }
      #expect(error?.description.contains(path) == true)
      #expect(error?.description.contains("line 2") == true)
    }
    try withFile("a.doc", "CC") { path in
      let error = #expect(throws: DesignError.self) { try Corpus(path: path) }
      #expect(error?.description.contains("is of no known format") == true)
    }
    let error = #expect(throws: DesignError.self) { try Corpus(path: "/nowhere/a.smi") }
    #expect(error?.description.hasPrefix("'/nowhere/a.smi' cannot be read: ") == true)
  }

  @Test func weightsStandInAColumn() throws {
    try withFile("a.csv", "smiles,w\nCC,2\nCCO,x\nC C,1\nCC,0.5\n") { path in
      let corpus = try Corpus(path: path, weightColumn: "W")
      #expect(corpus.weights == [2.5] && corpus.refusedLines.map(\.line) == [3, 4])
      let error = #expect(throws: DesignError.self) { try Corpus(path: path, weightColumn: "v") }
      #expect(error?.description.contains("has no column 'v'") == true)
    }
  }

  @Test func structuresAreReadToo() throws {
    let block = try Molecule(smiles: "OCC").molBlock()
    try withFile("a.sdf", block + "$$$$\n") { path in
      let corpus = try Corpus(path: path)
      #expect(corpus.molecules.map(\.smiles) == ["CCO"])
    }
  }
}
