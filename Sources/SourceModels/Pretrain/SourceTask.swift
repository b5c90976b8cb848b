import Chemistry
package import Files
import Foundation
import GaussianProcess
import Numerics
package import Prediction
package import Stores
package import TransferLearning

/// A source model to be trained.
package struct SourceTask: Sendable {
  package let column: SourceTable.Column
  package let method: SourceModelMethod
  let representation: SourceModelDocument.InputRepresentation
  let dataDigest: String
  let source: String
  let seed: UInt64

  /// The models that a request asks for, column by column of a table.
  package static func tasks(of table: SourceTable, for request: PretrainRequest) throws(CampaignError) -> [SourceTask] {
    try CampaignError.mapping {
      try table.columns.flatMap { column in
        let digest = table.digest(of: column)
        return try request.methods(for: column, isOfCompositions: table.isOfCompositions).map { method in
          SourceTask(
            column: column, method: method, representation: try .init(method.representations), dataDigest: digest,
            source: table.source, seed: request.seed)
        }
      }
    }
  }

  /// A model, and, if it approximates another, a sentence on how much they differ.
  package typealias Trained = (document: SourceModelDocument, note: String?)

  /// Its key in the library: if the library has it, no training is needed.
  package var key: SourceModelKey {
    SourceModelKey(
      property: column.property.name, representation: representation.name,
      representationVersion: representation.version, kind: method.kind.rawValue, dataDigest: dataDigest,
      settingsDigest: ContentDigest(Data(method.settings.utf8)).description)
  }

  /// Trains the model, with its linear algebra on one core.
  package func train(on features: FeatureTable) throws(TransferLearningError) -> Trained {
    var molecules: [Molecule] = []
    var inputs: [MolecularInput] = []
    var values: [Double] = []
    for (index, value) in column.values.enumerated() {
      guard let value, let input = features.input(index, method.representations) else { continue }
      molecules.append(features.molecules[index])
      inputs.append(input)
      values.append(value)
    }
    let name = "pretrain: \(column.property.name), \(representation.name), \(method.kind.rawValue)"
    let trained = try Workers.$limit.withValue(1) {
      Result { () throws(TransferLearningError) in
        try method.train(molecules, features: inputs, values: values, name: name)
      }
    }.get()
    let document = SourceModelDocument(
      kind: method.kind, property: column.property, representation: representation,
      provenance: .init(file: source, digest: dataDigest, rows: column.rows, distinctMolecules: column.known.count),
      trainingSize: values.count, errors: trained.errors, settings: method.settings, seed: seed,
      programVersion: CohobateVersion.current, createdAt: Date(), payload: try trained.payload.encoded())
    let note = SparseApproximation(trained.payload).map {
      "The \(method.kind.rawValue) of '\(column.property.name)' on \(representation.name) is an approximation: "
        + "\($0.text(unit: column.property.unit, of: noun(describedBy: representation.name)))."
    }
    return (document, note)
  }
}

extension SourceModelEntry {
  /// The library's key and summary of a document.
  init(_ document: SourceModelDocument) {
    self.init(
      key: SourceModelKey(
        property: document.property.name, representation: document.representation.name,
        representationVersion: document.representation.version, kind: document.kind.rawValue,
        dataDigest: document.provenance.digest, settingsDigest: document.settingsDigest.description),
      unit: document.property.unit, trainingSize: document.trainingSize,
      meanAbsoluteError: document.errors.meanAbsoluteError, rootMeanSquareError: document.errors.rootMeanSquareError,
      rSquared: document.errors.rSquared, logDensity: document.errors.logDensity, coverage: document.errors.coverage,
      createdAt: document.createdAt)
  }
}
