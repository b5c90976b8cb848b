import CampaignFile
import CampaignTesting
import Files
import Foundation
import FoundationXML
import Reports
import Stores
import Testing

@Suite("The main plots of a campaign as a drawing")
struct CampaignPlotsTests {
  @Test("Hits, values and predictions are drawn, a mark for each molecule")
  func panels() async throws {
    let campaign = try SmallCampaign()
    let status = try await campaign.run()
    let svg = try CampaignPlots(of: campaign.paths).svg
    _ = try XMLDocument(xmlString: svg)
    let hits = svg.components(separatedBy: "fill=\"#0072b2\"/>").count - 1
    let values = try CampaignRecordReader(campaign.paths).store.observations().filter { $0.property == "gap" }
    #expect(svg.contains(">gap (eV), predicted<") && svg.contains(">hits<"))
    // Each value once in the order of calculations, those with predictions once more, and one in the legend.
    let circles = svg.components(separatedBy: "<circle").count - 1
    #expect(circles > values.count + 2 && circles <= 2 * values.count + 2)
    #expect(hits >= status.hits + 1)
  }

  @Test("Without any calculation there is nothing to draw")
  func empty() throws {
    let campaign = try SmallCampaign()
    let record = CampaignRecord(name: "small", specification: SmallCampaign.text(), seed: 11, createdAt: .now)
    try CampaignStore.create(at: campaign.paths.database, campaign: record, versions: [], properties: []).close()
    #expect(throws: CampaignError.self) { try CampaignPlots(of: campaign.paths).svg }
  }
}
