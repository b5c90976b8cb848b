import Chemistry
public import Files
import Prediction
import Tables

/// The predictions as files for people and their programs.
extension PredictReport {
  /// The titles of the columns of predictions: each quantity with its standard deviation, the probability if there are
  /// targets, and the failure.
  static func titles(of quantities: [PredictedQuantity], hasTargets: Bool) -> [String] {
    let predictions = quantities.flatMap { quantity -> [String] in
      let kinds: [ColumnTitle.Kind] = quantity.hasDeviations ? [.predicted, .deviation] : [.predicted]
      return kinds.map { ColumnTitle.text(quantity.name, unit: quantity.unit, $0) }
    }
    return WrittenTable.predict.titles(
      omitting: hasTargets ? [] : ["probability", "log_probability"], properties: predictions)
  }

  private var titles: [String] { Self.titles(of: quantities, hasTargets: !targets.isEmpty) }

  /// The cells of a row under ``titles``.
  private func fields(_ row: Row) -> [String] {
    var fields: [String] = []
    for (place, quantity) in quantities.enumerated() {
      let value = place < row.predictions.count ? row.predictions[place] : nil
      fields.append(estimateText(value?.mean))
      if quantity.hasDeviations { fields.append(estimateText(value?.standardDeviation)) }
    }
    if !targets.isEmpty { fields += [estimateText(row.probability), estimateText(row.logProbability)] }
    return fields + [row.failure ?? ""]
  }

  /// Comma-separated text: the columns of the input, then those of the predictions.
  public var csv: String {
    separatedText([columns + titles] + rows.map { $0.cells + fields($0) })
  }

  /// The structures of the input, or drawings of its SMILES, with the columns of the CSV text as data fields. Records
  /// without predictions are left out.
  ///
  /// - Throws: `CampaignError` if there is no prediction, or for compositions.
  public func sdf() throws(CampaignError) -> String {
    let predicted = rows.filter { $0.failure == nil }
    guard !predicted.isEmpty else {
      throw CampaignError(
        .failure, "Nothing was predicted, so there is nothing to write. \(rows.first?.failure ?? "")")
    }
    if let first = predicted[0].smiles, (try? Molecule(recorded: first))?.composition != nil {
      throw refusalOfCompositions(in: ".sdf", writing: "csv or json")
    }
    return try CampaignError.mapping {
      try predicted.map { row in
        let smiles = row.smiles ?? ""
        var data = [("SMILES", smiles)]
        for (title, cell) in zip(columns + titles, row.cells + fields(row)) {
          if !cell.isEmpty, title.lowercased() != "smiles" { data.append((title, cell)) }
        }
        let block = try row.block ?? Molecule(smiles: smiles, isRepeatUnit: true).molBlock()
        return structureRecord(title: row.name ?? "line \(row.line)", block: block, data: data)
      }.joined()
    }
  }
}
