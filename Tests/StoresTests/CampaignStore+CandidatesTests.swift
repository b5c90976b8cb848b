import GRDB
import Stores
import Testing

@Suite struct CampaignStoreCandidatesTests {
  @Test func theLatestRankedCandidatesComeByRankWithTheirOrigin() throws {
    let folder = try TemporaryFolder()
    let store = try Sample.run(at: folder.file("campaign.sqlite"))
    #expect(
      try store.latestCandidates() == [
        CandidateOrigin(smiles: Sample.phenol.smiles, parent: "c1ccccc1", move: "suffix regrowth"),
        CandidateOrigin(smiles: Sample.ethanol.smiles, parent: nil, move: "language model"),
      ])
    try store.database.write { database in
      try database.execute(sql: "UPDATE iteration SET policy = 'random' WHERE number = 1")
    }
    #expect(try store.latestCandidates().isEmpty)
  }
}
