import Chemistry
import Files

/// One plot of a drawing as SVG. Positions are in pixels from the lower left end of the axes.
package struct PlotPanel: Sendable {
  /// Of the whole panel, in pixels.
  package static let width = 360.0, height = 260.0
  /// Of the area between the axes, in pixels.
  package static let innerWidth = width - left - 15, innerHeight = height - bottom - top
  private static let left = 55.0, top = 15.0, bottom = 45.0
  private static let fontSize = 11.0

  /// The elements of the panel.
  package private(set) var text = ""

  /// A panel with its two axes and their titles.
  package init(across: String, up: String) {
    let (middle, base) = (Self.left + Self.innerWidth / 2, Self.height - 8)
    text += """
      <text class="title" x="\(Self.short(middle))" y="\(Self.short(base))" text-anchor="middle">\
      \(Self.title(across, within: Self.innerWidth))</text>
      <text class="title" transform="translate(12,\(Self.short(Self.top + Self.innerHeight / 2))) rotate(-90)" \
      text-anchor="middle">\(Self.title(up, within: Self.innerHeight))</text>
      <path d="M\(Self.short(Self.left)) \(Int(Self.top))V\(Self.short(Self.top + Self.innerHeight))\
      h\(Self.short(Self.innerWidth))" fill="none" stroke="black"/>

      """
  }

  /// A rectangle, with its further attributes.
  package mutating func rectangle(x: ClosedRange<Double>, y: ClosedRange<Double>, _ style: String) {
    text += """
      <rect x="\(Self.across(x.lowerBound))" y="\(Self.up(y.upperBound))" \
      width="\(Self.short(x.upperBound - x.lowerBound))" height="\(Self.short(y.upperBound - y.lowerBound))" \(style)/>

      """
  }

  /// A circle, with its further attributes.
  package mutating func circle(_ x: Double, _ y: Double, _ style: String) {
    text += "<circle cx=\"\(Self.across(x))\" cy=\"\(Self.up(y))\" \(style)/>\n"
  }

  /// A polygon with its interior, with its further attributes; nothing without points.
  package mutating func polygon(_ points: [(Double, Double)], _ style: String) {
    shape("polygon", points, style)
  }

  /// A line through points, with its further attributes; nothing without points.
  package mutating func line(_ points: [(Double, Double)], _ style: String) { shape("polyline", points, style) }

  private mutating func shape(_ element: String, _ points: [(Double, Double)], _ style: String) {
    guard !points.isEmpty else { return }
    let places = points.map { "\(Self.across($0.0)),\(Self.up($0.1))" }.joined(separator: " ")
    text += "<\(element) points=\"\(places)\" \(style)/>\n"
  }

  /// The numbers below the horizontal axis.
  package mutating func ticks(across axis: PlotAxis) {
    for (share, number) in axis.ticks {
      text += """
        <text x="\(Self.across(share * Self.innerWidth))" y="\(Self.short(Self.height - Self.bottom + 14))" \
        text-anchor="middle">\(number)</text>

        """
    }
  }

  /// The numbers to the left of the vertical axis.
  package mutating func ticks(up axis: PlotAxis) {
    for (share, number) in axis.ticks {
      text += """
        <text x="\(Self.short(Self.left - 4))" y="\(Self.up(share * Self.innerHeight, lowered: 4))" \
        text-anchor="end">\(number)</text>

        """
    }
  }

  /// A whole drawing: panels side by side, `perRow` in a row.
  ///
  /// - Parameters:
  ///   - legendHeight: the room below the panels, in pixels.
  ///   - legend: the elements there, from the position of its upper end.
  package static func drawing(
    _ panels: [PlotPanel], perRow: Int, legendHeight: Int = 0, legend: (Int) -> String = { _ in "" }
  ) -> String {
    let rows = (panels.count + perRow - 1) / perRow
    let (width, panelsHeight) = (Int(Self.width) * perRow, Int(Self.height) * rows)
    let height = panelsHeight + legendHeight
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-family="sans-serif" font-size="\(Int(fontSize))">
      <rect width="100%" height="100%" fill="white"/>

      """
    for (place, panel) in panels.enumerated() {
      let (x, y) = (Int(Self.width) * (place % perRow), Int(Self.height) * (place / perRow))
      text += "<g transform=\"translate(\(x),\(y))\">\n\(panel.text)</g>\n"
    }
    return text + legend(panelsHeight) + "</svg>\n"
  }

  private static func across(_ x: Double) -> String { short(left + x) }
  private static func up(_ y: Double, lowered: Double = 0) -> String { short(top + lowered + innerHeight - y) }
  private static func short(_ value: Double) -> String { decimal(value, places: 1) }

  /// A title, cut to the available room.
  private static func title(_ text: String, within length: Double) -> String {
    let lines = SVGText.lines(text, width: length - 15, fontSize: fontSize)
    return SVGText.escaped((lines.first ?? "") + (lines.count > 1 ? "…" : ""))
  }
}
