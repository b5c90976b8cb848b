import CampaignFile
import CampaignTesting
import Foundation
import Reports
import Stores
import Testing

@Suite("The source models of a campaign")
struct SourceModelListTests {
  private func list(_ surrogate: String) throws -> SourceModelList {
    let campaign = try SmallCampaign(SmallCampaign.text(surrogate: surrogate))
    let record = CampaignRecord(
      name: "small", specification: SmallCampaign.text(surrogate: surrogate), seed: 11, createdAt: .now)
    try CampaignStore.create(at: campaign.paths.database, campaign: record, versions: [], properties: []).close()
    return try SourceModelList(reader: CampaignRecordReader(campaign.paths))
  }

  @Test("The built-in models have their errors, and only the allowed properties are listed")
  func builtIn() throws {
    let all = try list("{model: standard}")
    #expect(all.library == "built-in" && all.models.count > 3 && all.problem == nil)
    let gap = try #require(all.models.first { $0.property == "gap" })
    #expect(gap.unit == "eV" && gap.nameStart == "gap (built-in)" && gap.trainingSize > 1_000)
    #expect(gap.meanAbsoluteError > 0 && gap.meanAbsoluteError <= gap.rootMeanSquareError)
    #expect(try list("{model: standard, sources: [gap]}").models.map(\.property) == ["gap"])
    #expect(try list("{model: standard, library: none}").library == nil)
  }

  @Test("A library that is not there is a sentence, and none is made")
  func missing() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).library")
      .path(percentEncoded: false)
    let found = try list("{model: standard, library: '\(path)'}")
    #expect(found.models == [] && found.problem?.contains("There is no library of source models at '\(path)'") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
