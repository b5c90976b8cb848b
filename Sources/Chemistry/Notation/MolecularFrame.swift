import CRDKit

extension Molecule {
  /// The molecular frame: the ring systems and the chains between them, in canonical SMILES without stereochemistry (Bemis
  /// and Murcko, doi:10.1021/jm9602928); empty without rings. Molecules that differ only in their side chains have the
  /// same.
  package func frame() throws(ChemistryError) -> String {
    try unsafe withHandle { handle throws(ChemistryError) in
      try unsafe callRDKit(failure: { .failed(operation: "frame", smiles: smiles, reason: $0) }) { error in
        unsafe takeString(crdkit_molecule_frame(handle, error))
      }
    }
  }
}
