import CampaignTesting
import Chemistry
import Foundation
import FoundationXML
import Testing
import Workbench

@Suite struct TargetZonesPlotTests {
  @Test func theDrawingHasAPanelForEachPropertyAndPair() throws {
    var text = "smiles,a<b,c&d\n"
    for length in 1...60 { text += "\(String(repeating: "C", count: length)),\(length),\(100 - length)\n" }
    let file = try AlkaneTable(text)
    defer { extendLifetime(file) }
    let report = try TargetZonesReport(of: file.table)
    let svg = report.svg
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    #expect(svg.contains("a&lt;b") && svg.contains("c&amp;d"))
    #expect(svg.components(separatedBy: "<g ").count - 1 == 3)
    // A point for each molecule, and a rectangle for each zone.
    #expect(svg.components(separatedBy: "<circle").count - 1 == 60)
    #expect(svg.components(separatedBy: "fill-opacity=\"0.25\"").count - 1 == report.zones.count)
  }

  @Test func titlesFitTheirPanels() throws {
    let long = "boiling point at the pressure of the sea level, measured twice by two people °C ± 2"
    var text = "smiles,\"\(long)\",b\n"
    for length in 1...60 { text += "\(String(repeating: "C", count: length)),\(length),\(100 - length)\n" }
    let file = try AlkaneTable(text)
    defer { extendLifetime(file) }
    let svg = try TargetZonesReport(of: file.table).svg
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    let titles = svg.matches(of: /class="title"[^>]*>([^<]*)</).map { String($0.1) }
    #expect(titles.contains { $0.hasPrefix("boiling point at") && $0.hasSuffix("…") })
    #expect(titles.allSatisfy { SVGText.width(of: $0, fontSize: 11) <= 290 })
  }

  @Test(arguments: [1.0, 0.01, 1000])
  func axesHaveRoundTicks(factor: Double) throws {
    var text = "smiles,a,b\n"
    for length in 1...60 {
      text += "\(String(repeating: "C", count: length)),\(Double(length - 20) * factor),\(100 - length)\n"
    }
    let file = try AlkaneTable(text)
    defer { extendLifetime(file) }
    let svg = try TargetZonesReport(of: file.table).svg
    // Those of the first panel's axis.
    let panel = try #require(svg.components(separatedBy: "<g transform").dropFirst().first)
    let labels = panel.matches(of: /text-anchor="middle">([^<]*)</).compactMap { Double($0.1) }
    #expect((3...8).contains(labels.count), "\(labels)")
    let steps: [Double] = zip(labels, labels.dropFirst()).map { (($1 - $0) / factor).rounded() }
    #expect(Set(steps) == [20], "\(labels)")
    #expect(labels.contains(0))
  }
}
