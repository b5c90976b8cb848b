import Foundation
import Testing

/// `cohobate predict` as people call it.
@Suite struct PredictTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let lines = (1...14).flatMap { length -> [String] in
      let chain = String(repeating: "C", count: length)
      return [chain, chain + "O", "CC(C)" + chain, chain + "N"].map { "\($0),\(14 * $0.count)" }
    }
    try folder.write("smiles,size (nm)\n" + lines.joined(separator: "\n") + "\n", to: "table.csv")
    return folder
  }

  private static let data = ["predict", "--data", "table.csv"]

  @Test func theTableGoesToStdoutAndProgressToStderr() throws {
    let ending = try Program.run(
      Self.data + ["CCCCCC", "CCCCCCCCCO", "--target", "size=130..150"], in: try folder())
    #expect(ending.cause == .exited(0), "\(ending)")
    let lines = ending.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "probability of size from 130.0 to 150.0 nm", "\(ending)")
    #expect(lines[1].contains("size predicted (nm)") && lines[1].contains("probability"), "\(ending)")
    #expect(lines[2].hasPrefix("CCCCCCCCCO"), "\(ending)")
    #expect(ending.errors.contains("predicting 2 molecules"), "\(ending)")
    #expect(ending.errors.contains("size is predicted from 56 molecules"), "\(ending)")
  }

  @Test func aLineThatIsNoMoleculeIsListedAndToldOf() throws {
    let folder = try folder()
    try folder.write("CCCC butane\nC(C broken\n", to: "lines")
    let ending = try Program.run(
      Self.data + ["-", "--json", "--quiet"], in: folder, input: folder.file("lines"))
    #expect(ending.cause == .exited(1), "\(ending)")
    #expect(ending.errors.contains("note: 1 record of 2 has no prediction, the first on line 2"), "\(ending)")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    let keys: Set<String> = ["origin", "models", "targets", "quantities", "columns", "rows", "notes"]
    #expect(Set(report.keys) == keys)
    let rows = try #require(report["rows"] as? [[String: Any]])
    #expect(rows.map { $0["name"] as? String } == ["butane", "broken"])
    #expect(rows[1]["failure"] as? String != nil)
    #expect(rows[1]["smiles"] == nil)
  }

  @Test func aTableFitsTheTerminal() throws {
    let folder = try folder()
    let long = String(repeating: "C", count: 150)
    let ending = try Program.runOnTerminal(
      columns: 80, Self.data + [long, "--quiet"], in: folder, environment: ["NO_COLOR": "1"])
    #expect(ending.cause == .exited(0), "\(ending)")
    let widest = ending.output.split(separator: "\r\n").map(\.count).max() ?? 0
    #expect(widest <= 80, "\(ending)")
  }

  @Test func aLibraryPredicts() throws {
    let folder = try folder()
    let trained = try Program.run(
      [
        "pretrain", "table.csv", "--library", "l.sqlite", "--kind", "gaussian-process", "--representation", "maccs",
        "--quiet",
      ], in: folder)
    #expect(trained.cause == .exited(0), "\(trained)")
    let ending = try Program.run(
      ["predict", "CCCCCO", "--library", "l.sqlite", "--source", "1", "--quiet", "--output", "p.csv"], in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.output.isEmpty && ending.errors.isEmpty, "\(ending)")
    let text = try String(contentsOfFile: folder.file("p.csv"), encoding: .utf8)
    #expect(text.hasPrefix("smiles,size_predicted (nm),size_predicted_sd (nm),failure\nCCCCCO,"), "\(text)")
  }

  @Test func aCampaignPredictsAsItDidWhenAnIterationWasDesigned() throws {
    let campaign = try TableCampaign(calculations: 40)
    #expect(try campaign.run().cause == .exited(0))
    let command = ["predict", "--campaign", TableCampaign.fileName, "--format", "csv"]
    let before = try Program.run(command + ["--iteration", "1"], in: campaign.folder)
    let after = try Program.run(command, in: campaign.folder)
    for ending in [before, after] {
      #expect(ending.cause == .exited(0), "\(ending)")
      #expect(!ending.errors.contains("The surrogate differs"), "\(ending)")
    }
    #expect(before.output.split(separator: "\n").count == after.output.split(separator: "\n").count)
    #expect(before.output != after.output)
  }

  @Test func aTargetThatIsNotPredictedIsNamed() throws {
    let ending = try Program.run(Self.data + ["C", "--target", "sise=1..2"], in: try folder())
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(ending.complaint?.contains("has no column 'sise'") == true, "\(ending)")
  }
}
