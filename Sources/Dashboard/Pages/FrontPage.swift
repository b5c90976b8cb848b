import Reports

/// The front of several maxima and minima: the molecules that no other one dominates.
struct FrontPage {
  let source: PageSource
  let front: FrontReport

  /// The most molecules that are drawn.
  private static let most = 40

  var page: Page {
    var builder = PageBuilder(in: source.place)
    builder.add(.tag("h1", [:], text: "Front"))
    let unit = front.unit.isEmpty ? "" : " \(front.unit)"
    builder.paragraph(
      "The front has \(PageNumber.count(front.molecules.count, "molecule")): no other one is as good as one of these in every goal, and better in some. "
        + "\(front.molecules.count == 1 ? "It dominates" : "Together they dominate") a volume of "
        + "\(PageNumber.text(front.hypervolume))\(unit) from the reference point ("
        + front.reference.map { "\($0.objective) \(PageNumber.text($0.value))\($0.unit.isEmpty ? "" : " \($0.unit)")" }
        .joined(separator: ", ") + ").")
    builder.keepDrawings(of: source.detailedOutcomes.map { ($0.molecule, $0.smiles) })
    builder.cards(front.molecules.prefix(Self.most).compactMap { source.outcome($0) }.map { source.card($0) })
    if front.molecules.count > Self.most {
      builder.paragraph("\(front.molecules.count - Self.most) more are in the plots.", style: "weak")
    }
    builder.plots(fronts + [growth])
    return builder.page(.front, title: "Front")
  }

  /// Each pair of goals.
  private var fronts: [Plot] {
    let members = Set(front.molecules)
    let pairs = front.goals.indices.flatMap { first in front.goals.indices.filter { $0 > first }.map { (first, $0) } }
    return pairs.map { first, second in
      let (across, up) = (front.goals[first], front.goals[second])
      var plot = Plot(
        name: "front-\(first)-\(second)", title: "\(up) against \(across)", across: source.title(across),
        up: source.title(up),
        meaning:
          "Filled marks are on the front: no other molecule is as good as one of these in every goal, and better in some.",
        warning: "the front has a gap where no molecule was tried.")
      let points = source.overview.outcomes.compactMap { outcome -> Plot.Point? in
        guard let x = outcome.calculation.values[across], let y = outcome.calculation.values[up] else { return nil }
        return Plot.Point(
          x: x, y: y, mark: members.contains(outcome.molecule) ? .hit : .miss, molecule: outcome.molecule,
          label: "molecule \(outcome.molecule): " + source.values(outcome).joined(separator: ", "))
      }
      plot.points = points.filter { $0.mark == .miss } + points.filter { $0.mark == .hit }
      plot.hasOwnLegend = true
      if front.goals.count == 2 {
        let line = points.filter { $0.mark == .hit }.sorted { $0.x < $1.x }.map { (x: $0.x, y: $0.y) }
        plot.lines = [Plot.Line(points: line, style: .dashed, name: "front")]
      }
      return plot
    }
  }

  private var growth: Plot {
    var plot = Plot(
      name: "hypervolume", title: "How the front grew", across: "iteration",
      up: "hypervolume" + (front.unit.isEmpty ? "" : " (\(front.unit))"),
      meaning: "The volume that the front dominates after each iteration.",
      warning: "it has not grown for several iterations.")
    plot.hasZero.y = true
    let points = front.trace.map { (x: Double($0.iteration), y: $0.hypervolume) }
    plot.lines = [Plot.Line(points: points, style: .second)]
    plot.points = front.trace.map {
      Plot.Point(
        x: Double($0.iteration), y: $0.hypervolume, mark: .value,
        label:
          "iteration \($0.iteration): \(PageNumber.count($0.size, "molecule")) on the front, hypervolume \(PageNumber.text($0.hypervolume))"
      )
    }
    plot.hasOwnLegend = true
    return plot
  }
}
