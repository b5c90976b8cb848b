import Calculation
public import Files
public import Foundation
import Stores
import Tables

/// The contents of a cache, for people and machines.
public struct CacheReport: Sendable, Encodable {
  /// The outcomes of one calculator with one protocol and one pair of versions.
  public struct Holding: Sendable, Encodable {
    /// The calculator's name.
    public let calculator: String
    /// The version of its program.
    public let version: String
    /// The version of RDKit.
    public let rdkit: String
    /// The protocol's name.
    public let `protocol`: String
    /// The protocol in one line.
    public let summary: String
    /// The number of molecules with an outcome.
    public let molecules: Int
    /// The number of these outcomes that are failures.
    public let failures: Int
    /// The size of the outcomes, in bytes.
    public let bytes: Int
    /// When the oldest of them was stored, as ISO 8601 in UTC.
    public let oldest: String
    /// When the newest of them was stored, as ISO 8601 in UTC.
    public let newest: String
  }

  /// The cache's file.
  public let file: String
  /// The contents by calculator, protocol and versions; empty if there is no file yet.
  public let holdings: [Holding]

  /// Reads a cache. A missing file is not made.
  ///
  /// - Throws: `CampaignError` if the file is not a cache, or is damaged.
  public init(file: String) throws(CampaignError) {
    self.file = file
    guard FileManager.default.fileExists(atPath: file) else {
      holdings = []
      return
    }
    holdings = try CampaignError.mapping {
      try CalculationCacheStore(path: file).holdings().map {
        Holding(
          calculator: $0.calculator, version: $0.calculatorVersion, rdkit: $0.rdkitVersion, protocol: $0.protocol,
          summary: $0.protocolSummary, molecules: $0.molecules, failures: $0.failures, bytes: $0.bytes,
          oldest: $0.oldest.storedText, newest: $0.newest.storedText)
      }
    }
  }
}

/// The outcomes removed from a cache.
public struct CachePruning: Sendable, Encodable {
  /// The cache's file.
  public let file: String
  /// The number of outcomes removed, each of one molecule.
  public let molecules: Int
  /// The number of them that were failures.
  public let failures: Int
  /// Their size, in bytes.
  public let bytes: Int

  /// Removes the outcomes that meet all given conditions from a cache; without conditions, all of them.
  ///
  /// - Parameters:
  ///   - file: The cache's file. A missing one is not made.
  ///   - time: Only outcomes stored before.
  ///   - calculator: Only outcomes of the calculator of this name.
  ///   - protocolName: Only outcomes under a protocol of this name.
  /// - Throws: `CampaignError` if the file is not a cache, is damaged, or stays busy for too long.
  public init(
    of file: String, keptBefore time: Date? = nil, calculator: String? = nil, protocolName: String? = nil
  ) throws(CampaignError) {
    if let calculator { try Self.requireKnown(calculator, in: file) }
    let removal = try CampaignError.mapping {
      FileManager.default.fileExists(atPath: file)
        ? try CalculationCacheStore(path: file).remove(
          CacheSelection(keptBefore: time, calculator: calculator, protocol: protocolName))
        : nil
    }
    self.file = file
    molecules = removal?.molecules ?? 0
    failures = removal?.failures ?? 0
    bytes = removal?.bytes ?? 0
  }

  /// Rejects the name of a calculator that neither exists nor has outcomes in the cache.
  private static func requireKnown(_ calculator: String, in file: String) throws(CampaignError) {
    let kept = Set(try CacheReport(file: file).holdings.map(\.calculator)).sorted()
    let names = Calculators.all.map(\.name)
    guard !kept.contains(calculator), !names.contains(calculator) else { return }
    throw CampaignError(
      .input,
      "There is no calculator '\(calculator)', and the cache has \(kept.isEmpty ? "nothing" : kept.joined(separator: ", "))."
        + suggestion(for: calculator, among: kept + names))
  }
}
