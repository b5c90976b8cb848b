import CampaignFile
import CampaignTesting
import Files
import Testing

@Suite struct PoolReadingTests {
  @Test func aFileOfMoreLinesThanTheLimitIsLarge() throws {
    let campaign = try SmallCampaign()
    let path = "\(campaign.folder)/pool.smi"
    try campaign.write(String(repeating: "CCO name\n", count: 10), to: "pool.smi")
    var reading = PoolReading()
    #expect(reading.largeExtent(of: path) == nil)
    reading.listedLineLimit = 10
    #expect(reading.largeExtent(of: path) == nil)
    reading.listedLineLimit = 9
    #expect(reading.largeExtent(of: path)?.lineCount == 10)
    #expect(reading.largeExtent(of: "\(campaign.folder)/none.smi") == nil)
  }

  @Test func anSDFileOfManyLinesIsNot() throws {
    let campaign = try SmallCampaign()
    try campaign.write(String(repeating: "a line\n", count: 100), to: "pool.sdf")
    var reading = PoolReading()
    reading.listedLineLimit = 1
    #expect(reading.largeExtent(of: "\(campaign.folder)/pool.sdf") == nil)
  }
}
