import Testing

/// How campaigns end, and go on.
@Suite struct EndTests {
  @Test func aRaisedBudgetGoesOnToTheSameRowsAsOneGivenAtOnce() throws {
    let campaign = try TableCampaign(calculations: 20)
    #expect(try campaign.run().cause == .exited(0))
    #expect(try campaign.endedCount() == 20)
    let again = try campaign.run()
    #expect(again.cause == .exited(0))
    #expect(try campaign.endedCount() == 20)
    try campaign.write(TableCampaign.text(calculations: 40))
    let ending = try campaign.run()
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.errors.contains("budget.calculations 20 → 40"))
    // All but the texts of the file, of which there is one more.
    func others(_ rows: [String]) -> [String] { rows.filter { !$0.hasPrefix("specification ") } }
    #expect(try others(campaign.rows()) == others(TableCampaign.uninterrupted.get().rows))
  }

  @Test func aBatchThatIsNotWorthItEndsTheCampaignUntilLessIsAskedFor() throws {
    let campaign = try TableCampaign(calculations: 20)
    let text = TableCampaign.text(calculations: 20)
    try campaign.write(text.replacing("  batch: 4\n", with: "  batch: 4\n  until: gain < 4.5\n"))
    let ending = try campaign.run()
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.output.contains("The next 4 calculations are expected to give "), "\(ending)")
    #expect(
      ending.output.contains("'budget.until' asks for at least 4.5. Lower it or remove it, and run again to go on."))
    #expect(try campaign.endedCount() == 8)
    try campaign.write(text)
    let resumed = try campaign.run()
    #expect(resumed.errors.contains("budget.until gain < 4.5 → not set"), "\(resumed)")
    #expect(try campaign.endedCount() == 20)
    let inspected = try Program.run(["inspect", TableCampaign.fileName], in: campaign.folder)
    #expect(
      inspected.output.contains(/\n  expected: [\d.]+ hits? \([\d.]+ to [\d.]+\); came: \d hits?\n/), "\(inspected)")
  }

  @Test func aCampaignOfWhichEveryMoleculeFailsStopsAndSaysSoEveryTime() throws {
    let campaign = try TableCampaign()
    try campaign.folder.write("smiles,gap\n[He],2.5\n", to: "values.csv")
    let ending = try campaign.run()
    #expect(ending.cause == .exited(1), "\(ending)")
    #expect(ending.output.contains("All 8 calculations have failed."), "\(ending)")
    #expect(try campaign.endedCount() == 8)
    let rows = try campaign.rows()
    let again = try campaign.run()
    #expect(again.cause == .exited(1), "\(again)")
    #expect(again.output == ending.output)
    #expect(try campaign.rows() == rows)
  }

  @Test(arguments: ["-rf", "two words", "it's \"quoted\"", "$(touch x)", "line\nbreak", "ünï"])
  func namesOfFilesAreNamesOnly(_ name: String) throws {
    let folder = try TemporaryFolder(named: name)
    let campaign = try TableCampaign(folder: folder, calculations: 8)
    try folder.write(TableCampaign.text(calculations: 8), to: "\(name).yaml")
    let ending = try Program.run(["run", "--workdir", "./\(name)", "--", "\(name).yaml"], in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    let files = Set(try campaign.folder.contents().keys)
    #expect(files.contains("\(name).sqlite"))
    #expect(!files.contains("x"))
  }

  @Test(arguments: ["-rf", "two words", "$(touch x)", "..", ""])
  func newRefusesNamesThatACampaignCannotHave(_ name: String) throws {
    let folder = try TemporaryFolder()
    let ending = try Program.run(["new", "--", name], in: folder)
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(try folder.contents().isEmpty)
  }

  @Test func aNewCampaignFileIsInOrderAndIsNotWrittenOver() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["new", "mine"], in: folder).output == "mine.yaml\n")
    let before = try folder.contents()
    let again = try Program.run(["new", "mine"], in: folder)
    #expect(again.cause == .exited(2))
    #expect(again.complaint?.contains("mine.yaml already exists") == true)
    #expect(try folder.contents() == before)
    let validation = try Program.run(["validate", "mine.yaml"], in: folder)
    #expect(validation.cause == .exited(0), "\(validation)")
    #expect(try folder.contents() == before)
  }
}
