import CRDKit

/// The environments of one kind in a molecule, with their counts.
///
/// - Parameters:
///   - radius: the radius of Morgan environments; other kinds ignore it.
///   - size: the number of positions to fold to, or 0 to keep all identifiers distinct.
func environments(
  _ kind: crdkit_environments, radius: Int = 0, foldedTo size: Int, of molecule: OpaquePointer, smiles: String
) throws(ChemistryError) -> SparseCounts {
  try unsafe sparseCounts(smiles) { unsafe crdkit_molecule_environments(molecule, kind, UInt32(radius), size, $0, $1) }
}

/// The MACCS keys of a molecule, each 0 or 1.
func maccsKeys(of molecule: OpaquePointer, smiles: String) throws(ChemistryError) -> SparseCounts {
  try unsafe sparseCounts(smiles) { unsafe crdkit_molecule_maccs(molecule, $0, $1) }
}

/// Copies the counts that a function of CRDKit gives, and frees them.
func sparseCounts(
  _ smiles: String,
  _ call: (UnsafeMutablePointer<crdkit_counts>, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
) throws(ChemistryError) -> SparseCounts {
  var counts = unsafe crdkit_counts()
  defer { unsafe crdkit_counts_clear(&counts) }
  _ = try unsafe callRDKit(failure: { .failed(operation: "fingerprint", smiles: smiles, reason: $0) }) { error in
    unsafe call(&counts, error) == 0 ? true : nil
  }
  return unsafe SparseCounts(
    identifiers: Array(UnsafeBufferPointer(start: counts.identifiers, count: counts.entries)),
    counts: Array(UnsafeBufferPointer(start: counts.counts, count: counts.entries)))
}

extension Molecule {
  /// The numbers of its MACCS keys as found by RDKit's own search, to test ``Representation/maccs``.
  package func maccsKeysByRDKit() throws(ChemistryError) -> [Int] {
    try unsafe withHandle { handle throws(ChemistryError) in
      try unsafe sparseCounts(smiles) { unsafe crdkit_molecule_maccs_by_rdkit(handle, $0, $1) }.identifiers.map {
        Int($0)
      }
    }
  }
}
