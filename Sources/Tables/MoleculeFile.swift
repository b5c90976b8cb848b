package import Chemistry
package import Files

/// A file of molecules.
public struct MoleculeFile: Sendable, Hashable {
  /// Its path, whose ending gives the format: `.smi`, `.csv` or `.sdf`.
  public var path: String
  /// The column of a CSV file with the SMILES; nil for `smiles`.
  public var column: String?

  /// A file.
  public init(path: String, column: String? = nil) { (self.path, self.column) = (path, column) }

  /// Its records.
  package func table() throws(CampaignError) -> MoleculeTable {
    do throws(MoleculeFileError) {
      return try MoleculeTable(path: path, column: column)
    } catch {
      throw CampaignError(.input, error.description)
    }
  }
}

extension [MoleculeFile] {
  /// The molecules of all files; nil if there is no file. Records that are not molecules are skipped.
  ///
  /// - Parameter areFormulas: whether a named column has formulas of inorganic compositions.
  /// - Throws: `CampaignError` of kind `.input` if a file cannot be read, or has no molecule.
  package func knownMolecules(areFormulas: Bool = false) throws(CampaignError) -> KnownMolecules? {
    guard !isEmpty else { return nil }
    var known = KnownMolecules([Molecule]())
    for file in self {
      let records = try file.table().records.map { areFormulas && file.column != nil ? $0.asFormula : $0 }
      let identities = concurrentMap(records.count) { records[$0].molecule(allowsRepeatUnits: true).map(\.smiles) }
      let read = identities.compactMap { try? $0.get() }
      guard !read.isEmpty else {
        throw CampaignError(.input, "'\(file.path)' has no molecule, but is named as a file of known molecules.")
      }
      known = known.union(KnownMolecules(canonicalSMILES: read))
    }
    return known
  }
}
