public import Foundation

/// The identity of a source model: a library holds one model for each key.
public struct SourceModelKey: Sendable, Hashable, Codable {
  /// The property's name.
  public let property: String
  /// The representation's name.
  public let representation: String
  /// The version of its numbers.
  public let representationVersion: String
  /// The kind of the model, such as `gaussian-process`.
  public let kind: String
  /// Identifies the training data.
  public let dataDigest: String
  /// Identifies the training settings.
  public let settingsDigest: String

  /// Makes a key from its parts.
  public init(
    property: String, representation: String, representationVersion: String, kind: String, dataDigest: String,
    settingsDigest: String
  ) {
    (self.property, self.representation) = (property, representation)
    (self.representationVersion, self.kind) = (representationVersion, kind)
    (self.dataDigest, self.settingsDigest) = (dataDigest, settingsDigest)
  }
}

/// The facts about a source model that do not require its document.
public struct SourceModelEntry: Sendable, Hashable, Codable {
  /// Its identity.
  public let key: SourceModelKey
  /// The property's unit; empty for a number without unit.
  public let unit: String
  /// The number of molecules it was trained on.
  public let trainingSize: Int
  /// The cross-validated mean absolute error, in the unit.
  public let meanAbsoluteError: Double
  /// The cross-validated root mean square error, in the unit.
  public let rootMeanSquareError: Double
  /// The cross-validated coefficient of determination, if it is defined.
  public let rSquared: Double?
  /// The mean logarithm of the predictive density, if the model has one.
  public let logDensity: Double?
  /// The share of values within one standard deviation, if the model has one.
  public let coverage: Double?
  /// When the model was trained.
  public let createdAt: Date

  /// Makes an entry from its parts.
  public init(
    key: SourceModelKey, unit: String, trainingSize: Int, meanAbsoluteError: Double, rootMeanSquareError: Double,
    rSquared: Double?, logDensity: Double?, coverage: Double?, createdAt: Date
  ) {
    (self.key, self.unit, self.trainingSize) = (key, unit, trainingSize)
    (self.meanAbsoluteError, self.rootMeanSquareError) = (meanAbsoluteError, rootMeanSquareError)
    (self.rSquared, self.logDensity, self.coverage) = (rSquared, logDensity, coverage)
    self.createdAt = createdAt
  }
}

/// A source model in a library.
public struct SourceModelRecord: Sendable, Hashable, Codable {
  /// Its number in the library, which is never reused.
  public let id: Int
  /// The facts about it.
  public let entry: SourceModelEntry
  /// The size of its document, in bytes.
  public let size: Int

  /// Makes a record from its parts.
  public init(id: Int, entry: SourceModelEntry, size: Int) { (self.id, self.entry, self.size) = (id, entry, size) }
}

/// The selected models of a library and their order: those that meet all given conditions; without conditions, all.
public struct SourceModelQuery: Sendable, Hashable {
  /// The order of models; ties are ordered by number.
  public enum Order: String, Sendable, Hashable, Codable, CaseIterable {
    /// By property, representation and kind.
    case name
    /// The smallest mean absolute error first, within each property and unit.
    case meanAbsoluteError
    /// The greatest R² first; models without one come last.
    case rSquared
    /// The most molecules first.
    case trainingSize
    /// The last one trained first.
    case newest
  }

  /// Only those of a property of this name.
  public var property: String?
  /// Only those with this unit.
  public var unit: String?
  /// Only those on a representation of this name.
  public var representation: String?
  /// Only those of this kind.
  public var kind: String?
  /// Only those with at most this mean absolute error.
  public var meanAbsoluteErrorAtMost: Double?
  /// Only those with at most this root mean square error.
  public var rootMeanSquareErrorAtMost: Double?
  /// Only those with at least this R².
  public var rSquaredAtLeast: Double?
  /// Only those trained on at least this number of molecules.
  public var trainingSizeAtLeast: Int?
  /// The order.
  public var order: Order

  /// A query; nil sets no condition.
  public init(
    property: String? = nil, unit: String? = nil, representation: String? = nil, kind: String? = nil,
    meanAbsoluteErrorAtMost: Double? = nil, rootMeanSquareErrorAtMost: Double? = nil, rSquaredAtLeast: Double? = nil,
    trainingSizeAtLeast: Int? = nil, order: Order = .name
  ) {
    (self.property, self.unit, self.representation, self.kind) = (property, unit, representation, kind)
    self.meanAbsoluteErrorAtMost = meanAbsoluteErrorAtMost
    self.rootMeanSquareErrorAtMost = rootMeanSquareErrorAtMost
    self.rSquaredAtLeast = rSquaredAtLeast
    self.trainingSizeAtLeast = trainingSizeAtLeast
    self.order = order
  }
}
