import Reports

/// A replay as a table for people.
struct ReplayText {
  let report: ReplayReport
  let style: TextStyle

  var lines: [String] {
    let seeds = report.seeds
    let goals = report.goals.map { TextTable.title("best \($0)", unit: report.units[$0]) }
    var table = TextTable(
      columns: [("policy", .left), ("half of the hits", .right), ("hits", .right), ("share", .right)]
        + goals.map { ($0, .right) })
    table.rows = report.policies.map { policy in
      let last = policy.curve.last
      return [
        policy.name, policy.calculationsToHalf.map { "\($0)" } ?? "-",
        last.map { text($0.hits, decimals: 1) } ?? "-", last.map { Number.percent($0.share.mean) } ?? "-",
      ] + report.goals.map { goal in last?.best[goal].map { text($0, decimals: 3) } ?? "-" }
    }
    let molecules = "campaign \(report.campaign): \(Number.count(report.molecules, "molecule")) of \(report.table)"
    return [
      "\(molecules), \(Number.count(report.hits, "hit")) (\(report.hitRule))".visible,
      "after \(Number.count(report.calculations, "calculation")), as the mean of \(Number.count(seeds.count, "seed"))"
        + (seeds.count > 1 ? " (\(report.band.text))" : "") + ":",
      "",
    ] + table.lines(style: style) + ["", report.statement.visible] + gains
  }

  /// What the batches were expected to bring against what came, a line for each policy with a surrogate.
  private var gains: [String] {
    let lines = report.policies.compactMap { policy in policy.gain.map { "\(policy.name): \($0.text)".visible } }
    return lines.isEmpty ? [] : [""] + lines
  }

  private func text(_ spread: ReplaySpread, decimals: Int) -> String {
    let mean = Number.fixed(spread.mean, decimals)
    guard report.seeds.count > 1 else { return mean }
    return "\(mean) (\(Number.fixed(spread.low, decimals)) to \(Number.fixed(spread.high, decimals)))"
  }
}
