import CRDKit

extension Molecule {
  /// The molecule as a V2000 mol block, as in SD files.
  ///
  /// - Parameter geometry: positions of all atoms, in the order of ``conformers(count:seed:isOneIsomer:)``; nil for a
  ///   two-dimensional depiction of the heavy atoms.
  /// - Throws: ``ChemistryError/invalidGeometry(reason:)`` if the geometry belongs to another molecule.
  public func molBlock(geometry: Geometry? = nil) throws(ChemistryError) -> String {
    let failure = { (reason: String) in
      ChemistryError.failed(operation: "writing as mol block", smiles: smiles, reason: reason)
    }
    return try unsafe withHandle { handle throws(ChemistryError) in
      guard let geometry else {
        return try unsafe callRDKit(failure: failure) { error in
          unsafe takeString(crdkit_molecule_depiction_mol_block(handle, error))
        }
      }
      try requireAtoms(of: geometry)
      return try unsafe callRDKit(failure: failure) { error in
        unsafe takeString(
          crdkit_molecule_mol_block(handle, geometry.coordinates, geometry.coordinates.count, error))
      }
    }
  }
}

extension Molecule {
  /// Reads a mol block (V2000 or V3000), as in SD files; the stereochemistry is read from its wedges or its
  /// coordinates.
  ///
  /// - Throws: ``ChemistryError/invalidMolBlock(reason:)``, or as ``init(smiles:)`` does.
  public init(molBlock: String) throws(ChemistryError) {
    guard molBlock.utf8.count <= 1_000_000, !molBlock.utf8.contains(0) else {
      throw .invalidMolBlock(reason: "it has more than a million characters, or characters that no text has")
    }
    let smiles = try unsafe callRDKit(failure: { .invalidMolBlock(reason: $0) }) { error in
      unsafe takeString(crdkit_mol_block_smiles(molBlock, Int32(Molecule.longestSMILES), error))
    }
    try self.init(smiles: smiles)
  }
}
