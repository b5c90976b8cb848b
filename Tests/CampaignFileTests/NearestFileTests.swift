import CampaignFile
import CampaignTesting
import Files
import Foundation
import Reports
import Testing

@Suite("A campaign file that is not there")
struct NearestFileTests {
  @Test(
    "The file beside it that was meant is named",
    arguments: [("da.yml", "da.yaml"), ("da", "da.yaml"), ("quikstart.yaml", "quickstart.yml"), ("DA.yaml", "da.yaml")])
  func near(wanted: String, meant: String) throws {
    let campaign = try SmallCampaign()
    for name in ["da.yaml", "quickstart.yml", "da.csv"] { try campaign.write("", to: name) }
    let folder = URL(fileURLWithPath: campaign.paths.file).deletingLastPathComponent().path
    for use in [{ _ = try CampaignFile(path: $0) }, { _ = try StatusReport(of: CampaignPaths(file: $0)) }]
      as [(String) throws -> Void]
    {
      let error = #expect(throws: (any Error).self) { try use("\(folder)/\(wanted)") }
      #expect(
        error.map { "\($0)" }?.hasSuffix("Did you mean '\(folder)/\(meant)'?") == true, "\(error.map { "\($0)" } ?? "")"
      )
    }
  }

  @Test("Nothing is named that is unlike it")
  func far() throws {
    let campaign = try SmallCampaign()
    let folder = URL(fileURLWithPath: campaign.paths.file).deletingLastPathComponent().path
    let error = #expect(throws: SpecificationError.self) { try CampaignFile(path: "\(folder)/elsewhere.yaml") }
    #expect(error?.message.hasSuffix("'cohobate new NAME' writes one to start from.") == true)
  }

  @Test("A campaign that was never run is told from one that is not there")
  func notBegun() throws {
    let campaign = try SmallCampaign()
    let error = #expect(throws: CampaignError.self) { try StatusReport(of: campaign.paths) }
    #expect(error?.description.contains("the campaign has not begun. Start it with 'cohobate run ") == true)
  }
}
