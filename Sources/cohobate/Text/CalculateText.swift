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
        + report.properties.map { value(of: $0, in: row) }
        + (hasRemarks ? [remark] : [])
    }
    for (place, row) in report.rows.enumerated() { table.alerts[place] = row.failure?.failureClass }
    return ["\(report.calculator) \(report.version): \(report.calculationProtocol)".visible, ""]
      + table.lines(style: style)
  }

  /// A value with its uncertainty, unless that is a spread over conformers, which is no error of the value.
  private func value(of property: CalculateReport.Quantity, in row: CalculateReport.Row) -> String {
    guard let value = row.values[property.name] else { return "-" }
    return Number.fixed(
      value.value, property.unit == "Eh" ? 6 : 3, uncertainty: row.hasSeveralConformers ? nil : value.uncertainty)
  }

  private func remark(on row: CalculateReport.Row) -> String {
    if let failure = row.failure { return "\(failure.failureClass): \(failure.message)" }
    let isomer = row.isomer.map { ["isomer \($0)"] } ?? []
    return (isomer + row.changes + row.notes).joined(separator: isomer.isEmpty ? " " : "; ")
  }
}
