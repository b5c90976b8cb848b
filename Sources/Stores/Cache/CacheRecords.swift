public import Foundation

/// The key of an outcome. An outcome is reused only if all five parts are equal.
public struct CacheKey: Sendable, Hashable {
  /// The molecule's canonical SMILES.
  public let smiles: String
  /// The calculator's name.
  public let calculator: String
  /// The calculator's protocol as JSON with sorted keys, without the sentence that describes it.
  public let `protocol`: String
  /// The version of the calculator's program.
  public let calculatorVersion: String
  /// The version of RDKit, which wrote the SMILES and embedded the conformers.
  public let rdkitVersion: String

  /// Makes a key from its five parts.
  public init(
    smiles: String, calculator: String, protocol: String, calculatorVersion: String, rdkitVersion: String
  ) {
    self.smiles = smiles
    self.calculator = calculator
    self.protocol = `protocol`
    self.calculatorVersion = calculatorVersion
    self.rdkitVersion = rdkitVersion
  }
}

/// A summary of the outcomes of one calculator with one protocol and one pair of versions.
public struct CacheHolding: Sendable, Hashable, Codable {
  /// The calculator's name.
  public let calculator: String
  /// The protocol's name.
  public let `protocol`: String
  /// The protocol in one line.
  public let protocolSummary: String
  /// The version of the calculator's program.
  public let calculatorVersion: String
  /// The version of RDKit.
  public let rdkitVersion: String
  /// The number of molecules with an outcome.
  public let molecules: Int
  /// The number of these outcomes that are failures.
  public let failures: Int
  /// The size of the outcomes, in bytes.
  public let bytes: Int
  /// When the oldest of them was stored.
  public let oldest: Date
  /// When the newest of them was stored.
  public let newest: Date
}

/// The selected outcomes of a cache: those that meet all given conditions; without conditions, all.
public struct CacheSelection: Sendable, Hashable {
  /// Only those stored before this time.
  public let keptBefore: Date?
  /// Only those of the calculator of this name.
  public let calculator: String?
  /// Only those by a protocol of this name.
  public let `protocol`: String?

  /// A selection; nil sets no condition.
  public init(keptBefore: Date? = nil, calculator: String? = nil, protocol: String? = nil) {
    self.keptBefore = keptBefore
    self.calculator = calculator
    self.protocol = `protocol`
  }
}

/// The outcomes removed from a cache.
public struct CacheRemoval: Sendable, Hashable, Codable {
  /// The number of outcomes, each of one molecule.
  public let molecules: Int
  /// The number of them that were failures.
  public let failures: Int
  /// Their size, in bytes.
  public let bytes: Int
}
