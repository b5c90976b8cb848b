import Chemistry
import Files
import Reports

extension TargetZonesReport {
  /// In pixels.
  fileprivate static let fontSize = 11.0

  /// A drawing as SVG: a histogram of each property with its zones, and a scatter plot of each pair that has a rare
  /// corner.
  public var svg: String {
    var panels = columns.map(histogram)
    let corners = zones.filter { $0.kind == .corner }
    var drawn: [[String]] = []
    for corner in corners {
      let names = corner.bounds.map(\.property)
      guard !drawn.contains(names), let first = columns.first(where: { $0.name == names[0] }),
        let second = columns.first(where: { $0.name == names[1] })
      else { continue }
      drawn.append(names)
      panels.append(scatter(first, second, corners.filter { $0.bounds.map(\.property) == names }))
    }
    let perRow = min(3, max(1, panels.count))
    let rows = (panels.count + perRow - 1) / perRow
    let (width, height) = (Panel.width * Double(perRow), Panel.height * Double(rows))
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(Int(width))" height="\(Int(height))" \
      viewBox="0 0 \(Int(width)) \(Int(height))" font-family="sans-serif" font-size="\(Int(Self.fontSize))">
      <rect width="100%" height="100%" fill="white"/>

      """
    for (place, panel) in panels.enumerated() {
      let (x, y) = (Panel.width * Double(place % perRow), Panel.height * Double(place / perRow))
      text += "<g transform=\"translate(\(Int(x)),\(Int(y)))\">\n\(panel)</g>\n"
    }
    return text + "</svg>\n"
  }

  private func histogram(_ column: ZoneColumn) -> String {
    let bins = 40
    let across = Axis(column, length: Panel.innerWidth)
    var counts = [Int](repeating: 0, count: bins)
    for value in column.sorted { counts[min(bins - 1, max(0, Int(across.share(value) * Double(bins))))] += 1 }
    let tallest = Double(counts.max() ?? 1)
    var panel = Panel(across: column.title, up: "molecules")
    for zone in zones where zone.kind != .corner && zone.bounds[0].property == column.name {
      panel.zone(across.interval(zone.bounds[0]), up: 0...Panel.innerHeight, zone)
    }
    for (bin, count) in counts.enumerated() where count > 0 {
      let height = Panel.innerHeight * Double(count) / tallest
      let width = Panel.innerWidth / Double(bins)
      panel.rectangle(
        x: width * Double(bin)...width * Double(bin + 1), y: 0...height,
        "fill=\"#4a6fa5\" stroke=\"white\" stroke-width=\"0.5\"")
    }
    panel.ticks(across: across)
    return panel.text
  }

  private func scatter(_ first: ZoneColumn, _ second: ZoneColumn, _ corners: [TargetZone]) -> String {
    let (across, up) = (Axis(first, length: Panel.innerWidth), Axis(second, length: Panel.innerHeight))
    var panel = Panel(across: first.title, up: second.title)
    for zone in corners { panel.zone(across.interval(zone.bounds[0]), up: up.interval(zone.bounds[1]), zone) }
    let points = zip(first.values, second.values).compactMap { x, y in x.flatMap { x in y.map { (x, $0) } } }
    let step = max(1, points.count / 2_000)
    for place in stride(from: 0, to: points.count, by: step) {
      panel.point(across.place(points[place].0), up.place(points[place].1))
    }
    panel.ticks(across: across)
    panel.ticks(up: up)
    return panel.text
  }
}

extension ZoneColumn {
  fileprivate var title: String { unit.isEmpty ? name : "\(name) (\(unit))" }
}

/// The positions of values along one side of a panel, with a tenth of the range as a margin on both sides.
private struct Axis {
  let least: Double
  let most: Double
  let length: Double

  init(_ column: ZoneColumn, length: Double) {
    let (first, last) = (column.sorted[0], column.sorted[column.sorted.count - 1])
    let room = (last - first) / 10
    (least, most, self.length) = (first - room, last + room, length)
  }

  var ticks: [Double] { roundNumbers(from: least, to: most) }

  func share(_ value: Double) -> Double { min(1, max(0, (value - least) / (most - least))) }
  func place(_ value: Double) -> Double { share(value) * length }

  func interval(_ bounds: TargetZone.Bounds) -> ClosedRange<Double> {
    place(bounds.least ?? least)...place(bounds.most ?? most)
  }
}

/// One drawing, with positions in pixels from the lower left end of the axes.
private struct Panel {
  static let width = 360.0, height = 260.0
  static let innerWidth = width - left - 15, innerHeight = height - bottom - 15
  private static let left = 55.0, bottom = 45.0

  private(set) var text = ""

  init(across: String, up: String) {
    let (middle, base) = (Self.left + Self.innerWidth / 2, Self.height - 8)
    text +=
      "<text class=\"title\" x=\"\(short(middle))\" y=\"\(short(base))\" text-anchor=\"middle\">"
      + "\(title(across, within: Self.innerWidth))</text>\n"
    text +=
      "<text class=\"title\" transform=\"translate(12,\(short(15 + Self.innerHeight / 2))) rotate(-90)\" "
      + "text-anchor=\"middle\">\(title(up, within: Self.innerHeight))</text>\n"
    text +=
      "<path d=\"M\(short(Self.left)) 15V\(short(15 + Self.innerHeight))h\(short(Self.innerWidth))\" fill=\"none\" "
      + "stroke=\"black\"/>\n"
  }

  mutating func rectangle(x: ClosedRange<Double>, y: ClosedRange<Double>, _ style: String) {
    text +=
      "<rect x=\"\(short(Self.left + x.lowerBound))\" y=\"\(short(15 + Self.innerHeight - y.upperBound))\" "
      + "width=\"\(short(x.upperBound - x.lowerBound))\" height=\"\(short(y.upperBound - y.lowerBound))\" \(style)/>\n"
  }

  mutating func zone(_ x: ClosedRange<Double>, up y: ClosedRange<Double>, _ zone: TargetZone) {
    let colour =
      switch zone.reach {
      case .withinReach: "#2e8b57"
      case .stretch: "#e0a030"
      case .far: "#c04040"
      }
    rectangle(x: x, y: y, "fill=\"\(colour)\" fill-opacity=\"0.25\"")
  }

  mutating func point(_ x: Double, _ y: Double) {
    text +=
      "<circle cx=\"\(short(Self.left + x))\" cy=\"\(short(15 + Self.innerHeight - y))\" r=\"1.5\" fill=\"#4a6fa5\" "
      + "fill-opacity=\"0.5\"/>\n"
  }

  mutating func ticks(across axis: Axis) {
    for tick in axis.ticks {
      let (share, value) = (axis.share(tick), TargetZone.text(tick))
      text +=
        "<text x=\"\(short(Self.left + share * Self.innerWidth))\" y=\"\(short(Self.height - Self.bottom + 14))\" "
        + "text-anchor=\"middle\">\(value)</text>\n"
    }
  }

  mutating func ticks(up axis: Axis) {
    for tick in axis.ticks {
      let (share, value) = (axis.share(tick), TargetZone.text(tick))
      text +=
        "<text x=\"\(short(Self.left - 4))\" y=\"\(short(19 + (1 - share) * Self.innerHeight))\" "
        + "text-anchor=\"end\">\(value)</text>\n"
    }
  }

  private func short(_ value: Double) -> String { decimal(value, places: 1) }

  /// A title, cut to the available room.
  private func title(_ text: String, within length: Double) -> String {
    let lines = SVGText.lines(text, width: length - 15, fontSize: TargetZonesReport.fontSize)
    return SVGText.escaped((lines.first ?? "") + (lines.count > 1 ? "…" : ""))
  }
}
