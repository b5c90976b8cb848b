import Chemistry
import Files
import Foundation

extension ReplayReport {
  /// In pixels.
  fileprivate static let fontSize = 11.0

  /// A drawing as SVG: the share of the hits against the number of calculations, and the best value of each maximum or
  /// minimum. A line is the mean over the seeds, and the area around it their band.
  public var svg: String {
    var panels = [panel("hits found (%)", range: 0...100) { $0.share.scaled(by: 100) }]
    for goal in goals {
      let ends = policies.flatMap { policy in
        policy.curve.compactMap { $0.best[goal] }.flatMap { [$0.low, $0.high] }
      }
      guard let least = ends.min(), let most = ends.max() else { continue }
      let room = most > least ? (most - least) / 20 : max(abs(most) / 20, 1e-6)
      let title = ["best \(goal)", units[goal].map { $0.isEmpty ? "" : "(\($0))" }].compactMap(\.self)
      panels.append(
        panel(title.joined(separator: " "), range: (least - room)...(most + room)) { $0.best[goal] })
    }
    let legend = 20 * Double(policies.count) + 10
    let (width, height) = (Panel.width * Double(panels.count), Panel.height + legend)
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(Int(width))" height="\(Int(height))" \
      viewBox="0 0 \(Int(width)) \(Int(height))" font-family="sans-serif" font-size="\(Int(Self.fontSize))">
      <rect width="100%" height="100%" fill="white"/>

      """
    for (place, panel) in panels.enumerated() {
      text += "<g transform=\"translate(\(Int(Panel.width) * place),0)\">\n\(panel.text)</g>\n"
    }
    for (place, policy) in policies.enumerated() {
      let y = Panel.height + 20 * Double(place) + 8
      text += """
        <path d="M55 \(short(y))h24" stroke="\(Self.colour(place))" stroke-width="2"/>
        <text x="86" y="\(short(y + 4))">\(SVGText.escaped(policy.name))</text>

        """
    }
    return text + "</svg>\n"
  }

  /// The curves of one quantity; a point without a value is left out.
  private func panel(
    _ title: String, range: ClosedRange<Double>, _ quantity: (ReplayPoint) -> ReplaySpread?
  ) -> Panel {
    var panel = Panel(across: "calculations", up: title, x: 0...Double(calculations), y: range)
    let curves = policies.map { policy in
      policy.curve.compactMap { point in quantity(point).map { (x: Double(point.calculations), spread: $0) } }
    }
    // The areas lie below all lines.
    for (place, points) in curves.enumerated() {
      panel.area(
        points.map { ($0.x, $0.spread.high) } + points.reversed().map { ($0.x, $0.spread.low) },
        colour: Self.colour(place))
    }
    for (place, points) in curves.enumerated() {
      panel.line(points.map { ($0.x, $0.spread.mean) }, colour: Self.colour(place))
    }
    return panel
  }

  /// Colours that the colour-blind can tell apart.
  private static func colour(_ place: Int) -> String {
    let colours = ["#4a6fa5", "#d55e00", "#2e8b57", "#a05195", "#c49a00", "#555555"]
    return colours[place % colours.count]
  }
}

private func short(_ value: Double) -> String { decimal(value, places: 1) }

/// One drawing with its axes.
private struct Panel {
  static let width = 360.0, height = 260.0
  private static let left = 55.0, top = 15.0, bottom = 45.0
  private static let innerWidth = width - left - 15, innerHeight = height - bottom - top

  private(set) var text = ""
  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>

  init(across: String, up: String, x: ClosedRange<Double>, y: ClosedRange<Double>) {
    (self.x, self.y) = (x, y)
    let (middle, base) = (Self.left + Self.innerWidth / 2, Self.height - 8)
    text += """
      <text class="title" x="\(short(middle))" y="\(short(base))" text-anchor="middle">\(SVGText.escaped(across))</text>
      <text class="title" transform="translate(12,\(short(Self.top + Self.innerHeight / 2))) rotate(-90)" \
      text-anchor="middle">\(Self.title(up, within: Self.innerHeight))</text>
      <path d="M\(short(Self.left)) \(short(Self.top))V\(short(Self.top + Self.innerHeight))\
      h\(short(Self.innerWidth))" fill="none" stroke="black"/>

      """
    for tick in roundNumbers(from: x.lowerBound, to: x.upperBound) {
      text += """
        <text x="\(place(across: tick))" y="\(short(Self.height - Self.bottom + 14))" \
        text-anchor="middle">\(Self.number(tick))</text>

        """
    }
    for tick in roundNumbers(from: y.lowerBound, to: y.upperBound) {
      text += """
        <text x="\(short(Self.left - 4))" y="\(place(up: tick, by: 4))" \
        text-anchor="end">\(Self.number(tick))</text>

        """
    }
  }

  mutating func area(_ points: [(Double, Double)], colour: String) {
    guard !points.isEmpty else { return }
    text += "<polygon points=\"\(places(of: points))\" fill=\"\(colour)\" fill-opacity=\"0.2\"/>\n"
  }

  mutating func line(_ points: [(Double, Double)], colour: String) {
    guard !points.isEmpty else { return }
    text += """
      <polyline points="\(places(of: points))" fill="none" stroke="\(colour)" stroke-width="2"/>

      """
  }

  private func places(of points: [(Double, Double)]) -> String {
    points.map { "\(place(across: $0.0)),\(place(up: $0.1))" }.joined(separator: " ")
  }

  private func place(across value: Double) -> String {
    short(Self.left + Self.share(value, of: x) * Self.innerWidth)
  }

  private func place(up value: Double, by offset: Double = 0) -> String {
    short(Self.top + (1 - Self.share(value, of: y)) * Self.innerHeight + offset)
  }

  private static func share(_ value: Double, of range: ClosedRange<Double>) -> Double {
    let length = range.upperBound - range.lowerBound
    return length > 0 ? (value - range.lowerBound) / length : 0
  }

  /// A number to four significant digits, without an exponent if possible.
  private static func number(_ value: Double) -> String {
    value.magnitude >= 10_000 && value.magnitude < 1e15
      ? String(format: "%.0f", value) : String(format: "%.4g", value)
  }

  /// A title, cut to the available room.
  private static func title(_ text: String, within length: Double) -> String {
    let lines = SVGText.lines(text, width: length - 15, fontSize: ReplayReport.fontSize)
    return SVGText.escaped((lines.first ?? "") + (lines.count > 1 ? "…" : ""))
  }
}
