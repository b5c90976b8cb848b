import Foundation
import Testing

/// What commands show of repeat units.
@Suite struct PolymerTests {
  @Test func formulasAreThoseOfPolymers() throws {
    let campaign = try PolymerCampaign()
    #expect(try campaign.start().end().cause == .exited(0))
    let file = PolymerCampaign.fileName
    let commands = [
      ["status", file, "--top", "20"], ["status", file, "--json"], ["inspect", file, "--molecule", "1"],
      ["inspect", file, "--molecule", "1", "--json"], ["export", file, "--format", "csv"],
    ]
    for arguments in commands {
      let ending = try Program.run(arguments, in: campaign.folder)
      #expect(ending.cause == .exited(0), "\(ending)")
      #expect(ending.output.contains(/\(C\d*H\d*[A-Z0-9a-z]*\)n/), "\(arguments): \(ending.output)")
      #expect(!ending.output.contains(/[A-Za-z0-9]\*2/), "\(arguments): \(ending.output)")
    }
    #expect(try Program.run(["report", file, "--output", "report.html"], in: campaign.folder).cause == .exited(0))
    let page = try String(contentsOfFile: campaign.folder.file("report.html"), encoding: .utf8)
    #expect(page.contains(/\(C[₀-₉]*H[₀-₉]*[A-Za-z₀-₉]*\)ₙ/))
  }
}
