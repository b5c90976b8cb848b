internal import Chemistry
internal import Files
public import Foundation
public import GaussianProcess

/// The payload of a source model's document, by its kind.
///
/// A process is JSON with sorted keys: the version of the coding and the process. A network has its own coding, which
/// follows the place of the output, in 4 bytes, if it is a shared one.
///
/// Versions of a process's coding: version 1 had no calibration; up to version 2 a process stored as sparse was an
/// exact one on a subset of its data; from version 3 on it has inducing molecules. All versions are read.
public enum SourcePayload: Sendable, Hashable {
  /// A process on all its data; in older versions, also on a subset.
  case process(SourceProcess)
  /// A sparse process on all its data through inducing molecules.
  case sparseProcess(SparseSourceProcess)
  /// A network with one output.
  case network(TrainedNetwork)
  /// One of the outputs of a network.
  case sharedNetwork(TrainedNetwork, head: Int)

  private static let codingVersion = 3

  private struct Envelope: Codable {
    var process: SourceProcess?
    var sparse: SparseSourceProcess?
    let version: Int
  }

  private struct Version: Decodable {
    let version: Int
  }

  /// Reads the payload of a document.
  ///
  /// - Throws: `TransferLearningError.newerFormat`, or `.unreadable` if the bytes do not match the document's kind.
  public init(of document: SourceModelDocument) throws(TransferLearningError) {
    switch document.kind {
    case .neuralNetwork:
      let network = try TrainedNetwork(payload: document.payload)
      guard network.outputCount == 1 else {
        throw .unreadable(what: "neural network", reason: "it has \(network.outputCount) outputs")
      }
      self = .network(network)
    case .sharedNetwork:
      var reader = ByteReader(document.payload, of: "shared network")
      let place = Int(try reader.integer(UInt32.self))
      let network = try TrainedNetwork(payload: document.payload.dropFirst(4))
      guard place < network.outputCount else {
        throw .unreadable(what: "shared network", reason: "it has no output \(place)")
      }
      self = .sharedNetwork(network, head: place)
    case .gaussianProcess, .sparseGaussianProcess:
      self = try Self.process(document.payload, kind: document.kind)
    }
  }

  private static func process(
    _ payload: Data, kind: SourceModelKind
  ) throws(TransferLearningError) -> SourcePayload {
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
      throw .unreadable(what: what, reason: decodingProblem(error))
    }
    switch (envelope.process, envelope.sparse) {
    case (let process?, nil):
      guard process.isWhole else { throw .unreadable(what: what, reason: "its numbers are inconsistent") }
      return .process(process)
    case (nil, let process?) where kind == .sparseGaussianProcess:
      guard process.isWhole else { throw .unreadable(what: what, reason: "its numbers are inconsistent") }
      return .sparseProcess(process)
    default: throw .unreadable(what: what, reason: "it must have one process, of its document's kind")
    }
  }

  /// The bytes for a document; the same payload has the same bytes.
  ///
  /// - Throws: `TransferLearningError.invalidSetting` if a number is infinite or not a number.
  public func encoded() throws(TransferLearningError) -> Data {
    let envelope: Envelope
    switch self {
    case .network(let network): return network.payload
    case .sharedNetwork(let network, let head): return Self.payload(of: network, head: head)
    case .process(let process): envelope = Envelope(process: process, version: Self.codingVersion)
    case .sparseProcess(let process): envelope = Envelope(sparse: process, version: Self.codingVersion)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return try encoder.encode(envelope)
    } catch {
      throw .invalidSetting("The fitted process has numbers that are not finite: train it on other values.")
    }
  }

  /// The bytes of one of the outputs of a network.
  static func payload(of network: TrainedNetwork, head: Int) -> Data {
    var writer = ByteWriter()
    writer.write(UInt32(head))
    writer.write(network.payload)
    return writer.data
  }

  /// The canonical SMILES of the molecules whose features are needed to evaluate the model; empty for a network.
  public var molecules: [String] {
    switch self {
    case .process(let process): process.molecules
    case .sparseProcess(let process): process.molecules
    case .network, .sharedNetwork: []
    }
  }

  /// The standard deviation of an observation's noise, in the property's unit; 0 for a network, which has none.
  package var noise: Double {
    switch self {
    case .process(let process): process.calibration * process.noise
    case .sparseProcess(let process): process.noise
    case .network, .sharedNetwork: 0
    }
  }

  /// The difference of the model from an exact process on the same data; nil for a model that is not an approximation.
  public var approximation: ApproximationError? {
    if case .sparseProcess(let process) = self { return process.approximation }
    return nil
  }

  /// The model for a transferred prior.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - document: the document of this payload.
  ///   - features: the features of ``molecules``, in their order, by the document's representations.
  /// - Throws: `TransferLearningError`, including `.otherRepresentation`.
  public func sourceModel(
    name: String, of document: SourceModelDocument, features: [MolecularInput]
  ) throws(TransferLearningError) -> SourceModel {
    let representations = try document.representation.representations()
    switch self {
    case .process(let process):
      try process.model.check(process.scalings, representations: representations, features: features)
      return try process.sourceModel(name: name, property: document.property.name, features: features)
    case .sparseProcess(let process):
      try process.model.check(process.scalings, representations: representations, features: features)
      return try process.sourceModel(name: name, property: document.property.name, features: features)
    case .network(let network):
      let scaling = network.targetScaling
      return SourceModel(
        name: name, property: document.property.name, representations: representations, network: network,
        average: scaling.means[0], spread: scaling.deviations[0] > 0 ? scaling.deviations[0] : 1)
    case .sharedNetwork(let network, let head):
      return SourceModel(
        name: name, property: document.property.name, representations: representations,
        head: NetworkHead(
          reference: NetworkReference(network), place: head, deviation: document.errors.rootMeanSquareError))
    }
  }
}

