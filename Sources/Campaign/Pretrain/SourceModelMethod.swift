import Chemistry
import Foundation
import GaussianProcess
import Numerics
import TransferLearning

/// How a source model is trained: all that it depends on besides its data.
enum SourceModelMethod: Sendable, Hashable {
  /// A process on all molecules, or on at most so many, evenly spread over the table.
  case process(MolecularModel, conditionedOn: Int?)
  /// A network; its errors are those of so many folds.
  case network([Representation], NetworkSettings, folds: Int, seed: UInt64)

  /// The kind as models are filed under it.
  var kind: SourceModelKind {
    switch self {
    case .process(_, conditionedOn: nil): .gaussianProcess
    case .process: .sparseGaussianProcess
    case .network: .neuralNetwork
    }
  }

  /// What the model sees of a molecule.
  var representations: [Representation] {
    switch self {
    case .process(let model, _): model.representations
    case .network(let representations, _, _, _): representations
    }
  }

  /// The settings as text, equal for equal settings.
  var settings: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data: Data?
    switch self {
    case .process(let model, let conditionedOn):
      data = try? encoder.encode(
        ProcessSettings(conditionedOn: conditionedOn, fitting: SourceProcess.fittingVersion, model: model))
    case .network(_, let settings, let folds, let seed):
      data = try? encoder.encode(FoldedNetwork(folds: folds, network: settings, seed: String(seed)))
    }
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private struct ProcessSettings: Encodable {
    let conditionedOn: Int?
    let fitting: Int
    let model: MolecularModel
  }

  private struct FoldedNetwork: Encodable {
    let folds: Int
    let network: NetworkSettings
    let seed: String
  }

  /// Trains on distinct molecules, on one core.
  ///
  /// - Parameter name: what tells the model's random streams from those of others.
  /// - Returns: the model, how many molecules it was trained on, and how good it is on those it has not seen.
  func train(
    _ molecules: [Molecule], features: [MolecularInput], values: [Double], name: String
  ) throws(TransferLearningError) -> (payload: SourcePayload, size: Int, errors: CrossValidatedErrors) {
    switch self {
    case .process(let model, let conditionedOn):
      let trained = try SourceProcess.train(
        molecules, features: features, values: values, model: model, conditionedOn: conditionedOn ?? values.count)
      return (.process(trained.process), trained.process.molecules.count, trained.errors)
    case .network(_, let settings, let folds, let seed):
      let streams = RandomStreams(seed: seed)
      let inputs = NetworkInputs(features)
      let targets = NetworkTargets(values)
      var stream = streams.stream("\(name), folds")
      let parts = try Folds(count: folds, rows: values.count, stream: &stream)
      stream = streams.stream("\(name), cross-validation")
      let errors = try TrainedNetwork.crossValidation(inputs, targets, folds: parts, settings, stream: &stream).errors[
        0]
      stream = streams.stream("\(name), training")
      let network = try TrainedNetwork.train(inputs, targets, settings, stream: &stream).network
      return (.network(network), values.count, errors)
    }
  }
}
