import Foundation
import Testing

/// Wrong input: one clear sentence that names the thing, exit status 2, and nothing is changed.
@Suite struct BadInputTests {
  /// A campaign file with one part replaced, and what the complaint must say.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let part: String
    let replacement: String
    let says: [String]

    var testDescription: String { replacement }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      part: "seed: 7", replacement: "seed: 7\npolcy: random",
      says: ["search.yaml:3:", "'polcy' is unknown", "'policy'"]),
    Mistake(part: "window: [2.0, 2.6]", replacement: "window: [2.6, 2.0]", says: ["search.yaml:5:", "upside down"]),
    Mistake(part: "property: gap", replacement: "property: gapp", says: ["search.yaml:4:", "'gapp'", "gives gap"]),
    Mistake(part: "corpus: corpus.smi", replacement: "corpus: missing.smi", says: ["missing.smi"]),
    Mistake(part: "file: values.csv", replacement: "file: missing.csv", says: ["search.yaml:10:", "missing.csv"]),
    Mistake(
      part: "program: table\n  file: values.csv", replacement: "program: xtb\n  executable: /nowhere/xtb",
      says: ["/nowhere/xtb"]),
    Mistake(part: "program: table", replacement: "program: tabel", says: ["search.yaml:9:", "tabel", "table"]),
    Mistake(part: "seed: 7", replacement: "seed: -7", says: ["search.yaml:2:", "seed"]),
    Mistake(part: "seed: 7", replacement: "seed: [", says: ["search.yaml:"]),
    Mistake(part: "calculations: 40", replacement: "calculations: 0", says: ["budget.calculations", "0"]),
  ]

  @Test(arguments: mistakes)
  func aWrongCampaignFileIsRefused(_ mistake: Mistake) throws {
    let campaign = try TableCampaign()
    let text = TableCampaign.text()
    #expect(text.contains(mistake.part))
    try campaign.write(text.replacingOccurrences(of: mistake.part, with: mistake.replacement))
    let before = try campaign.folder.contents()
    for command in ["run", "validate"] {
      let ending = try Program.run([command, TableCampaign.fileName], in: campaign.folder)
      #expect(ending.cause == .exited(2), "\(ending)")
      let complaint = ending.complaint ?? "(none)"
      for part in mistake.says { #expect(complaint.contains(part), "\(complaint)") }
      #expect(ending.output.isEmpty)
    }
    #expect(try campaign.folder.contents() == before)
  }

  @Test(arguments: ["run", "validate", "status", "inspect", "export"])
  func aCampaignFileThatIsNotThereIsNamed(_ command: String) throws {
    let folder = try TemporaryFolder()
    let ending = try Program.run([command, "absent.yaml"], in: folder)
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(ending.complaint?.contains("absent.") == true, "\(ending)")
    #expect(try folder.contents().isEmpty)
  }

  @Test func aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws {
    let campaign = try TableCampaign()
    let before = try campaign.folder.contents()
    try expectRefusal(
      of: campaign, database: "values.csv", before: before, says: ["values.csv", "not an SQLite database"])
  }

  @Test func theDatabaseOfAnotherCampaignIsRefusedAndLeftAlone() throws {
    let campaign = try small()
    try campaign.write(TableCampaign.text(name: "other", calculations: 8))
    try expectRefusal(
      of: campaign, database: "copy.sqlite", before: try campaign.folder.contents(),
      says: ["copy.sqlite", "'search'", "'other'", "--database"])
  }

  @Test func aChangedCampaignFileIsRefusedUnderItsOldDatabase() throws {
    let campaign = try small()
    try campaign.write(
      TableCampaign.text(calculations: 8).replacingOccurrences(of: "seed: 7", with: "seed: 8"))
    try expectRefusal(
      of: campaign, database: "copy.sqlite", before: try campaign.folder.contents(),
      says: ["search.yaml has changed", "copy.sqlite", "'seed'", "--database"])
  }

  @Test func aTableThatChangedIsRefusedUnderItsOldDatabase() throws {
    let campaign = try small()
    try campaign.folder.write("smiles,gap\nCCO,2.5\n", to: "values.csv")
    try expectRefusal(
      of: campaign, database: "copy.sqlite", before: try campaign.folder.contents(), says: ["copy.sqlite", "table"])
  }

  @Test func aDatabaseOfANewerProgramIsRefusedByName() throws {
    let campaign = try small()
    try Database.execute(
      "INSERT INTO grdb_migrations VALUES ('v99')", at: campaign.folder.file("copy.sqlite"))
    try expectRefusal(
      of: campaign, database: "copy.sqlite", before: try campaign.folder.contents(),
      says: ["copy.sqlite", "newer Cohobate", "'v99'"])
  }

  /// A campaign that has ended, with a copy of its database that was never locked.
  private func small() throws -> TableCampaign {
    let campaign = try TableCampaign(calculations: 8)
    #expect(try campaign.run().cause == .exited(0))
    // All of it into the one file.
    try Database.execute("PRAGMA wal_checkpoint(TRUNCATE)", at: campaign.database)
    try FileManager.default.copyItem(atPath: campaign.database, toPath: campaign.folder.file("copy.sqlite"))
    return campaign
  }

  private func expectRefusal(
    of campaign: TableCampaign, database: String, before: [String: Data], says parts: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let ending = try Program.run(
      ["run", TableCampaign.fileName, "--database", database], in: campaign.folder)
    #expect(ending.cause == .exited(2), "\(ending)", sourceLocation: sourceLocation)
    for part in parts {
      #expect(ending.complaint?.contains(part) == true, "\(ending)", sourceLocation: sourceLocation)
    }
    let after = try campaign.folder.contents()
    #expect(after.keys.sorted() == before.keys.sorted(), sourceLocation: sourceLocation)
    #expect(after == before, sourceLocation: sourceLocation)
  }
}
