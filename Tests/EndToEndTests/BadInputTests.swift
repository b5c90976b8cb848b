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
    Mistake(part: "window: [2.0, 2.6]", replacement: "window: [2.6, 2.0]", says: ["search.yaml:5:", "is reversed"]),
    Mistake(
      part: "property: gap", replacement: "property: gapp",
      says: ["search.yaml:4:", "'gapp'", "gives gap", "Did you mean 'gap'?"]),
    Mistake(part: "corpus: corpus.smi", replacement: "corpus: missing.smi", says: ["missing.smi"]),
    Mistake(part: "file: values.csv", replacement: "file: missing.csv", says: ["search.yaml:10:", "missing.csv"]),
    Mistake(
      part: "program: table\n  file: values.csv", replacement: "program: xtb\n  executable: /nowhere/xtb",
      says: ["/nowhere/xtb"]),
    Mistake(
      part: "program: table", replacement: "program: tabel", says: ["search.yaml:9:", "tabel", "Did you mean 'table'?"]),
    Mistake(
      part: "file: values.csv", replacement: "fil: values.csv", says: ["search.yaml:10:", "Did you mean 'file'?"]),
    Mistake(
      part: "corpus: corpus.smi", replacement: "corpus: corpus.smi\nacquisition: log-widnow",
      says: ["search.yaml:12:", "Did you mean 'log-window'?"]),
    Mistake(
      part: "heavy_atoms: [3, 14]", replacement: "heavy_atoms: [90, 99]",
      says: ["search.yaml: None of the ", "heavy_atoms 240", "Widen 'molecules'"]),
    Mistake(part: "seed: 7", replacement: "seed: -7", says: ["search.yaml:2:", "seed"]),
    Mistake(part: "seed: 7", replacement: "seed: [", says: ["search.yaml:"]),
    Mistake(part: "calculations: 40", replacement: "calculations: 0", says: ["budget.calculations", "0"]),
    Mistake(
      part: "initial: 8", replacement: "initial: 41",
      says: ["search.yaml:", "'budget.initial' is 41, more than the 40 calculations of the budget"]),
    Mistake(
      part: "heavy_atoms: [3, 14]", replacement: "elements: [P]",
      says: ["search.yaml: None of the ", "'molecules.elements' does not name H", "add H"]),
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

  /// Files that are no molecules' files, and what is said of them.
  private static let sources: [(name: String, text: String, says: String)] = [
    ("empty.csv", "", "'empty.csv' cannot be read. The table is empty"),
    ("blank.smi", "\n \n", "There is no molecule in 'blank.smi'"),
    ("semicolons.csv", "smiles;gap\nCCO;2,5\n", "The columns are separated by ';', not by ','"),
    ("tabs.csv", "smiles\tgap\nCCO\t2.5\n", "The columns are separated by tabs"),
    ("other.csv", "id,structure\n1,CCO\n", "name one of its columns: id, structure"),
    ("notes.text", "CCO\n", "must end in .smi, .csv or .sdf"),
  ]

  @Test(arguments: sources)
  func aFileWithoutMoleculesIsRefusedWithTheReason(name: String, text: String, says: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: name)
    let ending = try Program.run(["calculate", name], in: folder)
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(ending.complaint?.contains(says) == true, "\(ending)")
    #expect(try folder.contents().keys.sorted() == [name])
  }

  @Test(arguments: [
    ["calculate", "folder.csv"], ["calculate", "absent.smi"], ["calculate", "C", "--config", "folder.csv"],
    ["calculate", "C", "--config", "absent.yaml"], ["calculate", "C", "--workdir", "file.txt"],
    ["calculate", "C", "--workdir", "file.txt/scratch"], ["calculate", "C", "--output", "folder.csv"],
    ["calculate", "C", "--output", "absent/out.csv"], ["validate", "folder.csv"], ["run", "file.txt/a.yaml"],
    ["new", "absent/a"], ["new", "file.txt/a"], ["export", "a.yaml", "--output", "folder.csv"],
    ["suggest", "a.yaml", "--output", "absent/batch.csv"], ["validate", "nul.yaml"],
    ["tell", "absent.yaml", "folder.csv"], ["status", "folder.csv"],
    ["export", "folder.csv"], ["cache", "--cache", "folder.csv"],
  ])
  func nothingSaysThatAnOperationCouldNotBeCompleted(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.file("folder.csv"), withIntermediateDirectories: false)
    try folder.write("x", to: "file.txt")
    try folder.write("name: \u{0}\n", to: "nul.yaml")
    let ending = try Program.run(arguments, in: folder)
    #expect(ending.cause == .exited(2), "\(ending)")
    let complaint = try #require(ending.complaint, "\(ending)")
    for filler in ["operation", "Cocoa", "NSError", "Optional("] {
      #expect(!complaint.contains(filler), "\(complaint)")
    }
    #expect(complaint.hasSuffix("."), "\(complaint)")
  }

  @Test func anInChIIsRecognisedAndSaysWhatMakesASMILESOfIt() throws {
    let folder = try TemporaryFolder()
    let ending = try Program.run(["calculate", "InChI=1S/CH4/h1H4", "--json"], in: folder)
    #expect(ending.cause == .exited(1), "\(ending)")
    #expect(ending.output.contains("it is an InChI; give a SMILES"), "\(ending)")
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
    for command in [["status"], ["inspect"], ["export"], ["predict", "CC", "--campaign"]] {
      let ending = try Program.run(
        command + [TableCampaign.fileName, "--database", "copy.sqlite"], in: campaign.folder)
      #expect(ending.cause == .exited(2) && ending.output.isEmpty, "\(ending)")
      #expect(ending.complaint?.contains("copy.sqlite belongs to the campaign 'search', not to 'other'") == true)
    }
  }

  @Test func anotherSeedIsRefusedUnderTheOldDatabase() throws {
    let campaign = try small()
    try campaign.write(
      TableCampaign.text(calculations: 8).replacingOccurrences(of: "seed: 7", with: "seed: 8"))
    try expectRefusal(
      of: campaign, database: "copy.sqlite", before: try campaign.folder.contents(),
      says: ["search.yaml has the seed 8", "copy.sqlite", "begun with 7", "--database"])
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
