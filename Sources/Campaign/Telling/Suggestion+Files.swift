import Chemistry
public import Files
import Reports
import Tables

/// The batch as files for people and their programs.
extension Suggestion {
  /// A table with a line for each molecule, and an empty column for each value to be filled in. It has the predictions
  /// of properties alone: those of expressions follow from them.
  public var csv: String {
    let hasNames = molecules.contains { $0.name != nil }
    let titles = WrittenTable.suggest.titles(
      omitting: Set((hasNames ? [] : ["name"]) + (properties.isEmpty ? ["failed", "note"] : [])),
      properties: predicted.flatMap { [title($0, .predicted), title($0, .deviation)] },
      properties.flatMap { [title($0, .value), title($0, .uncertainty)] })
    let rows = molecules.map { molecule in
      var fields =
        ["\(molecule.id)", molecule.smiles] + (hasNames ? [molecule.name ?? ""] : []) + ["\(molecule.iteration)"]
      for name in predicted {
        let prediction = molecule.predictions[name]
        fields += [estimateText(prediction?.mean), estimateText(prediction?.standardDeviation)]
      }
      fields.append(molecule.why)
      return fields + Array(repeating: "", count: titles.count - fields.count)
    }
    return separatedText([titles] + rows)
  }

  /// Two-dimensional structures, with the data of the table as fields.
  ///
  /// - Throws: `CampaignError` of kind `.input` for compositions.
  public func sdf() throws(CampaignError) -> String {
    if let first = molecules.first, (try? Molecule(recorded: first.smiles))?.composition != nil {
      throw refusalOfCompositions(in: ".sdf", writing: "csv, json or table")
    }
    return try CampaignError.mapping {
      try molecules.map { molecule in
        var data = [
          ("id", "\(molecule.id)"), ("SMILES", molecule.smiles), ("iteration", "\(molecule.iteration)"),
        ]
        for name in predicted {
          guard let prediction = molecule.predictions[name] else { continue }
          data += [
            (title(name, .predicted), estimateText(prediction.mean)),
            (title(name, .deviation), estimateText(prediction.standardDeviation)),
          ]
        }
        data.append(("why", molecule.why))
        return structureRecord(
          title: molecule.name ?? "\(self.name)-\(molecule.id)",
          block: try Molecule(recorded: molecule.smiles).molBlock(), data: data)
      }.joined()
    }
  }

  private func title(_ property: String, _ kind: ColumnTitle.Kind) -> String {
    ColumnTitle.text(property, unit: units[property] ?? "", kind)
  }
}
