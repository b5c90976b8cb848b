import CachedCalculation

/// The calculated values, as a table for people.
struct CalculateText {
  let report: CalculateReport
  let style: TextStyle

  var lines: [String] {
    let hasNames = report.rows.contains { $0.name != nil }
    let remarks = report.rows.map(remark)
    let hasRemarks = remarks.contains { !$0.isEmpty }
    var table = TextTable(
      columns: (hasNames ? [("name", .cut)] : []) + [("smiles", .cut)]
        + report.properties.map { (TextTable.title($0.name, unit: $0.unit), .right) }
        + (hasRemarks ? [("remark", .left)] : []))
    table.rows = zip(report.rows, remarks).map { row, remark in
      (hasNames ? [row.name ?? "-"] : []) + [row.smiles ?? row.input]
        + report.properties.map { Number.optional(row.values[$0.name]?.value, $0.unit == "Eh" ? 6 : 3) }
        + (hasRemarks ? [remark] : [])
    }
    for (place, row) in report.rows.enumerated() { table.alerts[place] = row.failure?.failureClass }
    return ["\(report.calculator) \(report.version): \(report.calculationProtocol)".visible, ""]
      + table.lines(style: style)
  }

  private func remark(on row: CalculateReport.Row) -> String {
    if let failure = row.failure { return "\(failure.failureClass): \(failure.message)" }
    let isomer = row.isomer.map { ["isomer \($0)"] } ?? []
    return (isomer + row.changes + row.notes).joined(separator: isomer.isEmpty ? " " : "; ")
  }
}
