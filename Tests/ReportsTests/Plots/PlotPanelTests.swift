import Foundation
import FoundationXML
import Reports
import Testing

@Suite("A panel of a plot")
struct PlotPanelTests {
  @Test("A position is counted from the lower left end of the axes")
  func positions() {
    var panel = PlotPanel(across: "x", up: "y")
    panel.circle(0, 0, "r=\"1\"")
    panel.circle(PlotPanel.innerWidth, PlotPanel.innerHeight, "r=\"1\"")
    panel.rectangle(x: 10...30, y: 0...50, "fill=\"none\"")
    #expect(panel.text.contains("cx=\"55.0\" cy=\"215.0\"") && panel.text.contains("cx=\"345.0\" cy=\"15.0\""))
    #expect(panel.text.contains("<rect x=\"65.0\" y=\"165.0\" width=\"20.0\" height=\"50.0\" fill=\"none\"/>"))
  }

  @Test("A shape without points is nothing")
  func nothing() {
    var panel = PlotPanel(across: "x", up: "y")
    let empty = panel.text
    panel.line([], "stroke=\"black\"")
    panel.polygon([], "fill=\"black\"")
    #expect(panel.text == empty)
  }

  @Test("A drawing has its panels in rows, and the legend below them")
  func drawing() throws {
    let panel = PlotPanel(across: "a<b", up: "c&d")
    let svg = PlotPanel.drawing([panel, panel, panel], perRow: 2, legendHeight: 30) { "<path d=\"M0 \($0)h9\"/>\n" }
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    #expect(svg.contains("width=\"720\" height=\"550\"") && svg.contains("<path d=\"M0 520h9\"/>"))
    let places = svg.matches(of: /translate\((\d+,\d+)\)">/).map { String($0.1) }
    #expect(places == ["0,0", "360,0", "0,260"])
  }
}
