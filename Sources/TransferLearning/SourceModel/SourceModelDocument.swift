public import Files
public import Foundation

/// The kind of a source model, which determines how its payload is read.
public enum SourceModelKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// A Gaussian process on all its data.
  case gaussianProcess = "gaussian-process"
  /// A sparse Gaussian process on all its data through inducing molecules; in older versions, an exact one on a subset.
  case sparseGaussianProcess = "sparse-gaussian-process"
  /// A fully connected network.
  case neuralNetwork = "neural-network"
  /// An output of a fully connected network that has several, such as the built-in one.
  case sharedNetwork = "shared-network"
}

/// A trained source model with its description, as stored in a library or in a separate file.
public struct SourceModelDocument: Sendable, Hashable {
  /// The property that a model predicts.
  public struct PredictedProperty: Sendable, Hashable, Codable {
    /// The name, such as `gap`.
    public var name: String
    /// The unit, such as `eV`; empty for a number without unit.
    public var unit: String
    /// A sentence that describes it.
    public var summary: String

    /// A property.
    public init(name: String, unit: String, summary: String) {
      (self.name, self.unit, self.summary) = (name, unit, summary)
    }
  }

  /// The representation, or several, that a model uses.
  public struct InputRepresentation: Sendable, Hashable, Codable {
    /// The name, such as `maccs`; several names are in order and separated by ", ".
    public var name: String
    /// The versions that the numbers depend on; several are in order and separated by "; ". Numbers of different
    /// versions must not be compared.
    public var version: String

    /// A representation.
    public init(name: String, version: String) { (self.name, self.version) = (name, version) }
  }

  /// The origin of a model's data.
  public struct Provenance: Sendable, Hashable, Codable {
    /// The file's name, without its folder.
    public var file: String
    /// The digest of the data, a `ContentDigest` in hexadecimal.
    public var digest: String
    /// The number of rows with a value of the property.
    public var rows: Int
    /// The number of distinct molecules in these rows.
    public var distinctMolecules: Int

    /// A provenance.
    public init(file: String, digest: String, rows: Int, distinctMolecules: Int) {
      (self.file, self.digest, self.rows, self.distinctMolecules) = (file, digest, rows, distinctMolecules)
    }
  }

  /// The kind, which determines how `payload` is read.
  public let kind: SourceModelKind
  /// The predicted property.
  public let property: PredictedProperty
  /// The representation of molecules.
  public let representation: InputRepresentation
  /// The origin of the data.
  public let provenance: Provenance
  /// The number of molecules that the model was trained on.
  public let trainingSize: Int
  /// The cross-validated errors of this kind of model on unseen molecules.
  public let errors: CrossValidatedErrors
  /// The settings of the training, as text that is equal for equal settings (JSON with sorted keys).
  public let settings: String
  /// The seed of the training's random streams.
  public let seed: UInt64
  /// The version of the program that trained it.
  public let programVersion: String
  /// The time of its creation, to the second.
  public let createdAt: Date
  /// The model itself, encoded by its kind.
  public let payload: Data

  /// The digest of the settings.
  public var settingsDigest: ContentDigest { ContentDigest(Data(settings.utf8)) }

  /// Creates a document from its parts.
  public init(
    kind: SourceModelKind, property: PredictedProperty, representation: InputRepresentation, provenance: Provenance,
    trainingSize: Int, errors: CrossValidatedErrors, settings: String, seed: UInt64, programVersion: String,
    createdAt: Date, payload: Data
  ) {
    (self.kind, self.property, self.representation, self.provenance) = (kind, property, representation, provenance)
    (self.trainingSize, self.errors, self.settings, self.seed) = (trainingSize, errors, settings, seed)
    self.programVersion = programVersion
    self.createdAt = Date(timeIntervalSince1970: createdAt.timeIntervalSince1970.rounded())
    self.payload = payload
  }
}
