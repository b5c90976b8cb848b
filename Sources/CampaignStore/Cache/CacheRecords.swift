public import Foundation

/// What an outcome depends on. Only where all five are equal does one calculation stand for another.
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

  /// A key of its five parts.
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

/// What a cache holds of one calculator with one protocol and one pair of versions.
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
  /// How many molecules have an outcome.
  public let molecules: Int
  /// How many of these outcomes are failures.
  public let failures: Int
  /// The size of the outcomes, in bytes.
  public let bytes: Int
  /// When the first of them was kept.
  public let oldest: Date
  /// When the last of them was kept.
  public let newest: Date
}

/// Which outcomes of a cache are meant: those that meet all that is said; all of them where nothing is.
public struct CacheSelection: Sendable, Hashable {
  /// Only those kept before this time.
  public let keptBefore: Date?
  /// Only those of the calculator of this name.
  public let calculator: String?
  /// Only those by a protocol of this name.
  public let `protocol`: String?

  /// A selection; nil leaves a part open.
  public init(keptBefore: Date? = nil, calculator: String? = nil, protocol: String? = nil) {
    self.keptBefore = keptBefore
    self.calculator = calculator
    self.protocol = `protocol`
  }
}

/// What was removed from a cache.
public struct CacheRemoval: Sendable, Hashable, Codable {
  /// How many outcomes, each of one molecule.
  public let molecules: Int
  /// How many of them were failures.
  public let failures: Int
  /// Their size, in bytes.
  public let bytes: Int
}
