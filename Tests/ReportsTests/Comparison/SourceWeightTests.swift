import CampaignFile
import CampaignTesting
import Reports
import Stores
import Testing

@Suite("How much source models were believed")
struct SourceWeightTests {
  @Test("The weight of a source is that of all ways that use it, in the last iteration")
  func sums() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(surrogate: "{model: standard}"))
    try await campaign.run()
    let reader = try CampaignRecordReader(campaign.paths)
    let last = try #require(try reader.store.fits().map(\.iteration).max())
    let ways = try reader.store.transfers(of: last)
    let weights = try SourceWeight.list(reader)
    #expect(Set(weights.map(\.source)) == Set(ways.flatMap(\.sourceNames)) && !weights.isEmpty)
    for weight in weights {
      let expected = ways.filter { $0.property == weight.property && $0.sourceNames.contains(weight.source) }
        .reduce(0) { $0 + $1.weight }
      #expect(abs(weight.weight - min(1, expected)) < 1e-12 && weight.iteration == last)
    }
    #expect(weights.map(\.weight) == weights.map(\.weight).sorted(by: >))
  }
}
