package import Calculation
package import Chemistry
package import Files
import Foundation
public import Stores

/// The shared cache for one calculator.
package struct SharedCache: CalculationCache {
  private let store: CalculationCacheStore
  private let calculator: String
  private let calculationProtocol: CalculationProtocol
  private let version: String

  /// Opens the cache in a file for a calculator, or makes it.
  ///
  /// - Returns: nil if there is no file, or if the calculator's outcomes cannot be cached: it runs no programs, or its
  ///   version does not distinguish them.
  /// - Throws: `CampaignError` if the file cannot be used.
  package init?(file: String?, calculator: any Calculator, version: String) throws(CampaignError) {
    guard let file, calculator.runsPrograms, calculator.isKnownByVersion else { return nil }
    store = try CampaignError.mapping { try CalculationCacheStore(path: file) }
    // Checked before anything is calculated that could then not be stored.
    guard FileManager.default.isWritableFile(atPath: file) else {
      throw CampaignError(CacheError(path: file, cause: .notWritable(path: file)))
    }
    self.calculator = calculator.name
    calculationProtocol = calculator.calculationProtocol
    self.version = version
  }

  package func outcome(for molecule: Molecule) throws -> CalculationOutcome? {
    guard let text = try store.outcome(for: key(molecule)) else { return nil }
    guard let contents = opened(text, molecule),
      let kept = try? JSONDecoder().decode(CachedOutcome.self, from: Data(contents.utf8)), let outcome = kept.outcome
    else {
      throw CacheError(
        path: store.path,
        cause: .damaged(path: store.path, reason: "what it holds of '\(molecule.smiles)' is not an outcome"))
    }
    // Ignore entries from earlier versions that today's rules would not cache.
    return CachedOutcome(outcome) == nil ? nil : outcome
  }

  package func keep(_ outcome: CalculationOutcome, for molecule: Molecule) throws {
    guard let kept = CachedOutcome(outcome) else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(kept), as: UTF8.self)
    // A large file that is being pruned is busy for minutes, and a calculation may have taken hours.
    try store.keep(
      sealed(text, molecule), failureClass: kept.failure?.failureClass.rawValue, for: key(molecule),
      summary: calculationProtocol.summary
    ) { busy in
      busy < .seconds(600) && !Task.isCancelled
    }
  }

  // MARK: Digests

  private static let seal = "{\"digest\":\""
  private static let digestLength = 64

  /// A JSON object whose first key is a digest of its other contents and of the molecule. It detects a digit changed by
  /// the disk, which would otherwise give a wrong but valid value.
  private func sealed(_ text: String, _ molecule: Molecule) -> String {
    "\(Self.seal)\(digest(text, molecule))\",\(text.dropFirst())"
  }

  /// The object without its digest; nil if the digest is wrong. Older objects have none.
  private func opened(_ text: String, _ molecule: Molecule) -> String? {
    guard text.hasPrefix(Self.seal) else { return text }
    let rest = text.dropFirst(Self.seal.count)
    let (found, contents) = (rest.prefix(Self.digestLength), "{" + rest.dropFirst(Self.digestLength + 2))
    return found == digest(contents, molecule) ? contents : nil
  }

  private func digest(_ text: String, _ molecule: Molecule) -> String {
    let key = key(molecule)
    let parts = [key.smiles, key.calculator, key.protocol, key.calculatorVersion, key.rdkitVersion, text]
    return ContentDigest(Data(parts.joined(separator: "\n").utf8)).description
  }

  private func key(_ molecule: Molecule) -> CacheKey {
    CacheKey(
      smiles: molecule.smiles, calculator: calculator, protocol: calculationProtocol.json, calculatorVersion: version,
      rdkitVersion: ChemistryVersion.rdkit)
  }
}

extension CacheError: ReportedError {
  package var reportedKind: CampaignError.Kind { cause.reportedKind }
  /// The error with the options that avoid it.
  package var reportedMessage: String {
    "\(self) Name another file with --cache, or calculate without a cache with --no-cache."
  }
}
