import Chemistry
public import Files
import Foundation
import Prediction
import Tables

/// The molecules as files for people and their programs.
extension DirectDesignReport {
  /// A table with a line for each molecule.
  public var csv: String {
    let hasNames = molecules.contains { $0.name != nil }
    let titles = WrittenTable.design.titles(
      omitting: Set((hasNames ? [] : ["name"]) + [isOfCompositions ? "smiles" : "formula"]),
      properties: quantities.flatMap { quantity in
        [ColumnTitle.Kind.predicted, .deviation].map { ColumnTitle.text(quantity.name, unit: quantity.unit, $0) }
      })
    let rows = molecules.map { row in
      [row.formula ?? row.smiles] + (hasNames ? [row.name ?? ""] : [])
        + row.predictions.flatMap { [estimateText($0.mean), estimateText($0.standardDeviation)] } + [
          estimateText(row.probability), estimateText(row.logProbability), row.isNovel ? "yes" : "no", row.move,
          row.parent.map(notation) ?? "",
        ]
    }
    return separatedText([titles] + rows)
  }

  /// An identity as people read it.
  private func notation(_ identity: String) -> String {
    isOfCompositions ? (try? Molecule(recorded: identity))?.notation ?? identity : identity
  }

  /// A SMILES on each line, then its probability.
  ///
  /// - Throws: `CampaignError` of kind `.input` for compositions.
  public func smi() throws(CampaignError) -> String {
    try requireMolecules(for: ".smi")
    return molecules.map { "\($0.smiles) \(Self.short($0.probability))\n" }.joined()
  }

  private func requireMolecules(for format: String) throws(CampaignError) {
    if isOfCompositions { throw refusalOfCompositions(in: format, writing: "csv, json or svg") }
  }

  /// Two-dimensional structures, with the data of the table as fields.
  ///
  /// - Throws: `CampaignError` of kind `.input` for compositions.
  public func sdf() throws(CampaignError) -> String {
    try requireMolecules(for: ".sdf")
    return try CampaignError.mapping {
      try molecules.enumerated().map { index, row in
        var data = [("SMILES", row.smiles)]
        for (quantity, value) in zip(quantities, row.predictions) {
          data += [
            (ColumnTitle.text(quantity.name, unit: quantity.unit, .predicted), estimateText(value.mean)),
            (ColumnTitle.text(quantity.name, unit: quantity.unit, .deviation), estimateText(value.standardDeviation)),
          ]
        }
        data += [
          ("probability", estimateText(row.probability)), ("log_probability", estimateText(row.logProbability)),
          ("novel", row.isNovel ? "yes" : "no"), ("move", row.move),
        ]
        if let parent = row.parent { data.append(("parent", parent)) }
        return structureRecord(
          title: row.name ?? "design-\(index + 1)",
          block: try Molecule(smiles: row.smiles, isRepeatUnit: true).molBlock(),
          data: data)
      }.joined()
    }
  }

  /// Drawings side by side, each with its predictions below it.
  public func svg() throws(CampaignError) -> String {
    guard !molecules.isEmpty else { throw CampaignError(.input, "There is no molecule to draw.") }
    return try CampaignError.mapping {
      try Molecule.svgGrid(
        molecules.map { row in
          let values = zip(quantities, row.predictions).map {
            "\($0.name) \(Self.short($1.mean)) ± \(withUnit(Self.short($1.standardDeviation), $0.unit))"
          }
          return (
            try Molecule(smiles: row.smiles, isRepeatUnit: true),
            (values + ["probability \(Self.short(row.probability))"]).joined(separator: "\n")
          )
        })
    }
  }

  /// Three digits.
  private static func short(_ value: Double) -> String { String(format: "%.3g", value) }
}
