package import Chemistry
package import GaussianProcess
import TransferLearning

/// Models fitted to the columns of a table, as in `cohobate design`.
package struct TablePredictor: Predictor {
  package let origin: String
  package let names: [String]
  package let values: [[Double?]]
  private let models: ForwardModels

  /// Reads a table and fits a model to each column.
  ///
  /// - Parameters:
  ///   - path: A `.csv` file with a column of SMILES, or an `.sdf` file with data fields.
  ///   - smilesColumn: The column with the SMILES; nil for `smiles`.
  ///   - model: `auto`, `linear`, or a name of `MolecularModel`.
  ///   - properties: The columns; empty for all numeric ones.
  ///   - tell: Called with each event.
  /// - Throws: `CampaignError` of kind `.input` if the table or a column cannot be used, or there is no such model.
  package init(
    _ path: String, smilesColumn: String?, model: String, properties: [String], tell: (DirectDesignEvent) -> Void
  ) throws {
    let table = try SourceTable(file: path, .init(smiles: smilesColumn, properties: properties))
    for note in table.notes { tell(.note(note)) }
    let columns = try properties.isEmpty ? table.columns : properties.map { try table.column($0) }
    origin = table.source
    names = properties.isEmpty ? columns.map(\.property.name) : properties
    values = columns.map(\.values)
    models = try ForwardModels(columns, of: table.molecules, model: model, tell: tell)
  }

  package var quantities: [PredictedQuantity] {
    models.properties.map { PredictedQuantity(name: $0.name, unit: $0.unit, hasDeviations: true) }
  }

  package var summaries: [PredictorSummary] {
    models.properties.map { property in
      let summary = property.summary
      return PredictorSummary(
        property: property.name, unit: property.unit, kind: summary.kind, molecules: summary.molecules,
        rootMeanSquareError: summary.leaveOneOutRMSE, withinOneDeviation: summary.withinOneDeviation)
    }
  }

  package func predictions(of molecules: [Molecule]) throws -> [[Prediction]] { try models.predictions(of: molecules) }
}
