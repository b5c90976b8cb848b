public import Foundation

/// What tells a source model from others: of one key a library holds one model.
public struct SourceModelKey: Sendable, Hashable, Codable {
  /// The property's name.
  public let property: String
  /// The representation's name.
  public let representation: String
  /// The version of its numbers.
  public let representationVersion: String
  /// The kind of the model, as `gaussian-process`.
  public let kind: String
  /// What tells the data trained on from others.
  public let dataDigest: String
  /// What tells the settings of the training from others.
  public let settingsDigest: String

  /// A key of its parts.
  public init(
    property: String, representation: String, representationVersion: String, kind: String, dataDigest: String,
    settingsDigest: String
  ) {
    (self.property, self.representation) = (property, representation)
    (self.representationVersion, self.kind) = (representationVersion, kind)
    (self.dataDigest, self.settingsDigest) = (dataDigest, settingsDigest)
  }
}

/// What is to be known of a source model without reading its document.
public struct SourceModelEntry: Sendable, Hashable, Codable {
  /// What tells it from others.
  public let key: SourceModelKey
  /// The property's unit; empty for a number without unit.
  public let unit: String
  /// The molecules trained on.
  public let trainingSize: Int
  /// The cross-validated mean absolute error, in the unit.
  public let meanAbsoluteError: Double
  /// The cross-validated root mean square error, in the unit.
  public let rootMeanSquareError: Double
  /// The cross-validated coefficient of determination, where there is one.
  public let rSquared: Double?
  /// The mean logarithm of the predictive density, where there is one.
  public let logDensity: Double?
  /// The share of values within one standard deviation, where there is one.
  public let coverage: Double?
  /// When the model was trained.
  public let createdAt: Date

  /// An entry of its parts.
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
  /// Its number in the library, never given to another.
  public let id: Int
  /// What is to be known of it.
  public let entry: SourceModelEntry
  /// The size of its document, in bytes.
  public let size: Int
}

/// Which models of a library are meant, and in which order: those that meet all that is said; all where nothing is.
public struct SourceModelQuery: Sendable, Hashable {
  /// What models are put in order by, the number last.
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
  /// Only those in this unit.
  public var unit: String?
  /// Only those on a representation of this name.
  public var representation: String?
  /// Only those of this kind.
  public var kind: String?
  /// Only those with no greater mean absolute error.
  public var meanAbsoluteErrorAtMost: Double?
  /// Only those with no greater root mean square error.
  public var rootMeanSquareErrorAtMost: Double?
  /// Only those with an R² that is no smaller.
  public var rSquaredAtLeast: Double?
  /// Only those trained on no fewer molecules.
  public var trainingSizeAtLeast: Int?
  /// The order.
  public var order: Order

  /// A query; nil leaves a part open.
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
