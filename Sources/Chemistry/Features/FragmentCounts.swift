import CRDKit
import Files
import Foundation
import Synchronization

/// The number of occurrences of each of RDKit's functional groups in a molecule (esters, nitriles, thiazole rings, …):
/// the `fr_…` counts.
///
/// The patterns are those of `FragmentDescriptors.csv` in RDKit's data: the folder `Data` below `RDBASE` if that is
/// set, otherwise what came with Cohobate, or else that of Debian's package rdkit-data. The file is read once.
///
/// Matches of the same atoms count once.
@safe public final class FragmentCounts: Sendable {
  /// The names of the groups, "fr_Al_COO", in alphabetical order of their bytes.
  public let names: [String]
  /// The SMARTS pattern of each of ``names``.
  public let patterns: [String]
  /// A digest of names and patterns, of 16 hexadecimal digits.
  public let digest: String
  // Never changed after `init`; C++ reads it from any thread.
  nonisolated(unsafe) private let handle: OpaquePointer

  private static let loaded = Mutex<FragmentCounts?>(nil)

  /// The counts of the installed RDKit.
  ///
  /// - Throws: ``ChemistryError/missingData(path:reason:)`` if the file is missing or wrong. A later call tries again.
  public static func shared() throws(ChemistryError) -> FragmentCounts {
    let result = loaded.withLock { (known) -> Result<FragmentCounts, ChemistryError> in
      if let known { return .success(known) }
      return Result { () throws(ChemistryError) in try FragmentCounts(file: RDKitData.path("FragmentDescriptors.csv")) }
        .map {
          known = $0
          return $0
        }
    }
    return try result.get()
  }

  /// Reads a file of lines "name, description, SMARTS, …", with tabs between them; lines that begin with # are
  /// comments. If a name occurs twice, the later pattern counts. In names, '=' and '-' become '_', as in RDKit for
  /// Python.
  ///
  /// - Throws: ``ChemistryError/missingData(path:reason:)``.
  public init(file path: String) throws(ChemistryError) {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw .missingData(path: path, reason: "it cannot be read")
    }
    var patterns: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 3 else { continue }
      patterns[String(fields[0].map { $0 == "=" || $0 == "-" ? "_" : $0 })] = String(fields[2])
    }
    guard !patterns.isEmpty else { throw .missingData(path: path, reason: "it has no patterns") }
    let sorted = patterns.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    names = sorted.map(\.key)
    self.patterns = sorted.map(\.value)
    digest = hexadecimalDigits(stableHashValue(sorted.map { "\($0.key)\t\($0.value)\n" }.joined().utf8))
    let made = try unsafe callRDKit(failure: { ChemistryError.missingData(path: path, reason: $0) }) { error in
      unsafe crdkit_fragments_new(error)
    }
    var handle: OpaquePointer? = unsafe made
    defer { unsafe crdkit_fragments_delete(handle) }
    for (name, smarts) in sorted {
      // A molecule that was just read has no hybridisation, and the pattern would be found nowhere.
      if smarts.contains("^") {
        throw .missingData(
          path: path, reason: "the pattern '\(smarts)' of \(name) asks for hybridisation, which is not read")
      }
      _ = try unsafe callRDKit(
        failure: { .missingData(path: path, reason: "the pattern '\(smarts)' of \(name): \($0)") },
        { error in unsafe crdkit_fragments_add(made, smarts, error) == 0 ? true : nil })
    }
    unsafe self.handle = unsafe made
    unsafe handle = nil
  }

  deinit { unsafe crdkit_fragments_delete(handle) }

  /// The number of occurrences of each group, in the order of ``names``.
  public func counts(in molecule: Molecule) throws(ChemistryError) -> CountFingerprint {
    try unsafe molecule.withGraph { handle throws(ChemistryError) in
      try unsafe counts(in: handle, smiles: molecule.smiles)
    }
  }

  func counts(in molecule: OpaquePointer, smiles: String) throws(ChemistryError) -> CountFingerprint {
    var counts = [UInt32](repeating: 0, count: names.count)
    _ = try unsafe callRDKit(
      failure: { .failed(operation: "count of fragments", smiles: smiles, reason: $0) },
      { error in unsafe crdkit_fragments_count(handle, molecule, &counts, error) == 0 ? true : nil })
    return CountFingerprint(counts: counts)
  }
}

/// The location of RDKit's data.
enum RDKitData {
  /// The path of a file in the folder `Data`.
  static func path(_ file: String) -> String { "\(base)/Data/\(file)" }

  /// The path of a file in the folder `Contrib`, which is in wheels of RDKit but may be missing in other packages.
  static func contributedPath(_ file: String) -> String { "\(base)/Contrib/\(file)" }

  private static var base: String {
    ProcessInfo.processInfo.environment["RDBASE"].flatMap { $0.isEmpty ? nil : $0 }
      ?? Installation.current?.data("RDKit") ?? "/usr/share/RDKit"
  }
}
