package import Chemistry

/// Whether an optimised geometry is still of the molecule that the program was given: the same atoms, the same bonds
/// and the stereochemistry that the SMILES states.
package enum MoleculeIdentity {
  /// Suspicious findings about the bonds, as sentences.
  /// - Throws: A failure of class `topologyChanged` if the molecule became another one.
  package static func suspicions(
    of geometry: Geometry, from start: Geometry, of molecule: Molecule, bondOrders: [AtomPair: Double]
  ) throws(CalculationFailure) -> [String] {
    let bonding = Bonding(bonds: geometry.bonds, geometry: geometry, bondOrders: bondOrders)
    if !bonding.changes.isEmpty {
      throw CalculationFailure(
        .topologyChanged, "The molecule became another one.", evidence: bonding.changes.joined(separator: "\n"))
    }
    let notes = bonding.suspicions.map { "The bond \($0)." }
    do {
      guard try molecule.hasStatedStereochemistry(geometry) else {
        throw CalculationFailure(
          .topologyChanged,
          "The optimised geometry is another stereoisomer: \(try molecule.stereoisomer(of: geometry)) instead of "
            + "\(molecule.smiles).")
      }
      guard let before = try molecule.isomer(of: start), let after = try molecule.isomer(of: geometry), before != after
      else { return notes }
      return notes + ["The stereoisomer \(before) relaxed to \(after); the SMILES leaves open which is meant."]
    } catch let failure as CalculationFailure {
      throw failure
    } catch {
      throw CalculationFailure(.unknown, "\(error)")
    }
  }
}

extension Molecule {
  /// The stereoisomer of a geometry; nil if the SMILES leaves nothing open.
  package func isomer(of geometry: Geometry) throws(ChemistryError) -> String? {
    let open = try openStereochemistry()
    guard open.centres + open.doubleBonds > 0 else { return nil }
    let isomer = try stereoisomer(of: geometry)
    // The atoms of a cage such as adamantane count as possible centres, and have no other arrangement.
    return isomer == smiles ? nil : isomer
  }
}
