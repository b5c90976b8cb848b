public import Files
public import Foundation

/// The kind of a source model, which says how its payload is read.
public enum SourceModelKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// A Gaussian process on all its data.
  case gaussianProcess = "gaussian-process"
  /// A Gaussian process on all its data by way of some inducing molecules; before there were such, one on some of its data.
  case sparseGaussianProcess = "sparse-gaussian-process"
  /// A fully connected network.
  case neuralNetwork = "neural-network"
}

/// A trained source model with all that is to be known of it, as it lies in a library or in a file of its own.
public struct SourceModelDocument: Sendable, Hashable {
  /// What a model predicts.
  public struct PredictedProperty: Sendable, Hashable, Codable {
    /// The name, as `gap`.
    public var name: String
    /// The unit, as `eV`; empty for a number without unit.
    public var unit: String
    /// What it is, in a sentence.
    public var summary: String

    /// A property.
    public init(name: String, unit: String, summary: String) {
      (self.name, self.unit, self.summary) = (name, unit, summary)
    }
  }

  /// What a model sees of a molecule: one representation or several.
  public struct InputRepresentation: Sendable, Hashable, Codable {
    /// The name, as `maccs`; of several in their order, with ", " between them.
    public var name: String
    /// What the numbers depend on beside the name; of several in their order, with "; " between them. Numbers of different
    /// versions must not be compared.
    public var version: String

    /// A representation.
    public init(name: String, version: String) { (self.name, self.version) = (name, version) }
  }

  /// Where a model's data came from.
  public struct Provenance: Sendable, Hashable, Codable {
    /// The file's name, without its folder.
    public var file: String
    /// What tells these data from others, as a ``ContentDigest`` in hexadecimal.
    public var digest: String
    /// The rows that had a value of the property.
    public var rows: Int
    /// The distinct molecules among them.
    public var distinctMolecules: Int

    /// A provenance.
    public init(file: String, digest: String, rows: Int, distinctMolecules: Int) {
      (self.file, self.digest, self.rows, self.distinctMolecules) = (file, digest, rows, distinctMolecules)
    }
  }

  /// How `payload` is read.
  public let kind: SourceModelKind
  /// What is predicted.
  public let property: PredictedProperty
  /// From what.
  public let representation: InputRepresentation
  /// Where the data came from.
  public let provenance: Provenance
  /// How many molecules the model was trained on.
  public let trainingSize: Int
  /// How good models like this one are on molecules they have not seen.
  public let errors: CrossValidatedErrors
  /// The settings of the training, as text that is equal for equal settings (JSON with sorted keys).
  public let settings: String
  /// The seed of the training's random streams.
  public let seed: UInt64
  /// The version of the program that trained it.
  public let programVersion: String
  /// When, to the second.
  public let createdAt: Date
  /// The model itself, by its kind's own coding.
  public let payload: Data

  /// What tells these settings from others.
  public var settingsDigest: ContentDigest { ContentDigest(Data(settings.utf8)) }

  /// A document of its parts.
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
