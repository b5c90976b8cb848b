import Calculation
import CampaignStore
public import Foundation
import Tables

/// What a cache holds, for people and machines.
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
    /// How many molecules have an outcome.
    public let molecules: Int
    /// How many of these outcomes are failures.
    public let failures: Int
    /// The size of the outcomes, in bytes.
    public let bytes: Int
    /// When the first of them was kept, as ISO 8601 in UTC.
    public let oldest: String
    /// When the last of them was kept, as ISO 8601 in UTC.
    public let newest: String
  }

  /// The cache's file.
  public let file: String
  /// What it holds, by calculator, protocol and versions; empty also where there is no file yet.
  public let holdings: [Holding]

  /// Looks into a cache. A file that is not there is not made.
  ///
  /// - Throws: `CampaignError` where the file is not a cache, or is damaged.
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

/// What was removed from a cache.
public struct CachePruning: Sendable, Encodable {
  /// The cache's file.
  public let file: String
  /// How many outcomes were removed, each of one molecule.
  public let molecules: Int
  /// How many of them were failures.
  public let failures: Int
  /// Their size, in bytes.
  public let bytes: Int

  /// Removes from a cache what meets all that is said; all of it where nothing is.
  ///
  /// - Parameters:
  ///   - file: The cache's file. One that is not there is not made.
  ///   - time: Only what was kept before.
  ///   - calculator: Only what the calculator of this name gave.
  ///   - protocolName: Only what was calculated by a protocol of this name.
  /// - Throws: `CampaignError` where the file is not a cache, is damaged, or is being written to for too long.
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

  /// Refuses the name of a calculator that neither is there nor has anything in the cache.
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
