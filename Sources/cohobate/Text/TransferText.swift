import Files
import Reports

/// The structural models and the transferred ones, their sources, and their benefit.
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
    let hasModels = transfers.contains { $0.model != nil }
    let hasSources = transfers.contains { !$0.sources.isEmpty }
    var table = TextTable(
      columns: [(hasSources ? "transfer" : "models", .left)]
        + [("weight", .right), ("leave-one-out error", .right), ("log density", .right)]
        + (hasModels ? [("model", .left)] : []) + (hasSources ? [("sources", .left)] : []))
    var lines: [String] = []
    for property in transfers.map(\.property).reduce(into: [String](), { if !$0.contains($1) { $0.append($1) } }) {
      let own = transfers.filter { $0.property == property }
      for transfer in own.filter({ $0.weight >= 0.005 || $0.sources.isEmpty }) {
        let sources = transfer.sourceText.map { "\($0), \(transfer.parts.joined(separator: " + "))" } ?? "none"
        table.rows.append(
          [
            property, Number.percent(transfer.weight),
            withUnit(Number.optional(transfer.leaveOneOutRMSE, 3), units[property] ?? ""),
            Number.optional(transfer.leaveOneOutLogDensity, 2),
          ] + (hasModels ? [transfer.model ?? ""] : []) + (hasSources ? [sources] : []))
      }
      if hasModels, hasSources { lines.append("  \(property): \(Self.shares(of: own))") }
      if hasSources, let best = own.first?.leaveOneOutRMSE,
        let without = own.first(where: { $0.sources.isEmpty })?.leaveOneOutRMSE, without > 0
      {
        let share = own.reduce(0) { $0 + ($1.sources.isEmpty ? 0 : $1.weight) }
        lines.append(
          "  \(property): \(Number.percent(share)) of the weight is on models with transfer; leave-one-out error with transfer: "
            + "\(Number.percent(best / without)) of that without")
      }
      let failed = own.compactMap(\.failure)
      if let first = failed.first {
        lines.append(
          "  \(property): \(failed.count) of \(own.count) \(hasSources ? "ways of transfer" : "models") could not be fitted. \(first)"
        )
      }
    }
    return table.lines(style: style) + lines
  }

  /// The total weight of each structural model, the greatest first.
  private static func shares(of transfers: [TransferReport]) -> String {
    var shares: [String: Double] = [:]
    for transfer in transfers { if let model = transfer.model { shares[model, default: 0] += transfer.weight } }
    return shares.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
      .map { "model \($0.key) \(Number.percent($0.value))" }.joined(separator: ", ")
  }
}
