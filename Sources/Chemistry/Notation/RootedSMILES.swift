import CRDKit

extension Molecule {
  /// The SMILES that starts at a heavy atom; the same each time.
  ///
  /// - Parameter atom: index among the heavy atoms in the order of ``smiles``, from 0.
  public func rootedSMILES(atAtom atom: Int) throws(ChemistryError) -> String {
    try unsafe withHandle { handle throws(ChemistryError) in
      try unsafe callRDKit(failure: { .failed(operation: "re-rooting", smiles: smiles, reason: $0) }) { error in
        unsafe takeString(crdkit_molecule_rooted_smiles(handle, Int32(clamping: atom), error))
      }
    }
  }
}
