import Chemistry
import Foundation

/// A file of molecules.
public struct MoleculeFile: Sendable, Hashable {
  /// Its path; the ending says what it is: `.smi`, `.csv` or `.sdf`.
  public var path: String
  /// The column of a CSV file with the SMILES; nil for `smiles`.
  public var column: String?

  /// A file.
  public init(path: String, column: String? = nil) { (self.path, self.column) = (path, column) }

  /// Its records.
  func records() throws(CampaignError) -> MoleculeRecords {
    guard let format = MoleculeRecords.Format(path: path) else {
      throw CampaignError(
        .input, "'\(path)' is of no known format: the file's name must end in .smi, .csv or .sdf.")
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw CampaignError(.input, unreadable: path, error)
    }
    return try MoleculeRecords(String(decoding: data, as: UTF8.self), format, path: path, column: column)
  }
}

extension [MoleculeFile] {
  /// The molecules of all files; nil where there is no file. Records that are no molecule are passed over.
  ///
  /// - Throws: `CampaignError` of kind `.input` where a file cannot be read, or has no molecule.
  func knownMolecules() throws(CampaignError) -> KnownMolecules? {
    guard !isEmpty else { return nil }
    var known = KnownMolecules([Molecule]())
    for file in self {
      let records = try file.records().records
      let identities = concurrentMap(records.count) { records[$0].molecule.map(\.smiles) }
      let read = identities.compactMap { try? $0.get() }
      guard !read.isEmpty else {
        throw CampaignError(.input, "There is no molecule in '\(file.path)', whose molecules are to be known.")
      }
      known = known.union(KnownMolecules(canonicalSMILES: read))
    }
    return known
  }
}
