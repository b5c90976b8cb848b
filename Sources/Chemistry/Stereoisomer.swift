import CRDKit

extension Molecule {
  /// Which stereoisomer of the molecule a geometry is: the canonical isomeric SMILES with the double bonds and centres that
  /// the coordinates have, whatever this molecule's SMILES states.
  ///
  /// What turns over freely counts as no stereochemistry: the nitrogen of an amine, the hydrogen of an imine.
  ///
  /// - Parameter geometry: positions of all atoms, in the order of ``conformers(count:seed:)``.
  /// - Throws: ``ChemistryError/invalidGeometry(reason:)`` if the geometry is of another molecule.
  public func stereoisomer(of geometry: Geometry) throws(ChemistryError) -> String {
    try requireAtoms(of: geometry)
    return try unsafe withHandle { handle throws(ChemistryError) in
      try unsafe callRDKit(
        failure: { .failed(operation: "perception of the stereochemistry", smiles: smiles, reason: $0) }
      ) { error in
        unsafe takeString(
          crdkit_molecule_stereoisomer(handle, geometry.coordinates, geometry.coordinates.count, error))
      }
    }
  }

  /// Makes sure that a geometry has the atoms of the molecule, in the order of its conformers.
  func requireAtoms(of geometry: Geometry) throws(ChemistryError) {
    let symbols = try unsafe withHandle { handle throws(ChemistryError) in
      try unsafe callRDKit(
        failure: { .failed(operation: "listing of the atoms", smiles: smiles, reason: $0) }
      ) { error in
        unsafe takeString(crdkit_molecule_atom_symbols(handle, error))
      }
    }
    let elements = symbols.split(separator: " ").map(String.init)
    guard geometry.elements.count == elements.count else {
      throw .invalidGeometry(reason: "it has \(geometry.elements.count) atoms, but \(smiles) has \(elements.count)")
    }
    for (atom, element) in elements.enumerated() where geometry.elements[atom] != element {
      throw .invalidGeometry(reason: "atom \(atom + 1) is \(geometry.elements[atom]), but \(element) in \(smiles)")
    }
  }
}
