import Reports

/// What groups of campaigns with the same objectives have found, against the number of calculations.
struct ComparisonPlots {
  /// The groups, the one whose page it is first; each with at least one calculation that ended.
  let groups: [CampaignGroup]
  let source: PageSource

  /// The most groups that are drawn: as many as lines can be told apart.
  static let mostGroups = 6

  /// The plots: of the hits, if a window is wanted, and of each maximum or minimum.
  var plots: [Plot] {
    guard let curve = groups.first?.curves.first else { return [] }
    let goals = curve.objectives.filter { if case .window = $0.goal { false } else { true } }
    return (goals.count < curve.objectives.count ? [hits] : [])
      + goals.enumerated().map { place, goal in best(goal.name, place) }
  }

  private var hits: Plot {
    var plot = Plot(
      name: "compared-hits", title: "Hits", across: "calculations", up: "hits", meaning: meaning,
      warning: "the line of a model is not above that of random choice.")
    plot.hasZero = (true, true)
    for (group, style) in styled {
      add(group, style, to: &plot, from: [(0, 0, 0, 0)]) { group.hits(after: $0) }
    }
    return plot
  }

  private func best(_ name: String, _ place: Int) -> Plot {
    var plot = Plot(
      name: "compared-best-\(place)", title: "Best \(name) so far", across: "calculations", up: source.title(name),
      meaning: meaning, warning: "the line of a model is no better than that of random choice.")
    plot.hasZero.x = true
    for (group, style) in styled {
      add(group, style, to: &plot) { group.best(of: name, after: $0) }
    }
    return plot
  }

  private var meaning: String {
    let bands = groups.filter { $0.curves.count > 1 }.map(\.band.text)
    guard let band = bands.first else { return "Each line is what a campaign had found after so many calculations." }
    return "Each line is what campaigns had found after so many calculations, as a mean over seeds; an area goes from "
      + (bands.allSatisfy { $0 == band }
        ? band : "least to greatest, or of ten and more from the 10th to the 90th percentile")
      + "."
  }

  /// The groups with their lines; campaigns that choose at random are dashed.
  private var styled: [(CampaignGroup, Plot.LineStyle)] {
    var styles: [Plot.LineStyle] = [.second, .third, .fourth, .fifth, .main, .sixth]
    return groups.prefix(Self.mostGroups).map { group in
      (group, group.policy == "random" && groups.count { $0.policy == "random" } == 1 ? .dashed : styles.removeFirst())
    }
  }

  private func add(
    _ group: CampaignGroup, _ style: Plot.LineStyle, to plot: inout Plot,
    from start: [(x: Double, mean: Double, low: Double, high: Double)] = [], _ spread: (Int) -> ReplaySpread?
  ) {
    let points =
      start
      + (1...max(1, group.calculations)).compactMap { count in
        spread(count).map { (x: Double(count), mean: $0.mean, low: $0.low, high: $0.high) }
      }
    let name = "\(group.name)\(group.policy == "random" ? ", at random" : "")"
    if group.curves.count > 1 {
      plot.areas.append(Plot.Area(points: points.map { ($0.x, $0.low, $0.high) }, style: style, name: name))
    }
    plot.lines.append(Plot.Line(points: points.map { ($0.x, $0.mean) }, style: style, name: name))
  }
}
