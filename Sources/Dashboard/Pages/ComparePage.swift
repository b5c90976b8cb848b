import Files
import Reports

/// Several campaigns side by side: their settings, and what they had found after as many calculations.
struct ComparePage {
  let source: PageSource

  private var all: [OtherCampaigns.Compared] { source.others.compared }

  var page: Page {
    var builder = PageBuilder(in: source.place)
    builder.add(.tag("h1", [:], text: "Compare"))
    let own = source.own
    let comparable = [own] + all.map(\.curve).filter { $0.isComparable(with: own) }
    let groups = CampaignGroup.groups(comparable)
    builder.paragraph("Wanted: \(own.wanted).", style: "lead")
    let others = all.filter { !$0.curve.isComparable(with: own) }
    if !others.isEmpty {
      builder.paragraph(
        "\(PageNumber.count(others.count, "campaign")) with other objectives: in the table, but not in the plots.")
    }
    for problem in source.others.problems { builder.paragraph(problem, style: "weak") }
    if let sentence = statement(groups) { builder.paragraph(sentence) }
    if groups.count > ComparisonPlots.mostGroups {
      builder.paragraph(
        "The plots show the first \(ComparisonPlots.mostGroups) of \(groups.count) groups of campaigns with equal settings."
      )
    }
    builder.plots(ComparisonPlots(groups: groups, source: source).plots)
    builder.heading("Campaigns")
    builder.add(table(own).markup)
    return builder.page(.compare, title: "Compare")
  }

  /// What each group had found after the number of calculations that all of them have.
  private func statement(_ groups: [CampaignGroup]) -> String? {
    guard groups.count > 1, let count = groups.map(\.calculations).min(), count > 0 else { return nil }
    guard source.hasWindow else { return nil }
    let parts = groups.prefix(ComparisonPlots.mostGroups).map { group in
      let hits = group.hits(after: count)
      let spread =
        group.curves.count > 1
        ? " (\(group.band.text): \(decimal(hits.low, places: 0)) to \(decimal(hits.high, places: 0)))" : ""
      return "\(group.name) \(decimal(hits.mean, places: group.curves.count > 1 ? 1 : 0))\(spread)"
    }
    return "Hits after \(PageNumber.count(count, "calculation")): \(parts.joined(separator: ", "))."
  }

  private func table(_ own: CampaignCurve) -> PageTable {
    let goals = own.objectives.filter { if case .window = $0.goal { false } else { true } }
    var table = PageTable(
      "campaigns",
      [
        ("campaign", false), ("policy", false), ("seed", true), ("calculations", true), ("budget", true),
        ("hits", true),
      ]
        + goals.map { ("best \(source.title($0.name))", true) } + [("state", false), ("wanted", false)])
    for campaign in [OtherCampaigns.Compared(place: nil, curve: own)] + all {
      let curve = campaign.curve
      let name =
        campaign.place.map { Markup.tag("a", ["href": "../\($0)/campaign"], Markup(curve.name)) } ?? Markup(curve.name)
      table.add(
        [
          PageTable.Cell(content: name, value: curve.name), .text(curve.policy), .text("\(curve.seed)"),
          .count(curve.run.count), .count(curve.budget), .count(curve.run.hits.last ?? 0),
        ]
          + goals.map { goal in .number(curve.best(of: goal.name)) { source.text($0, of: goal.name) } }
          + [.text(curve.hasEnded ? "ended" : "not ended"), .text(curve.wanted)])
    }
    return table
  }
}
