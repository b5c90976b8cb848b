import Compositions
import Files
import Prediction
import Workbench

/// Predictions as a table for people.
struct PredictText {
  let report: PredictReport
  let style: TextStyle

  var lines: [String] {
    let hasNames = report.rows.contains { $0.name != nil }
    let hasTargets = !report.targets.isEmpty
    let hasRemarks = report.failedCount > 0
    var columns: [(String, TextTable.Alignment)] = hasNames ? [("name", .cut)] : []
    let isOfFormulas = report.rows.contains { $0.smiles.map(isCompositionIdentity) ?? false }
    columns.append((isOfFormulas ? "formula" : "smiles", .cut))
    for quantity in report.quantities {
      columns.append((TextTable.title("\(quantity.name) predicted", unit: quantity.unit), .right))
    }
    if hasTargets { columns.append(("probability", .right)) }
    if hasRemarks { columns.append(("remark", .left)) }
    var table = TextTable(columns: columns)
    for row in report.rows {
      var cells = hasNames ? [row.name ?? "-"] : []
      cells.append(row.smiles.map { materialText($0) } ?? row.input)
      cells += report.quantities.indices.map { prediction($0, of: row) }
      if hasTargets { cells.append(row.probability.map(significant) ?? "-") }
      if hasRemarks { cells.append(row.failure ?? "") }
      table.rows.append(cells)
    }
    let heading = hasTargets ? ["probability of \(report.targets.joined(separator: " and "))".visible, ""] : []
    return heading + table.lines(style: style)
  }

  /// A prediction with its standard deviation if it has one: `2.310 ± 0.120`.
  private func prediction(_ place: Int, of row: PredictReport.Row) -> String {
    guard place < row.predictions.count, let value = row.predictions[place] else { return "-" }
    let decimals = report.quantities[place].unit == "Eh" ? 6 : 3
    let mean = Number.fixed(value.mean, decimals)
    guard let deviation = value.standardDeviation else { return mean }
    return "\(mean) ± \(Number.fixed(deviation, decimals))"
  }
}
