import CRDKit

extension Molecule {
  /// RDKit's canonical SMILES of a SMILES that is read once; nil if `init(smiles:)` would reject it, except that
  /// dummy atoms are allowed.
  ///
  /// It takes less than half the time of a ``Molecule``, and distinguishes nearly all molecules. In rare cases it
  /// differs from ``smiles``, which does not change when it is read again.
  public static func canonicalSMILES(reading text: String) -> String? {
    guard reasonToRefuse(text) == nil else { return nil }
    return unsafe takeString(crdkit_canonical_smiles(text, nil))
  }
}