extension SourceProcess {
  /// Whether there is one value for each molecule, and the model's number of coordinates and scalings.
  fileprivate var isWhole: Bool {
    molecules.count == values.count && values.count >= 2 && values.allSatisfy(\.isFinite) && noise.isFinite
      && noise >= 0 && calibration.isFinite && calibration > 0 && model.takes(scalings, coordinates: coordinates)
  }
}

extension SparseSourceProcess {
  /// Whether the sizes match the number of inducing molecules, and there is the model's number of coordinates and
  /// scalings.
  fileprivate var isWhole: Bool {
    observations >= 2 && [centre, average, noise, jitter].allSatisfy(\.isFinite) && noise >= 0 && jitter >= 0
      && [deviation, spread].allSatisfy { $0.isFinite && $0 > 0 } && !molecules.isEmpty
      && projected.count == molecules.count && projected.allSatisfy(\.isFinite)
      && information.matrix(rows: molecules.count) != nil && model.takes(scalings, coordinates: coordinates)
  }
}

extension MolecularModel {
  /// Whether these give a valid kernel.
  fileprivate func takes(_ scalings: [DescriptorScaling], coordinates: [Double]) -> Bool {
    !terms.isEmpty && scalings.count == representations.count
      && scalings.allSatisfy { $0.averages.count == $0.deviations.count }
      && zip(representations, scalings).allSatisfy { $0.kind != .reals || !$1.averages.isEmpty }
      // Beyond these limits the exponential of a coordinate, a length or a scale, is not usable.
      && coordinates.allSatisfy { abs($0) < 100 }
      && kernel(scalings: scalings).hyperparameters.count == coordinates.count
  }

  /// Rejects representations other than the document's, and scalings for another number of descriptors.
  fileprivate func check(
    _ scalings: [DescriptorScaling], representations: [Representation], features: [MolecularInput]
  ) throws(TransferLearningError) {
    guard self.representations == representations else {
      throw .unreadable(what: "Gaussian process", reason: "it uses other representations than its document states")
    }
    let fits = features.allSatisfy { input in
      zip(input.features, scalings).allSatisfy { features, scaling in
        guard case .reals(let values) = features else { return true }
        return values.count == scaling.averages.count
      }
    }
    guard fits else { throw .unreadable(what: "Gaussian process", reason: "its scalings are of other descriptors") }
  }
}
