import CampaignFile
import CampaignTesting
import Reports
import Testing

@Suite("What a campaign has found, for comparing it")
struct CampaignCurveTests {
  @Test("The curve has an entry for each calculation that ended, and ends with the status's hits")
  func matchesStatus() async throws {
    let campaign = try SmallCampaign()
    let status = try await campaign.run()
    let curve = try CampaignCurve(reader: CampaignRecordReader(campaign.paths))
    #expect(curve.run.count == status.succeeded + status.failed && curve.run.hits.last == status.hits)
    #expect(curve.name == "small" && curve.seed == 11 && curve.policy == "surrogate" && curve.hasEnded)
    #expect(curve.wanted == "gap from 6.0 to 7.0 eV" && curve.budget == 24)
    #expect(curve.sourceWeights == [])
  }

  @Test("Campaigns with equal objectives are comparable, whatever their policy; others are not")
  func comparable() async throws {
    let texts = [
      SmallCampaign.text(), SmallCampaign.text(extra: "policy: random"),
      SmallCampaign.text(objectives: "[{property: gap, window: [6.0, 7.1]}]"),
      SmallCampaign.text(objectives: "[{property: gap, goal: maximize}]"),
    ]
    var curves: [CampaignCurve] = []
    for text in texts {
      let campaign = try SmallCampaign(text)
      try await campaign.run()
      curves.append(try CampaignCurve(reader: CampaignRecordReader(campaign.paths)))
    }
    #expect(curves.map { curves[0].isComparable(with: $0) } == [true, true, false, false])
    let best = try #require(curves[3].best(of: "gap"))
    #expect(best == SmallCampaign.chains.map(SmallCampaign.gap(of:)).filter { $0 <= best }.max())
    #expect(curves[0].best(of: "gap") == nil)
  }
}
