import CRDKit

extension Molecule {
  /// The stereoisomer of a geometry: the canonical isomeric SMILES with the double bonds and centres of the
  /// coordinates, whatever this molecule's SMILES states.
  ///
  /// Centres that invert freely have no stereochemistry: the nitrogen of an amine, the hydrogen of an imine. For atoms
  /// that are not tetrahedral (hypervalent atoms and metals), only labels such as `@SP1` in the SMILES are read.
  ///
  /// - Parameter geometry: positions of all atoms, in the order of ``conformers(count:seed:isOneIsomer:)``.
  /// - Throws: ``ChemistryError/invalidGeometry(reason:)`` if the geometry belongs to another molecule.
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

  /// Whether a geometry has every double bond and centre that the SMILES states.
  ///
  /// - Parameter geometry: positions of all atoms, in the order of ``conformers(count:seed:isOneIsomer:)``.
  /// - Throws: ``ChemistryError/invalidGeometry(reason:)`` if the geometry belongs to another molecule.
  public func hasStatedStereochemistry(_ geometry: Geometry) throws(ChemistryError) -> Bool {
    try requireAtoms(of: geometry)
    return try unsafe withHandle { handle throws(ChemistryError) in
      try unsafe callRDKit(
        failure: { .failed(operation: "perception of the stereochemistry", smiles: smiles, reason: $0) }
      ) { error in
        let answer = unsafe crdkit_molecule_has_stated_stereochemistry(
          handle, geometry.coordinates, geometry.coordinates.count, error)
        return answer < 0 ? nil : answer == 1
      }
    }
  }

  /// The numbers of tetrahedral centres and of double bonds that the SMILES leaves open.
  public func openStereochemistry() throws(ChemistryError) -> (centres: Int, doubleBonds: Int) {
    try unsafe withHandle { handle throws(ChemistryError) in
      try unsafe callRDKit(
        failure: { .failed(operation: "perception of the stereochemistry", smiles: smiles, reason: $0) }
      ) { error in
        var centres: Int32 = 0
        var doubleBonds: Int32 = 0
        let answer = unsafe crdkit_molecule_open_stereochemistry(handle, &centres, &doubleBonds, error)
        return answer < 0 ? nil : (centres: Int(centres), doubleBonds: Int(doubleBonds))
      }
    }
  }

  /// Whether a SMILES states E for a double bond in a ring of seven atoms or fewer. RDKit drops it, and reads the Z isomer.
  public static func dropsRingStereochemistry(of smiles: String) -> Bool {
    guard smiles.contains("/") || smiles.contains("\\"), smiles.utf8.count <= longestSMILES else { return false }
    let answer = try? unsafe callRDKit(failure: { .invalidSMILES(smiles: smiles, reason: $0) }) { error -> Int32? in
      let answer = unsafe crdkit_smiles_has_dropped_e(smiles, error)
      return answer < 0 ? nil : answer
    }
    return answer == 1
  }

  /// Checks that a geometry has the atoms of the molecule, in the order of its conformers.
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
