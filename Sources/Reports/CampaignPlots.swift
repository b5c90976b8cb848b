public import CampaignFile
import Chemistry
public import Files

/// The main plots of a campaign as one drawing for a paper: hits against calculations, the values of each objective, and
/// what was predicted of each molecule when it was chosen against what was calculated.
public struct CampaignPlots: Sendable {
  private let overview: CampaignOverview

  /// Reads a campaign's record.
  ///
  /// - Throws: `CampaignError` if there is no such record, or if it is damaged or a newer version's.
  public init(of paths: CampaignPaths) throws(CampaignError) {
    overview = try CampaignOverview(reader: CampaignRecordReader(paths))
  }

  /// The drawing as SVG on white ground, three plots in a row.
  ///
  /// - Throws: `CampaignError` of kind `.input` if nothing has been calculated yet.
  public var svg: String {
    get throws(CampaignError) {
      guard overview.curve.run.count > 0 else {
        throw CampaignError(.input, "There is no calculated molecule to plot yet.")
      }
      let hasWindow = overview.objectives.contains { $0.window != nil }
      let panels =
        (hasWindow ? [hits] : []) + names.compactMap(values) + names.compactMap(parity)
      return PlotPanel.drawing(
        panels, perRow: min(3, panels.count), legendHeight: hasWindow ? 30 : 0,
        legend: hasWindow ? Self.legend : { _ in "" })
    }
  }

  private static let (hitStyle, missStyle) = (
    "r=\"3\" fill=\"#0072b2\"", "r=\"3\" fill=\"white\" stroke=\"#b04a00\""
  )

  private static func legend(below top: Int) -> String {
    """
    <circle cx="60" cy="\(top + 10)" \(hitStyle)/>
    <text x="70" y="\(top + 14)">hit</text>
    <circle cx="110" cy="\(top + 10)" \(missStyle)/>
    <text x="120" y="\(top + 14)">no hit</text>

    """
  }

  /// The properties and expressions of the objectives, each once.
  private var names: [String] {
    overview.objectives.map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func title(_ name: String) -> String {
    let unit = overview.objectives.first { $0.name == name }?.unit ?? ""
    return unit.isEmpty ? name : "\(name) (\(unit))"
  }

  private func style(_ outcome: MoleculeOutcome) -> String {
    outcome.isHit || !overview.objectives.contains { $0.window != nil } ? Self.hitStyle : Self.missStyle
  }

  /// The axes of a panel over all values, with a margin.
  private static func axes(_ xs: [Double], _ ys: [Double]) -> (x: PlotAxis, y: PlotAxis)? {
    guard let x = range(xs), let y = range(ys) else { return nil }
    return (PlotAxis(x, length: PlotPanel.innerWidth), PlotAxis(y, length: PlotPanel.innerHeight))
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double>? {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return nil }
    let margin = most > least ? (most - least) * 0.05 : max(abs(most) * 0.1, 0.5)
    return (least - margin)...(most + margin)
  }

  private var hits: PlotPanel {
    let counts = [0] + overview.curve.run.hits
    let across = PlotAxis(0...Double(max(1, counts.count - 1)), length: PlotPanel.innerWidth)
    let up = PlotAxis(0...Double(max(1, counts.last ?? 0)) * 1.05, length: PlotPanel.innerHeight)
    var panel = PlotPanel(across: "calculations", up: "hits")
    panel.ticks(across: across)
    panel.ticks(up: up)
    panel.line(
      counts.enumerated().map { (across.place(Double($0)), up.place(Double($1))) },
      "fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\"")
    return panel
  }

  /// Each value in the order of the calculations, with the window or the best so far; nil without any value.
  private func values(_ name: String) -> PlotPanel? {
    let points = overview.outcomes.filter { !$0.isTold }.enumerated().compactMap { place, outcome in
      outcome.calculation.values[name].map { (x: Double(place + 1), y: $0, style: style(outcome)) }
    }
    let bounds = overview.objectives.filter { $0.name == name }.compactMap(\.window).flatMap { [$0.lower, $0.upper] }
    guard let axes = Self.axes([1, Double(overview.outcomes.count)], points.map(\.y) + bounds), !points.isEmpty else {
      return nil
    }
    var panel = PlotPanel(across: "calculation", up: title(name))
    for window in overview.objectives.filter({ $0.name == name }).compactMap(\.window) {
      panel.rectangle(
        x: 0...PlotPanel.innerWidth,
        y: axes.y.places(
          from: window.lower.isFinite ? window.lower : nil, to: window.upper.isFinite ? window.upper : nil),
        "fill=\"#0072b2\" fill-opacity=\"0.15\"")
    }
    panel.ticks(across: axes.x)
    panel.ticks(up: axes.y)
    let best = (overview.curve.run.best[name] ?? []).enumerated().compactMap { place, value in
      value.map { (axes.x.place(Double(place + 1)), axes.y.place($0)) }
    }
    panel.line(best, "fill=\"none\" stroke=\"black\" stroke-width=\"1.5\"")
    for point in points { panel.circle(axes.x.place(point.x), axes.y.place(point.y), point.style) }
    return panel
  }

  /// Predicted when chosen, with one standard deviation, against calculated; nil where nothing was predicted.
  private func parity(_ name: String) -> PlotPanel? {
    let points = overview.outcomes.compactMap { outcome in
      outcome.calculation.values[name].flatMap { value in
        outcome.candidate.predictions[name].map {
          (x: value, y: $0.mean, deviation: $0.standardDeviation, style: style(outcome))
        }
      }
    }
    let all = points.flatMap { [$0.x, $0.y - $0.deviation, $0.y + $0.deviation] }
    guard let axes = Self.axes(all, all) else { return nil }
    var panel = PlotPanel(across: "\(title(name)), calculated", up: "\(title(name)), predicted")
    panel.ticks(across: axes.x)
    panel.ticks(up: axes.y)
    panel.line([(0, 0), (PlotPanel.innerWidth, PlotPanel.innerHeight)], "fill=\"none\" stroke=\"#888888\"")
    for point in points {
      let x = axes.x.place(point.x)
      panel.line(
        [(x, axes.y.place(point.y - point.deviation)), (x, axes.y.place(point.y + point.deviation))],
        "fill=\"none\" stroke=\"#888888\"")
    }
    for point in points { panel.circle(axes.x.place(point.x), axes.y.place(point.y), point.style) }
    return panel
  }
}

extension ObjectiveOverview {
  /// The window in which a value is a hit; nil for a maximum or minimum.
  fileprivate var window: (lower: Double, upper: Double)? {
    if case .window(let lower, let upper) = goal { (lower, upper) } else { nil }
  }
}
