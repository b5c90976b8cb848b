import Campaign
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

  @Test("A person may put it elsewhere")
  func elsewhere() {
    #expect(CampaignPaths(file: "a.yaml", database: "/b/c.db").database == "/b/c.db")
  }
}
