import Chemistry

extension ReplayReport {
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
    return PlotPanel.drawing(
      panels, perRow: panels.count, legendHeight: 20 * policies.count + 10, legend: legend(below:))
  }

  /// A line and a name for each policy.
  private func legend(below top: Int) -> String {
    policies.enumerated().map { place, policy in
      let y = top + 20 * place + 8
      return """
        <path d="M55 \(y)h24" stroke="\(Self.colour(place))" stroke-width="2"/>
        <text x="86" y="\(y + 4)">\(SVGText.escaped(policy.name))</text>

        """
    }.joined()
  }

  /// The curves of one quantity; a point without a value is left out.
  private func panel(
    _ title: String, range: ClosedRange<Double>, _ quantity: (ReplayPoint) -> ReplaySpread?
  ) -> PlotPanel {
    let across = PlotAxis(0...Double(calculations), length: PlotPanel.innerWidth)
    let up = PlotAxis(range, length: PlotPanel.innerHeight)
    var panel = PlotPanel(across: "calculations", up: title)
    panel.ticks(across: across)
    panel.ticks(up: up)
    let curves = policies.map { policy in
      policy.curve.compactMap { point in quantity(point).map { (x: across.place(Double(point.calculations)), $0) } }
    }
    // The areas lie below all lines.
    for (place, points) in curves.enumerated() {
      panel.polygon(
        points.map { ($0.x, up.place($0.1.high)) } + points.reversed().map { ($0.x, up.place($0.1.low)) },
        "fill=\"\(Self.colour(place))\" fill-opacity=\"0.2\"")
    }
    for (place, points) in curves.enumerated() {
      panel.line(
        points.map { ($0.x, up.place($0.1.mean)) }, "fill=\"none\" stroke=\"\(Self.colour(place))\" stroke-width=\"2\"")
    }
    return panel
  }

  /// Colours that the colour-blind can tell apart.
  private static func colour(_ place: Int) -> String {
    let colours = ["#4a6fa5", "#d55e00", "#2e8b57", "#a05195", "#c49a00", "#555555"]
    return colours[place % colours.count]
  }
}
