import CampaignFile
import CampaignTesting
import Files
import Foundation
import Reports
import Stores
import Testing

@Suite("All that pages show of a record")
struct CampaignOverviewTests {
  @Test("It says of each molecule what the inspections of the iterations say")
  func agrees() async throws {
    let campaign = try SmallCampaign()
    let status = try await campaign.run()
    let overview = try CampaignOverview(reader: CampaignRecordReader(campaign.paths))
    #expect(overview.outcomes.map(\.calculation.number) == Array(1...24))
    #expect(overview.outcomes.count(where: \.isHit) == status.hits)
    #expect(overview.status.best.count == status.succeeded)
    #expect(overview.objectives == [ObjectiveOverview(name: "gap", unit: "eV", goal: .window(6, 7))])
    #expect(overview.fits.map(\.iteration) == [1, 2, 3, 4] && overview.endedAt != nil)
    for number in 0...4 {
      let inspected = try InspectionReport(of: campaign.paths, iteration: number).candidates.filter {
        $0.decision == "chosen"
      }
      let own = overview.outcomes.filter { $0.candidate.iteration == number }
      #expect(Set(own.map(\.molecule)) == Set(inspected.map(\.molecule)))
      for outcome in own {
        let other = inspected.first { $0.molecule == outcome.molecule }
        #expect(outcome.candidate.reason == other?.reason && outcome.candidate.rank == other?.rank)
        #expect(outcome.calculation.values == other?.calculation?.values)
        #expect(outcome.calculation.errors == other?.calculation?.errors)
      }
    }
  }

  @Test("A record that is open is read as it is now")
  func refreshed() throws {
    let campaign = try SmallCampaign()
    let record = CampaignRecord(name: "small", specification: SmallCampaign.text(), seed: 11, createdAt: .now)
    let store = try CampaignStore.create(at: campaign.paths.database, campaign: record, versions: [], properties: [])
    let reader = try CampaignRecordReader(campaign.paths)
    #expect(try CampaignOverview(reader: reader.refreshed()).endedAt == nil)
    try store.endCampaign(.hits, message: "All hits were found.")
    #expect(try CampaignOverview(reader: reader.refreshed()).status.endMessage == "All hits were found.")
  }
}
