import Workbench

/// Target zones as tables for people.
struct TargetsText {
  let report: TargetZonesReport
  let hasLines: Bool
  let style: TextStyle

  var lines: [String] {
    var quantities = TextTable(
      ("property", .left), ("unit", .left), ("\(report.noun)s", .right), ("least", .right), ("5 %", .right),
      ("median", .right), ("95 %", .right), ("greatest", .right), ("residual SD", .right))
    quantities.rows = report.properties.map { quantity in
      [quantity.name, quantity.unit.isEmpty ? "-" : quantity.unit, "\(quantity.count)"]
        + [0, 1, 3, 5, 6].map { Number.fixed(quantity.quantiles[$0]) } + [Number.fixed(quantity.residual)]
    }
    var zones = TextTable(
      ("zone", .left), ("inside", .right), ("near", .right), ("expected", .right), ("distance", .right),
      ("families", .right), ("reach", .left), ("target", .left))
    zones.rows = report.zones.map { zone in
      [
        title(zone.kind), "\(zone.inside)", "\(zone.near)", zone.expected.map { Number.fixed($0, 0) } ?? "-",
        zone.distance < 1e6 ? Number.fixed(zone.distance, 2) : "-", "\(zone.families)", title(zone.reach), zone.flags,
      ]
    }
    let wanted = report.zones.filter { $0.reach != .far }
    return quantities.lines(style: style) + [""] + zones.lines(style: style)
      + (hasLines && !wanted.isEmpty ? ["", "objectives:"] : [])
      + (hasLines
        ? wanted.flatMap { ["  # \(title($0.kind)), \(title($0.reach))"] + $0.lines.map { "  \($0)".visible } } : [])
  }

  private func title(_ kind: TargetZone.Kind) -> String {
    switch kind {
    case .low: "low"
    case .high: "high"
    case .beyondLow: "below all"
    case .beyondHigh: "above all"
    case .gap: "gap"
    case .corner: "corner"
    }
  }

  private func title(_ reach: TargetZone.Reach) -> String {
    switch reach {
    case .withinReach: "within reach"
    case .stretch: "a stretch"
    case .far: "far"
    }
  }
}
