import Campaign
import Foundation
import FoundationXML
import Testing

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
}
