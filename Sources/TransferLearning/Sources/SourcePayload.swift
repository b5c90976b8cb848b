internal import Chemistry
public import Foundation
public import GaussianProcess

/// What a source model's document carries as its payload, by its kind.
///
/// A process is JSON with sorted keys: the version of the coding and the process. A network is its own coding.
public enum SourcePayload: Sendable, Hashable {
  /// A process, on all its data or on some.
  case process(SourceProcess)
  /// A network of one output.
  case network(TrainedNetwork)

  private static let codingVersion = 2

  private struct Envelope: Codable {
    let process: SourceProcess
    let version: Int
  }

  private struct Version: Decodable {
    let version: Int
  }

  /// The payload of a document.
  ///
  /// - Throws: `TransferLearningError.newerFormat`, or `.unreadable` where the bytes are not those of the document's kind.
  public init(of document: SourceModelDocument) throws(TransferLearningError) {
    switch document.kind {
    case .neuralNetwork:
      let network = try TrainedNetwork(payload: document.payload)
      guard network.outputCount == 1 else {
        throw .unreadable(what: "neural network", reason: "it has \(network.outputCount) outputs")
      }
      self = .network(network)
    case .gaussianProcess, .sparseGaussianProcess:
      self = .process(try Self.process(document.payload))
    }
  }

  private static func process(_ payload: Data) throws(TransferLearningError) -> SourceProcess {
    let what = "Gaussian process"
    let envelope: Envelope
    do {
      let version = try JSONDecoder().decode(Version.self, from: payload).version
      guard version <= codingVersion else {
        throw TransferLearningError.newerFormat(what: what, version: version, newestKnown: codingVersion)
      }
      envelope = try JSONDecoder().decode(Envelope.self, from: payload)
    } catch let error as TransferLearningError {
      throw error
    } catch {
      throw .unreadable(what: what, reason: "\(error)")
    }
    let process = envelope.process
    guard process.isWhole else { throw .unreadable(what: what, reason: "its numbers do not belong together") }
    return process
  }

  /// The bytes for a document; the same payload has the same bytes.
  ///
  /// - Throws: `TransferLearningError.invalidSetting` where a number is infinite or none.
  public func encoded() throws(TransferLearningError) -> Data {
    switch self {
    case .network(let network): return network.payload
    case .process(let process):
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      do {
        return try encoder.encode(Envelope(process: process, version: Self.codingVersion))
      } catch {
        throw .invalidSetting("The fitted process has numbers that are not finite: train it on other values.")
      }
    }
  }

  /// The canonical SMILES of the molecules whose features it takes to ask the model; none for a network.
  public var molecules: [String] {
    switch self {
    case .process(let process): process.molecules
    case .network: []
    }
  }

  /// The model that a transferred prior asks.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - document: whose payload this is.
  ///   - features: those of ``molecules``, in their order, by the document's representations.
  /// - Throws: `TransferLearningError`, `.otherRepresentation` among them.
  public func sourceModel(
    name: String, of document: SourceModelDocument, features: [MolecularInput]
  ) throws(TransferLearningError) -> SourceModel {
    let representations = try document.representation.representations()
    switch self {
    case .process(let process):
      guard process.model.representations == representations else {
        throw .unreadable(what: "Gaussian process", reason: "it sees other representations than its document says")
      }
      guard process.fits(features) else {
        throw .unreadable(what: "Gaussian process", reason: "its scalings are of other descriptors")
      }
      return try process.sourceModel(name: name, property: document.property.name, features: features)
    case .network(let network):
      let scaling = network.targetScaling
      return SourceModel(
        name: name, property: document.property.name, representations: representations, network: network,
        average: scaling.means[0], spread: scaling.deviations[0] > 0 ? scaling.deviations[0] : 1)
    }
  }
}

extension SourceProcess {
  /// Whether there is one value for each molecule, and as many coordinates and scalings as the model wants.
  fileprivate var isWhole: Bool {
    molecules.count == values.count && values.count >= 2 && values.allSatisfy(\.isFinite) && noise.isFinite
      && noise >= 0 && calibration.isFinite && calibration > 0
      && !model.terms.isEmpty
      && scalings.count == model.representations.count
      && scalings.allSatisfy { $0.averages.count == $0.deviations.count }
      && zip(model.representations, scalings).allSatisfy { $0.kind != .reals || !$1.averages.isEmpty }
      // Beyond these the exponential of a coordinate, a length or a scale, is no number to calculate with.
      && coordinates.allSatisfy { abs($0) < 100 }
      && model.kernel(scalings: scalings).hyperparameters.count == coordinates.count
  }

  /// Whether the scalings are of as many descriptors as molecules have here.
  fileprivate func fits(_ features: [MolecularInput]) -> Bool {
    features.allSatisfy { input in
      zip(input.features, scalings).allSatisfy { features, scaling in
        guard case .reals(let values) = features else { return true }
        return values.count == scaling.averages.count
      }
    }
  }
}
