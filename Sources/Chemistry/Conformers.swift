import CRDKit

extension Molecule {
  /// Three-dimensional structures with all hydrogens, lowest force-field energy first.
  ///
  /// ETKDGv3 (doi:10.1021/acs.jcim.0c00025) embeds them, and MMFF94 relaxes them in vacuum; where MMFF94 lacks parameters
  /// UFF does, and the geometry says so. The same molecule, count and seed give the same geometries.
  ///
  /// All are of one stereoisomer: they have every double bond and centre that the SMILES states, and where it leaves some
  /// open those of the conformer of lowest force-field energy; ``stereoisomer(of:)`` says which. Up to four times `count` are
  /// embedded to find enough of it.
  ///
  /// - Parameters:
  ///   - count: how many are wanted, 1000 at most. Fewer come back where several are the same or mirror images (energies within
  ///     0.01 kcal/mol), or some could not be embedded.
  ///   - seed: of the embedding's own random numbers.
  /// - Throws: ``ChemistryError/conformers(smiles:reason:)`` if none could be made. Attempts are bounded.
  public func conformers(count: Int, seed: UInt32) throws(ChemistryError) -> [Geometry] {
    guard count > 0 else { return [] }
    guard count <= 1000 else {
      throw .conformers(smiles: smiles, reason: "\(count) were asked for, more than 1000")
    }
    return try unsafe withHandle { molecule throws(ChemistryError) in
      let handle = try unsafe callRDKit(failure: { .conformers(smiles: smiles, reason: $0) }) { error in
        // RDKit takes a negative seed for "do not seed": keep to 31 bits.
        unsafe crdkit_conformers_new(molecule, Int32(clamping: count), Int32(seed & 0x7FFF_FFFF), error)
      }
      defer { unsafe crdkit_conformers_delete(handle) }
      let atoms = unsafe crdkit_conformers_atoms(handle)
      let elements = (0..<atoms).map { unsafe String(cString: crdkit_conformers_element(handle, $0)) }
      let bonds = unsafe (0..<crdkit_conformers_bonds(handle)).map { index in
        var first: Int32 = 0
        var second: Int32 = 0
        var order = 0.0
        unsafe crdkit_conformers_bond(handle, index, &first, &second, &order)
        return Geometry.Bond(first: Int(first), second: Int(second), order: order)
      }
      let forceField = unsafe Geometry.ForceField(rawValue: String(cString: crdkit_conformers_force_field(handle)))
      var geometries: [Geometry] = []
      for conformer in unsafe 0..<crdkit_conformers_count(handle) {
        var coordinates = [Double](repeating: 0, count: 3 * Int(atoms))
        unsafe crdkit_conformers_coordinates(handle, conformer, &coordinates)
        geometries.append(
          try Geometry(elements: elements, coordinates: coordinates, bonds: bonds, forceField: forceField))
      }
      return geometries
    }
  }
}
