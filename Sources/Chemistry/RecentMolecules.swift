import Synchronization

/// The molecules that were read lately, by canonical SMILES.
///
/// A designer makes most of its molecules again and again, and a canonical SMILES that was read once is known to be one: it
/// need not be read and written a second time. Only speed depends on which molecules are present. Molecules with dummy atoms
/// are not kept, since some callers refuse them.
package final class RecentMolecules: Sendable {
  /// At least the last 16,384 molecules, and at most twice as many: some twenty megabytes.
  package static let shared = RecentMolecules(limit: 16_384)

  private struct Kept {
    /// What was read or asked for since the earlier ones were put aside.
    var present: [String: Molecule] = [:]
    var earlier: [String: Molecule] = [:]
  }

  private let limit: Int
  private let kept = Mutex(Kept())

  /// Keeps at least the last `limit` molecules; none with 0.
  package init(limit: Int) { self.limit = limit }

  /// Keeps a molecule, unless it has dummy atoms.
  package func keep(_ molecule: Molecule) {
    guard limit > 0, !Self.hasDummyAtom(molecule.smiles) else { return }
    kept.withLock { kept in
      if kept.present.count >= limit { (kept.earlier, kept.present) = (kept.present, [:]) }
      kept.present[molecule.smiles] = molecule
    }
  }

  /// The molecule with this canonical SMILES, if it is here.
  package func molecule(_ smiles: String) -> Molecule? {
    let (present, earlier) = kept.withLock { kept in (kept.present[smiles], kept.earlier[smiles]) }
    if present == nil, let earlier { keep(earlier) }
    return present ?? earlier
  }

  /// Whether a SMILES has an atom that is written `*`. RDKit reads others as dummy atoms too, and writes them so.
  static func hasDummyAtom(_ smiles: String) -> Bool { smiles.utf8.contains(UInt8(ascii: "*")) }
}
