import Foundation
import FoundationXML
import Glibc
import Testing

/// `cohobate replay` as a person runs it.
@Suite struct ReplayTests {
  private static let command = ["replay", TableCampaign.fileName, "--pool", "values.csv"]

  @Test func theCurvesAreComparedPrintedAndWritten() throws {
    let campaign = try TableCampaign(calculations: 24)
    let folder = campaign.folder
    let ending = try Program.run(
      Self.command + ["--seeds", "2", "--output", "curves.csv", "--svg", "curves.svg", "--quiet"], in: folder)
    #expect(ending.cause == .exited(0) && ending.errors.isEmpty, "\(ending)")
    let lines = ending.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("campaign search: ") && lines[0].contains(" molecules of values.csv, "), "\(ending)")
    #expect(lines[0].hasSuffix("(molecules that meet all objectives)"))
    #expect(lines[1] == "after 24 calculations, as the mean of 2 seeds (least to greatest):")
    #expect(lines[3].hasPrefix("policy     half of the hits"))
    #expect(lines[4].hasPrefix("surrogate ") && lines[5].hasPrefix("random "))
    #expect(lines[7].hasPrefix("surrogate ") && lines[7].hasSuffix("."))
    #expect(lines[9].hasPrefix("surrogate: expected of ") && lines[9].contains("; came: "), "\(ending)")
    #expect(!ending.output.contains("random: expected"))
    let contents = try folder.contents()
    let csv = String(decoding: try #require(contents["curves.csv"]), as: UTF8.self).split(separator: "\n")
    #expect(
      csv.count == 1 + 2 * 24 && csv[0] == "policy,calculations,hits,hits low,hits high,share,share low,share high")
    #expect(XMLParser(data: try #require(contents["curves.svg"])).parse())
    // The record of a replayed campaign is nowhere.
    #expect(Set(contents.keys) == ["corpus.smi", "curves.csv", "curves.svg", "search.yaml", "values.csv"])
    // The same command gives the same curves, here as JSON.
    let json = try Program.run(Self.command + ["--seeds", "2", "--json"], in: folder)
    #expect(json.cause == .exited(0) && json.errors.contains("4/4 campaigns\n"), "\(json)")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(
      Set(report.keys) == [
        "band", "calculations", "campaign", "goals", "hitRule", "hits", "molecules", "notes", "policies", "seeds",
        "statement", "table", "units",
      ])
    #expect(report["statement"] as? String == lines[7].description)
    let policies = try #require(report["policies"] as? [[String: Any]])
    let curves = policies.compactMap { $0["curve"] as? [[String: Any]] }
    #expect(policies.map { $0["name"] as? String } == ["surrogate", "random"] && curves.map(\.count) == [24, 24])
    #expect(policies.map { ($0["gain"] as? [String: Any])?["kind"] as? String } == ["hits", nil])
    let hits = curves.joined().compactMap { ($0["hits"] as? [String: Double])?["mean"] }
    #expect(hits.map { "\($0)" } == csv.dropFirst().map { String($0.split(separator: ",")[2]) })
  }

  @Test func aGoalShowsTheBestValue() throws {
    let campaign = try TableCampaign(calculations: 12)
    try campaign.write(
      TableCampaign.text(calculations: 12).replacing("window: [2.0, 2.6]", with: "goal: maximize"))
    let ending = try Program.run(
      Self.command + ["--policies", "greedy", "--seeds", "1", "--top", "0.05", "--quiet"], in: campaign.folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.output.contains(" hits (the best 5 % of the molecules, with all"), "\(ending)")
    #expect(ending.output.contains("best gap (eV)"), "\(ending)")
  }

  @Test func aHyphenIsStandardOutput() throws {
    let campaign = try TableCampaign(calculations: 12)
    let before = try campaign.folder.contents()
    let ending = try Program.run(
      Self.command + ["--seeds", "1", "--jobs", "1", "--column", "smiles", "--output", "-", "--quiet"],
      in: campaign.folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.output.hasPrefix("policy,calculations,hits,"), "\(ending)")
    #expect(ending.output.split(separator: "\n").count == 1 + 2 * 12, "\(ending)")
    #expect(ending.errors.hasPrefix("campaign search: "), "\(ending)")
    #expect(try campaign.folder.contents() == before)
  }

  @Test(arguments: [
    (["--policies", "gredy"], "Did you mean 'greedy'?"),
    (["--policies", "expected-improvement"], "Did you mean 'log-expected-improvement'?"),
    (["--policies", ","], "--policies names none"), (["--seeds", "0"], "--seeds is 0; it must be from 1 to 1000."),
    (["--calculations", "0"], "at least 1"), (["--calculations", "7"], "the first, random batch has 8"),
    (["--calculations", "8"], "the first, random batch has 8"), (["--jobs", "0"], "--jobs is 0"),
    (["--svg", "a.png"], "end it in .svg"), (["--output", "a.json"], "end it in .csv"),
    (["--output", "-", "--json"], "a file instead of '-'"),
    (["--smiles", "smiles", "--column", "smiles"], "mean the same"), (["--top", "1.5"], "above 0 and below 1"),
    (["--top", "0.1", "--threshold", "2"], "exclude each other"),
    (["--threshold", "2"], "'goal: maximize'"), (["--smiles", "SMILESS"], "SMILESS"),
    (["--output", "values.csv"], "it is an input file"),
    (["--svg", "absent/a.svg"], "there is no folder 'absent'; make it"),
    (["--output", "a.csv", "--svg", "a.csv"], "name the same file"),
  ])
  func badInputIsNamed(_ arguments: [String], _ words: String) throws {
    let campaign = try TableCampaign()
    let before = try campaign.folder.contents()
    let ending = try Program.run(Self.command + arguments, in: campaign.folder)
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(ending.errors.contains(words) && ending.output.isEmpty, "\(ending)")
    #expect(try campaign.folder.contents() == before)
  }

  @Test func aTableWithoutTheValuesIsRefused() throws {
    let campaign = try TableCampaign()
    try campaign.folder.write("smiles,Gaps\nCCO,2.1\nCCC,3.1\n", to: "values.csv")
    let missing = try Program.run(Self.command, in: campaign.folder)
    #expect(missing.cause == .exited(2), "\(missing)")
    #expect(
      missing.complaint
        == "values.csv has no column of 'gap', which an objective of search.yaml needs; its properties are: Gaps. Did you mean 'Gaps'?",
      "\(missing)")
    try campaign.folder.write("smiles,gap\nCCO,2.1\nCCC,3.1\n", to: "values.csv")
    let few = try Program.run(Self.command, in: campaign.folder)
    #expect(few.cause == .exited(2), "\(few)")
    #expect(few.complaint?.hasPrefix("values.csv has only 2 molecules with all values") == true, "\(few)")
  }

  @Test func interruptedItEndsAndLeavesNothing() throws {
    let campaign = try TableCampaign(calculations: 200)
    let before = try campaign.folder.contents()
    try campaign.folder.write("", to: "curves.csv")
    let program = try RunningProgram(
      Self.command + ["--policies", "surrogate", "--seeds", "1000", "--output", "curves.csv"], in: campaign.folder)
    #expect(program.nextLine() == "0/1000 campaigns")
    let clock = ContinuousClock()
    let signalled = clock.now
    let ending = program.end(by: SIGINT)
    #expect(ending.cause == .exited(130), "\(ending)")
    #expect(ending.errors.hasSuffix("Interrupted. Nothing was written.\n") && ending.output.isEmpty, "\(ending)")
    // It promises a second; the rest is for a busy machine.
    #expect(clock.now - signalled < .seconds(10))
    var after = try campaign.folder.contents()
    #expect(after.removeValue(forKey: "curves.csv") == Data())
    #expect(after == before)
  }
}
