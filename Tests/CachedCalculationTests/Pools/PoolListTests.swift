import CachedCalculation
import CampaignFile
import CampaignTesting
import Testing

@Suite struct PoolListTests {
  private func list(lineLimit: Int, _ text: String) throws -> (PoolList, SmallCampaign) {
    let campaign = try SmallCampaign(
      SmallCampaign.text(extra: "pool: pool.smi").replacing("corpus: corpus.smi\n", with: ""))
    try campaign.write(text, to: "pool.smi")
    let specification = try campaign.specification()
    var reading = PoolReading()
    (reading.listedLineLimit, reading.folder) = (lineLimit, "\(campaign.folder)/indexes")
    let source = try #require(specification.pool)
    return (try PoolReading.$current.withValue(reading) { try PoolList(source, for: specification) }, campaign)
  }

  @Test func bothFormsSayTheSame() throws {
    let text = "CCO ethanol\nnonsense\nOCC again\nCCN\nC(\n"
    let (listed, _) = try list(lineLimit: 5, text)
    let (indexed, _) = try list(lineLimit: 4, text)
    guard case .listed = listed, case .indexed = indexed else {
      Issue.record("The limit does not hold.")
      return
    }
    #expect(listed.count == 2 && indexed.count == 2)
    #expect(listed.refusedLineCount == 2 && indexed.refusedLineCount == 2)
    #expect(listed.refusedLines == indexed.refusedLines)
    #expect(listed.notes == indexed.notes)
    #expect(try listed.reference() == indexed.reference())
    #expect(try list(lineLimit: 4, text + "\n").0.version != indexed.version)
    #expect(try list(lineLimit: 4, text).0.version == indexed.version)
  }
}
