import Calculation
import CampaignFile
import CampaignTesting
import Foundation
import Testing

@Suite("A campaign file")
struct CampaignFileTests {
  @Test("Its text is kept word for word, and its table is found beside it")
  func read() throws {
    let campaign = try SmallCampaign()
    let file = try CampaignFile(path: campaign.paths.file)
    #expect(file.path == campaign.paths.file)
    #expect(file.text == SmallCampaign.text())
    #expect(file.specification == (try Specification(file: campaign.paths.file, text: SmallCampaign.text())))
    #expect(try file.calculator().properties.map(\.name) == ["gap", "dipole"])
  }

  @Test("A table that is not there is named with the line")
  func noTable() throws {
    let campaign = try SmallCampaign(SmallCampaign.text().replacing("values.csv", with: "absent.csv"))
    let file = try CampaignFile(path: campaign.paths.file)
    do throws(SpecificationError) {
      _ = try file.calculator()
      Issue.record("there is no such table")
    } catch {
      #expect(error.line == 5 && error.message.contains("absent.csv"))
    }
  }

  @Test("What is no text is refused")
  func notText() throws {
    let campaign = try SmallCampaign()
    try Data([0xff, 0xfe, 0x00]).write(to: URL(filePath: campaign.paths.file))
    #expect(throws: SpecificationError.self) {
      try CampaignFile(path: campaign.paths.file)
    }
  }
}
