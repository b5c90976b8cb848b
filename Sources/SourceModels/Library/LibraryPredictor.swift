package import Chemistry
package import GaussianProcess
package import Prediction
import Stores
import TransferLearning

/// Source models of a library, one for each property.
package struct LibraryPredictor: Predictor {
  package let origin: String
  private let models: [LoadedSourceModel]
  /// The representations that the models use, each once.
  private let representations: [Representation]

  /// Chooses the models and reads them.
  ///
  /// - Parameters:
  ///   - properties: The properties to predict; empty for those of the numbered models, or without these for all properties
  ///     of the library.
  ///   - numbers: The numbers of models to use.
  /// - Throws: `CampaignError` of kind `.input` if a model does not exist or cannot be used, or if several could be meant.
  package init(_ library: ModelLibrary, properties: [String], numbers: [Int]) throws {
    models = try library.load(library.recordsToPredict(properties, numbers: numbers))
    origin = library.path
    representations = models.flatMap(\.model.representations).reduce(into: []) { seen, representation in
      if !seen.contains(representation) { seen.append(representation) }
    }
  }

  package var takesCompositions: Bool { representations.allSatisfy(\.describesCompositions) }

  package var names: [String] { models.map(\.record.entry.key.property) }

  package var quantities: [PredictedQuantity] {
    models.map { model in
      PredictedQuantity(
        name: model.record.entry.key.property, unit: model.record.entry.unit, hasDeviations: model.model.hasDeviations)
    }
  }

  package var summaries: [PredictorSummary] {
    models.map { model in
      let entry = model.record.entry
      return PredictorSummary(
        property: entry.key.property, unit: entry.unit, kind: "\(entry.key.kind) \(model.record.id), \(model.file)",
        molecules: entry.trainingSize, rootMeanSquareError: entry.rootMeanSquareError,
        withinOneDeviation: entry.coverage)
    }
  }

  /// A library keeps no values beside its models.
  package var values: [[Double?]] { models.map { _ in [] } }

  package func predictions(of molecules: [Molecule]) throws -> [[Prediction]] {
    let inputs = try molecules.inputs(representations)
    return try models.map { model in
      let places = model.model.representations.compactMap { representations.firstIndex(of: $0) }
      let seen = inputs.map { input in MolecularInput(features: places.map { input.features[$0] }) }
      return try model.model.predictions(seen, noise: model.noise)
    }
  }
}
