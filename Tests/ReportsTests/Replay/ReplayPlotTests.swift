import Foundation
import FoundationXML
import Reports
import Testing

@Suite("The drawing of a replay")
struct ReplayPlotTests {
  @Test("It has a panel for the hits and for each goal, with a line, an area and a name for each policy")
  func panels() {
    let run = ReplayReportTests.run(hitsAt: [2, 3])
    let svg = ReplayReportTests.report([("a<b", [run, run]), ("random", [run])]).svg
    func count(_ text: String) -> Int { svg.components(separatedBy: text).count - 1 }
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    #expect(count("<g ") == 2 && count("<polyline") == 4 && count("<polygon") == 4)
    #expect(svg.contains("a&lt;b") && svg.contains("best gap (eV)") && svg.contains("hits found (%)"))
  }

  @Test("A share of 0 is at the bottom of its axis and a share of 1 at its top")
  func places() throws {
    let svg = ReplayReportTests.report([("greedy", [ReplayReportTests.run(hitsAt: [2])])], hits: 1, calculations: 2).svg
    let points = try #require(svg.firstMatch(of: /<polyline points="([^"]*)"/)?.1).split(separator: " ")
    #expect(points.map { $0.split(separator: ",").last } == ["215.0", "15.0"])
  }
}
