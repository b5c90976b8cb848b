import Foundation
import Stores
import Testing

@Suite struct CampaignRecordTests {
  @Test(arguments: [0, 1, UInt64(Int64.max), UInt64(Int64.max) + 1, .max])
  func everySeedComesBack(_ seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var campaign = Sample.campaign
    campaign.seed = seed
    let store = try CampaignStore.create(
      at: folder.file("campaign.sqlite"), campaign: campaign, versions: [], properties: [])
    #expect(try store.campaign() == campaign)
  }

  @Test func aCampaignThatHasEndedMayBeStoredAsSuch() throws {
    let folder = try TemporaryFolder()
    var campaign = Sample.campaign
    campaign.end = CampaignEnd(at: Sample.start + 1, reason: .exhausted, message: "Nothing new was found.")
    let store = try CampaignStore.create(
      at: folder.file("campaign.sqlite"), campaign: campaign, versions: [], properties: [])
    #expect(try store.campaign() == campaign)
  }

  /// JSON's numbers do not hold 64 bits everywhere, and so the seed is text there too.
  @Test func theSeedIsTextInJSON() throws {
    let json = String(decoding: try JSONEncoder().encode(Sample.campaign), as: UTF8.self)
    #expect(json.contains(#""seed":"18446744073709551615""#))
    // The specification has a table of its own, and is read together with the campaign's row.
    let whole = #"{"specification":"name: small gap\nbudget: 4\n","# + json.dropFirst()
    #expect(try JSONDecoder().decode(CampaignRecord.self, from: Data(whole.utf8)) == Sample.campaign)
  }

  @Test(arguments: ["-1", "one", "18446744073709551616"])
  func otherTextIsNoSeed(_ seed: String) {
    let json = #"{"name": "a", "specification": "", "seed": "\#(seed)", "createdAt": 0}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(CampaignRecord.self, from: Data(json.utf8)) }
  }
}
