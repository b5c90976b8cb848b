import CachedCalculation
import Calculation
import CampaignFile
import CampaignTesting
import Files
import Testing

@Suite("Where the parts of a campaign are")
struct CampaignPathsTests {
  @Test(
    "The database stands beside the file",
    arguments: [
      ("Campaigns/a.yaml", "Campaigns/a.sqlite"), ("a.yml", "a.sqlite"), ("/x/a.b.yaml", "/x/a.b.sqlite"),
    ])
  func beside(file: String, database: String) {
    #expect(CampaignPaths(file: file).database == database)
  }

  @Test("The files that a campaign reads are its inputs")
  func inputs() throws {
    let campaign = try SmallCampaign(SmallCampaign.text(budget: "{calculations: 12, initial: 8, batch: 4}"))
    let paths = campaign.paths
    #expect(paths.inputs.first == paths.file)
    #expect(paths.inputs.contains { $0.hasSuffix(".csv") })
    #expect(CampaignPaths(file: "/absent/a.yaml").inputs == ["/absent/a.yaml"])
  }

  @Test("The name in the file is read even if the rest of the file is wrong")
  func statedName() throws {
    let campaign = try SmallCampaign()
    #expect(campaign.paths.statedName == "small")
    try campaign.write("name: other\nsede: 1\n", to: "small.yaml")
    #expect(campaign.paths.statedName == "other")
    try campaign.write("name: [", to: "small.yaml")
    #expect(campaign.paths.statedName == nil)
    #expect(CampaignPaths(file: "/absent/a.yaml").statedName == nil)
  }

  @Test("A database belongs to one campaign")
  func requireCampaign() throws {
    let paths = CampaignPaths(file: "a.yaml", database: "b.sqlite")
    try paths.requireCampaign("a", is: "a")
    let error = #expect(throws: CampaignError.self) { try paths.requireCampaign("b", is: "a") }
    #expect(
      error
        == CampaignError(
          .input, "b.sqlite belongs to the campaign 'b', not to 'a'; give another file with --database."))
  }

  @Test("A person may put it elsewhere")
  func elsewhere() {
    #expect(CampaignPaths(file: "a.yaml", database: "/b/c.db").database == "/b/c.db")
  }

  @Test("Every database has a scratch folder of its own, the same in every run")
  func scratch() {
    let resources = ComputeResources(jobs: 1, workdir: "/scratch")
    let folder = resources.scratch(of: "a", database: "/x/a.sqlite")
    #expect(folder == resources.scratch(of: "a", database: "/x/y/../a.sqlite"))
    #expect(folder != resources.scratch(of: "a", database: "/x/b.sqlite"))
    #expect(folder.hasPrefix("/scratch/a-"))
    #expect(ComputeResources().jobs >= 1)
    #expect(ComputeResources().folderRetention == .failed)
    #expect(ComputeResources.folderRetentionByName.keys.sorted() == ["all", "failed", "none"])
  }
}
