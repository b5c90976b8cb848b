import Reports

extension TargetZonesReport {
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
    return PlotPanel.drawing(panels, perRow: min(3, max(1, panels.count)))
  }

  private func histogram(_ column: ZoneColumn) -> PlotPanel {
    let bins = 40
    let across = column.axis(length: PlotPanel.innerWidth)
    var counts = [Int](repeating: 0, count: bins)
    for value in column.sorted { counts[min(bins - 1, max(0, Int(across.share(value) * Double(bins))))] += 1 }
    let tallest = Double(counts.max() ?? 1)
    var panel = PlotPanel(across: column.title, up: "\(noun)s")
    for zone in zones where zone.kind != .corner && zone.bounds[0].property == column.name {
      panel.rectangle(x: across.places(of: zone.bounds[0]), y: 0...PlotPanel.innerHeight, zone.style)
    }
    for (bin, count) in counts.enumerated() where count > 0 {
      let height = PlotPanel.innerHeight * Double(count) / tallest
      let width = PlotPanel.innerWidth / Double(bins)
      panel.rectangle(
        x: width * Double(bin)...width * Double(bin + 1), y: 0...height,
        "fill=\"#4a6fa5\" stroke=\"white\" stroke-width=\"0.5\"")
    }
    panel.ticks(across: across)
    return panel
  }

  private func scatter(_ first: ZoneColumn, _ second: ZoneColumn, _ corners: [TargetZone]) -> PlotPanel {
    let across = first.axis(length: PlotPanel.innerWidth), up = second.axis(length: PlotPanel.innerHeight)
    var panel = PlotPanel(across: first.title, up: second.title)
    for zone in corners {
      panel.rectangle(x: across.places(of: zone.bounds[0]), y: up.places(of: zone.bounds[1]), zone.style)
    }
    let points = zip(first.values, second.values).compactMap { x, y in x.flatMap { x in y.map { (x, $0) } } }
    let step = max(1, points.count / 2_000)
    for place in stride(from: 0, to: points.count, by: step) {
      panel.circle(
        across.place(points[place].0), up.place(points[place].1), "r=\"1.5\" fill=\"#4a6fa5\" fill-opacity=\"0.5\"")
    }
    panel.ticks(across: across)
    panel.ticks(up: up)
    return panel
  }
}

extension ZoneColumn {
  fileprivate var title: String { unit.isEmpty ? name : "\(name) (\(unit))" }

  /// An axis over the values, with a tenth of their range as a margin on both sides.
  fileprivate func axis(length: Double) -> PlotAxis {
    let (first, last) = (sorted[0], sorted[sorted.count - 1])
    let room = (last - first) / 10
    return PlotAxis((first - room)...(last + room), length: length)
  }
}

extension PlotAxis {
  fileprivate func places(of bounds: TargetZone.Bounds) -> ClosedRange<Double> {
    places(from: bounds.least, to: bounds.most)
  }
}

extension TargetZone {
  /// The attributes of its area.
  fileprivate var style: String {
    let colour =
      switch reach {
      case .withinReach: "#2e8b57"
      case .stretch: "#e0a030"
      case .far: "#c04040"
      }
    return "fill=\"\(colour)\" fill-opacity=\"0.25\""
  }
}
