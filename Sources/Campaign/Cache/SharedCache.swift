package import Calculation
import CampaignStore
package import Chemistry
import Files
import Foundation

/// The cache that campaigns share, as one calculator sees it.
package struct SharedCache: CalculationCache {
  private let store: CalculationCacheStore
  private let calculator: String
  private let calculationProtocol: CalculationProtocol
  private let version: String

  /// Opens the cache in a file for a calculator, or makes it.
  ///
  /// - Returns: nil where there is no file, or the calculator has nothing to keep: it runs no programs, or ones that its
  ///   version does not tell apart.
  /// - Throws: `CampaignError` where the file cannot be used.
  package init?(file: String?, calculator: any Calculator, version: String) throws(CampaignError) {
    guard let file, calculator.runsPrograms, calculator.isKnownByVersion else { return nil }
    store = try CampaignError.mapping { try CalculationCacheStore(path: file) }
    // Before anything is calculated that could then not be kept.
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
      let kept = try? JSONDecoder().decode(KeptOutcome.self, from: Data(contents.utf8)), let outcome = kept.outcome
    else {
      throw CacheError(
        path: store.path,
        cause: .damaged(path: store.path, reason: "what it holds of '\(molecule.smiles)' is not an outcome"))
    }
    // What would not be kept today, from a time when it was, is not believed.
    return KeptOutcome(outcome) == nil ? nil : outcome
  }

  package func keep(_ outcome: CalculationOutcome, for molecule: Molecule) throws {
    guard let kept = KeptOutcome(outcome) else { return }
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

  /// A JSON object with a digest as its first key, of what else is in it and of what it is the outcome of: a disk may change a
  /// figure, and the value would still be one.
  private func sealed(_ text: String, _ molecule: Molecule) -> String {
    "\(Self.seal)\(digest(text, molecule))\",\(text.dropFirst())"
  }

  /// The object without its digest; nil where that is wrong. One from the time before there were digests has none.
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
