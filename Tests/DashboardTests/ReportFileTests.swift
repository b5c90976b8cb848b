import CampaignTesting
import Dashboard
import Files
import Foundation
import Reports
import Testing

@Suite("A campaign as one file")
struct ReportFileTests {
  private static let drawing: MoleculeDrawing = { structureDrawing(ofSMILES: $0) }

  @Test("It asks for nothing outside of itself, and each of its links leads to a place in it")
  func isWhole() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let report = try ReportFile(of: campaign.paths, drawing: Self.drawing)
    let document = Document(report.text)
    #expect(report.remarks == [])
    #expect(document.firstUnbalanced == nil && document.deadPlaces == [] && document.repeatedNames == [])
    #expect(document.outsideAddresses == [])
    #expect(document.values(of: "src") == [])
  }

  @Test("Its policy allows its own style sheet and its own script, by their digests, and nothing else")
  func policy() throws {
    let campaign = try HostileCampaign()
    let text = try ReportFile(of: campaign.paths, drawing: Self.drawing).text
    let policy = try #require(Document(text).values(of: "content").first { $0.contains("default-src") })
    #expect(policy.contains("default-src &#39;none&#39;"))
    #expect(!policy.contains("unsafe") && !policy.contains("http"))
    for name in ["style", "script"] {
      let code = try #require(text.split(separator: "<\(name)>").last?.split(separator: "</\(name)>").first)
      let digest = Data(ContentDigest(Data(code.utf8)).bytes).base64EncodedString()
      #expect(policy.contains("\(name)-src &#39;sha256-\(digest)&#39;"))
      #expect(!code.contains("innerHTML") && !code.contains("eval("))
      #expect(!code.replacing("http://www.w3.org/2000/svg", with: "").contains("://"))
    }
    #expect(text.components(separatedBy: "<script>").count == 2)
  }

  @Test("Pages are left out where it would be too large, which it says, and no link leads to them")
  func size() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let whole = try ReportFile(of: campaign.paths, drawing: Self.drawing)
    var last = whole.text.utf8.count
    // Each limit is a byte too low for the report before.
    for remarks in [
      ["Only the best 12 of 24 molecules have pages."], ["Only the best 6 of 24 molecules have pages."],
      ["Only the best 3 of 24 molecules have pages."], ["Only the best one of 24 molecules has a page."],
      ["None of 24 molecules has a page."],
      ["None of 24 molecules has a page.", "Only the last 2 of 5 iterations have pages."],
    ] {
      let part = try ReportFile(of: campaign.paths, drawing: Self.drawing, mostBytes: last - 1)
      #expect(part.text.utf8.count < last)
      #expect(part.remarks.dropLast() == remarks[...])
      #expect(part.remarks.allSatisfy { part.text.contains(Markup($0).source) })
      let document = Document(part.text)
      #expect(document.firstUnbalanced == nil && document.deadPlaces == [] && document.repeatedNames == [])
      last = part.text.utf8.count
    }
  }

  @Test("Where even the tables are too large, they have the best molecules, which the page says")
  func rows() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let part = try ReportFile(of: campaign.paths, drawing: Self.drawing, mostBytes: 1)
    #expect(part.remarks.contains("The tables have the best 0 of 24 molecules."))
    #expect(part.text.contains("The best 0 of 24: the others would make the file too large."))
    let document = Document(part.text)
    #expect(document.firstUnbalanced == nil && document.deadPlaces == [] && document.repeatedNames == [])
  }

  @Test("Without a record there is no report")
  func missing() throws {
    let campaign = try SmallCampaign()
    #expect(throws: CampaignError.self) { try ReportFile(of: campaign.paths, drawing: Self.drawing) }
  }
}
