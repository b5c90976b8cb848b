import Files
import Reports

/// The transferred models, their sources, and their benefit.
struct TransferText {
  private let transfers: [TransferReport]
  private let units: [String: String]
  private let style: TextStyle

  init(_ transfers: [TransferReport], units: [String: String], style: TextStyle) {
    self.transfers = transfers
    self.units = units
    self.style = style
  }

  var lines: [String] {
    var table = TextTable(columns: [
      ("transfer", .left), ("weight", .right), ("leave-one-out error", .right), ("log density", .right),
      ("sources", .left),
    ])
    var lines: [String] = []
    for property in transfers.map(\.property).reduce(into: [String](), { if !$0.contains($1) { $0.append($1) } }) {
      let own = transfers.filter { $0.property == property }
      for transfer in own.filter({ $0.weight >= 0.005 || $0.sources.isEmpty }) {
        table.rows.append([
          property, Number.percent(transfer.weight),
          withUnit(Number.optional(transfer.leaveOneOutRMSE, 3), units[property] ?? ""),
          Number.optional(transfer.leaveOneOutLogDensity, 2),
          transfer.sources.isEmpty
            ? "none" : "\(transfer.sources.joined(separator: " + ")), \(transfer.parts.joined(separator: " + "))",
        ])
      }
      if let best = own.first?.leaveOneOutRMSE,
        let without = own.first(where: { $0.sources.isEmpty })?.leaveOneOutRMSE, without > 0
      {
        let share = own.reduce(0) { $0 + ($1.sources.isEmpty ? 0 : $1.weight) }
        lines.append(
          "  \(property): \(Number.percent(share)) of the weight is on models with transfer; leave-one-out error with transfer: "
            + "\(Number.percent(best / without)) of that without")
      }
      let failed = own.compactMap(\.failure)
      if let first = failed.first {
        lines.append("  \(property): \(failed.count) of \(own.count) ways of transfer could not be fitted. \(first)")
      }
    }
    return table.lines(style: style) + lines
  }
}
