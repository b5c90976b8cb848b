package import Chemistry
import Foundation
package import GaussianProcess
import Numerics
package import TransferLearning

/// The training method of a source model: everything that it depends on besides its data.
package enum SourceModelMethod: Sendable, Hashable {
  /// A process on all molecules.
  case process(MolecularModel)
  /// A process on all molecules, approximated by inducing ones.
  case sparseProcess(MolecularModel, SparseSettings)
  /// A network; its errors are those of cross-validation with a number of folds.
  case network([Representation], NetworkSettings, folds: Int, seed: UInt64)

  /// The kind under which models are stored.
  package var kind: SourceModelKind {
    switch self {
    case .process: .gaussianProcess
    case .sparseProcess: .sparseGaussianProcess
    case .network: .neuralNetwork
    }
  }

  /// The representations that the model uses.
  package var representations: [Representation] {
    switch self {
    case .process(let model), .sparseProcess(let model, _): model.representations
    case .network(let representations, _, _, _): representations
    }
  }

  /// The settings as text, equal for equal settings.
  package var settings: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data: Data?
    switch self {
    case .process(let model):
      data = try? encoder.encode(ProcessSettings(fitting: SourceProcess.fittingVersion, model: model, sparse: nil))
    case .sparseProcess(let model, let settings):
      data = try? encoder.encode(
        ProcessSettings(fitting: SparseSourceProcess.fittingVersion, model: model, sparse: settings))
    case .network(_, let settings, let folds, let seed):
      data = try? encoder.encode(FoldedNetwork(folds: folds, network: settings, seed: String(seed)))
    }
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private struct ProcessSettings: Encodable {
    let fitting: Int
    let model: MolecularModel
    let sparse: SparseSettings?
  }

  private struct FoldedNetwork: Encodable {
    let folds: Int
    let network: NetworkSettings
    let seed: String
  }

  /// Trains on distinct molecules, on one core.
  ///
  /// - Parameter name: identifies the model's random streams.
  /// - Returns: the model, and its errors on molecules that it was not trained on.
  package func train(
    _ molecules: [Molecule], features: [MolecularInput], values: [Double], name: String
  ) throws(TransferLearningError) -> (payload: SourcePayload, errors: CrossValidatedErrors) {
    switch self {
    case .process(let model):
      let trained = try SourceProcess.train(molecules, features: features, values: values, model: model)
      return (.process(trained.process), trained.errors)
    case .sparseProcess(let model, let settings):
      let trained = try SparseSourceProcess.train(
        molecules, features: features, values: values, model: model, settings: settings)
      return (.sparseProcess(trained.process), trained.errors)
    case .network(_, let settings, let folds, let seed):
      let streams = RandomStreams(seed: seed)
      let inputs = NetworkInputs(features)
      let targets = NetworkTargets(values)
      var stream = streams.stream(.folds, of: name)
      let parts = try Folds(count: folds, rows: values.count, stream: &stream)
      stream = streams.stream(.crossValidation, of: name)
      let errors = try TrainedNetwork.crossValidation(inputs, targets, folds: parts, settings, stream: &stream).errors[
        0]
      stream = streams.stream(.training, of: name)
      let network = try TrainedNetwork.train(inputs, targets, settings, stream: &stream).network
      return (.network(network), errors)
    }
  }
}
