internal import Chemistry
internal import Files
public import Foundation

/// A network that predicts several source properties, each by an output of its own of the same hidden layers.
///
/// It knows the molecules whose values it was trained on, by hashes of their canonical SMILES.
public struct SharedNetwork: Sendable {
  /// A property that the network predicts.
  public struct Head: Sendable, Hashable, Codable {
    /// The property.
    public let property: SourceModelDocument.PredictedProperty
    /// The method that calculated its values, such as `GFN2-xTB`.
    public let method: String
    /// The number of molecules with a value of it that the network was trained on.
    public let trainingSize: Int
    /// The errors of such a network for molecules that it was not trained on.
    public let errors: CrossValidatedErrors

    /// Creates the description of an output.
    public init(
      property: SourceModelDocument.PredictedProperty, method: String, trainingSize: Int, errors: CrossValidatedErrors
    ) {
      (self.property, self.method) = (property, method)
      (self.trainingSize, self.errors) = (trainingSize, errors)
    }
  }

  /// The origin of a network.
  public struct Origin: Sendable, Hashable, Codable {
    /// The representations of its inputs.
    public let representation: SourceModelDocument.InputRepresentation
    /// The name of the table of its values, without a folder.
    public let file: String
    /// The digest of this table, a `ContentDigest` in hexadecimal.
    public let digest: String
    /// The settings of the training, as text that is equal for equal settings.
    public let settings: String
    /// The seed of the training's random streams, as text, because not every JSON reader preserves 64-bit numbers.
    public let seed: String
    /// The version of the program that trained it.
    public let programVersion: String
    /// The time of its training, to the second.
    public let createdAt: Date

    /// Creates the description of a network's origin.
    public init(
      representation: SourceModelDocument.InputRepresentation, file: String, digest: String, settings: String,
      seed: UInt64, programVersion: String, createdAt: Date
    ) {
      (self.representation, self.file, self.digest) = (representation, file, digest)
      (self.settings, self.seed, self.programVersion) = (settings, String(seed), programVersion)
      self.createdAt = Date(timeIntervalSince1970: createdAt.timeIntervalSince1970.rounded())
    }
  }

  /// The properties, in the order of the network's outputs.
  public let heads: [Head]
  /// Where the network comes from.
  public let origin: Origin
  /// The network.
  public var network: TrainedNetwork { reference.network }
  private let reference: NetworkReference
  /// For each molecule with a value, by the hash of its canonical SMILES, the set of its properties: the bit of each is
  /// its place among the heads.
  let known: [UInt64: UInt32]

  /// Creates a shared network.
  ///
  /// - Parameter values: for each head the canonical SMILES of the molecules whose values it was trained on.
  public init(heads: [Head], origin: Origin, network: TrainedNetwork, values: [[String]]) {
    var known: [UInt64: UInt32] = [:]
    for (place, smiles) in values.enumerated() {
      for text in smiles { known[stableHashValue(text.utf8), default: 0] |= 1 << UInt32(place) }
    }
    self.init(heads: heads, origin: origin, network: network, known: known)
  }

  init(heads: [Head], origin: Origin, network: TrainedNetwork, known: [UInt64: UInt32]) {
    precondition(heads.count == network.outputCount && heads.count <= 32, "One head for each output, 32 at most.")
    (self.heads, self.origin, self.known) = (heads, origin, known)
    reference = NetworkReference(network)
    let names = heads.map(\.property.name).joined(separator: ",")
    version = stableHash(
      [
        names, origin.representation.name, origin.representation.version, origin.digest, origin.settings, origin.seed,
        ContentDigest(network.payload).description,
      ].joined(separator: "\n"))
  }

  /// The version as a campaign's record has it.
  package var versionWithName: String { "\(LibraryName.builtIn) \(version)" }

  /// Identifies the data, the representations, the settings and the weights: networks that differ in any of them differ
  /// in it. The weights do not follow from the others: they depend on the processor and on OpenBLAS too.
  public let version: String

  /// The place of a property among the heads; nil if the network does not predict it.
  public func place(of property: String) -> Int? { heads.firstIndex { $0.property.name == property } }

  /// The number of molecules whose value of a head's property the network was trained on, among some in canonical
  /// SMILES.
  public func knownCount(of place: Int, among smiles: some Sequence<String>) -> Int {
    smiles.reduce(0) { $0 + ((known[stableHashValue($1.utf8)] ?? 0) >> UInt32(place) & 1 == 1 ? 1 : 0) }
  }

  /// A head as a source model.
  ///
  /// - Throws: `TransferLearningError.otherRepresentation` if this program computes other features.
  public func sourceModel(_ place: Int, name: String) throws(TransferLearningError) -> SourceModel {
    SourceModel(
      name: name, property: heads[place].property.name, representations: try origin.representation.representations(),
      head: NetworkHead(
        reference: reference, place: place, deviation: heads[place].errors.rootMeanSquareError))
  }

  /// The size of the network's weights, in bytes.
  public var byteCount: Int { MemoryLayout<Float>.size * network.shape.parameterCount }

  /// A head as a document.
  ///
  /// - Parameter hasPayload: whether it has the network, or only says what is known of the head.
  public func document(_ place: Int, hasPayload: Bool = true) -> SourceModelDocument {
    let head = heads[place]
    return SourceModelDocument(
      kind: .sharedNetwork, property: head.property, representation: origin.representation,
      provenance: .init(
        file: origin.file, digest: origin.digest, rows: head.trainingSize, distinctMolecules: head.trainingSize),
      trainingSize: head.trainingSize, errors: head.errors, settings: origin.settings, seed: UInt64(origin.seed) ?? 0,
      programVersion: origin.programVersion, createdAt: origin.createdAt,
      payload: hasPayload ? SourcePayload.payload(of: network, head: place) : Data())
  }
}
