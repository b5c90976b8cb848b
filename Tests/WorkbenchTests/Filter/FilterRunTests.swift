import Chemistry
import Files
import Foundation
import Tables
import Testing
import Workbench

@Suite struct FilterRunTests {
  private func run(
    _ text: String, _ format: String = "smi", column: String? = nil, keepsRepeats: Bool = true,
    _ change: (inout FilterCriteria) -> Void = { _ in }
  ) throws(CampaignError) -> FilterReport {
    var criteria = FilterCriteria()
    change(&criteria)
    return try FilterRun(
      .text(Data(text.utf8), format: format, column: column), by: criteria, keepsRepeats: keepsRepeats
    ).run()
  }

  @Test func linesPassAsTheyStandInTheirOrder() throws {
    let report = try run("\u{FEFF}CCO  ethanol\r\n# comment\r\n\r\nOCC again\r\nC(C\r\nCC.O salt\r\nCCCCO") {
      $0.limits = ["heavy_atoms": "..3"]
    }
    #expect(String(decoding: report.passedBytes, as: UTF8.self) == "CCO  ethanol\nOCC again\n")
    #expect(report.records == 5 && report.passed == 2)
    #expect(report.refusals == ["unreadable": 1, "several components": 1, "heavy_atoms": 1])
    #expect(report.rows.map(\.line) == [1, 4, 5, 6, 7])
    #expect(report.rows[0].name == "ethanol" && report.rows[0].smiles == "CCO" && report.rows[0].reason == nil)
    #expect(report.rows[4].reason == "5 heavy atoms, more than 3")
    #expect(
      report.rejectedText == """
        line,name,input,smiles,filter,reason
        5,,C(C,,unreadable,The SMILES 'C(C' cannot be read: a parenthesis is not closed.
        6,salt,CC.O,CC.O,several components,2 components that no bond connects
        7,,CCCCO,CCCCO,heavy_atoms,"5 heavy atoms, more than 3"

        """)
    #expect(report.summary.map(\.title) == ["read", "heavy_atoms", "several components", "unreadable", "passed"])
  }

  @Test func aRepeatedMoleculePassesOnceWhereThatIsAskedFor() throws {
    let report = try run("CCO\nOCC\nCCN\n", keepsRepeats: false)
    #expect(String(decoding: report.passedBytes, as: UTF8.self) == "CCO\nCCN\n" && report.refusals == ["repeated": 1])
  }

  @Test func aTableKeepsItsColumns() throws {
    let text = "name,Smiles,note\r\na,CCO,\"x, y\"\r\nb,,z\r\nc,CCN,\r\n"
    let report = try run(text, "csv") { $0.forbidden = ["N"] }
    #expect(String(decoding: report.passedBytes, as: UTF8.self) == "name,Smiles,note\na,CCO,\"x, y\"\n")
    #expect(report.rows.map(\.filter) == [nil, "unreadable", "forbidden"])
    #expect(try run("s,x\nCCO,1\n", "csv", column: "s").passed == 1)
    let error = #expect(throws: CampaignError.self) { try run("smile,x\nCCO,1\n", "csv") }
    #expect(error?.kind == .input && error?.description.contains("Did you mean 'smile'?") == true)
    #expect(throws: CampaignError.self) { try run("smiles;x\nCCO;1\n", "csv") }
    #expect(try run("smiles,x\nCCO\nCC,1,2\n", "csv").rows.map(\.filter) == [nil, "unreadable"])
    #expect(throws: CampaignError.self) { try run("CCO\n", "smi", column: "smiles") }
  }

  @Test func recordsOfStructuresPassWhole() throws {
    func record(_ smiles: String, _ name: String) throws -> String {
      let block = try Molecule(smiles: smiles).molBlock()
      return name + block.drop { $0 != "\n" } + ">  <value>\n1\n\n$$$$\n"
    }
    let (first, second) = (try record("CCO", "ethanol"), try record("CCN", "amine"))
    let report = try run(
      (first + "broken\n\n\nnonsense\n$$$$\n" + second).replacing("\n", with: "\r\n"), "sdf"
    ) { $0.forbidden = ["N"] }
    #expect(String(decoding: report.passedBytes, as: UTF8.self) == first)
    #expect(report.rows.map(\.name) == ["ethanol", "broken", "amine"])
    #expect(report.rows.map(\.filter) == [nil, "unreadable", "forbidden"])
    #expect(report.rows[2].smiles == "CCN" && report.rows[2].input.isEmpty)
    // The last record's end may be missing.
    #expect(try run(String(first.dropLast(5)), "sdf").passedBytes == Data(first.utf8))
  }

  @Test func ofWhatIsAlikeTheFirstPasses() throws {
    let report = try run("CCCCCCCCCCO\nCCCCCCCCCCCO\nc1ccccc1\n") { $0.minimumDistance = 0.4 }
    #expect(
      String(decoding: report.passedBytes, as: UTF8.self) == "CCCCCCCCCCO\nc1ccccc1\n"
        && report.refusals == ["minimum_distance": 1])
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", "\r\n", "\u{FEFF}\r\n"])
  func anEmptyFileIsRefused(text: String) {
    for format in ["smi", "sdf", "csv"] {
      let error = #expect(throws: CampaignError.self) { try run(text, format) }
      #expect(error?.kind == .input)
    }
    #expect(throws: CampaignError.self) { try run("# a comment alone\n") }
    #expect(throws: CampaignError.self) { try run("smiles,value\n", "csv") }
  }

  @Test func hugeMoleculesAreUnreadableAndStopNothing() throws {
    let report = try run(
      [String(repeating: "C", count: 10_000), String(repeating: "(", count: 100_000), "C", "\u{1F600}", "[", "c1"]
        .joined(separator: "\n"))
    #expect(String(decoding: report.passedBytes, as: UTF8.self) == "C\n" && report.refusals == ["unreadable": 5])
  }

  @Test func theEndingOfAFileSaysWhatItIs() throws {
    let criteria = FilterCriteria()
    for (path, words) in [("/absent.smi", "no such file"), ("/absent.text", ".smi, .csv or .sdf"), ("/tmp", ".smi")] {
      let error = #expect(throws: CampaignError.self) {
        try FilterRun(.file(MoleculeFile(path: path)), by: criteria).run()
      }
      #expect(error?.kind == .input && error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
  }

  @Test func aCancelledRunIsInterrupted() async {
    let task = Task { () async throws -> Int in
      while !Task.isCancelled { await Task.yield() }
      return try run("CCO\n").passed
    }
    task.cancel()
    await #expect(throws: CampaignError.self) { try await task.value }
  }
}
