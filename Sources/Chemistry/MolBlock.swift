import CRDKit

extension Molecule {
  /// The molecule as a V2000 mol block, as SD files hold.
  ///
  /// - Parameter geometry: positions of all atoms, in the order of ``conformers(count:seed:)``; nil for a two-dimensional
  ///   depiction of the heavy atoms.
  /// - Throws: ``ChemistryError/invalidGeometry(reason:)`` if the geometry is of another molecule.
  public func molBlock(geometry: Geometry? = nil) throws(ChemistryError) -> String {
    if let geometry, geometry.elements.count != atomCount {
      throw .invalidGeometry(reason: "it has \(geometry.elements.count) atoms, but \(smiles) has \(atomCount)")
    }
    return try unsafe withHandle { handle throws(ChemistryError) in
      try unsafe callRDKit(failure: { .failed(operation: "mol block", smiles: smiles, reason: $0) }) { error in
        if let coordinates = geometry?.coordinates {
          unsafe takeString(crdkit_molecule_mol_block(handle, coordinates, coordinates.count, error))
        } else {
          unsafe takeString(crdkit_molecule_mol_block(handle, nil, 0, error))
        }
      }
    }
  }
}
