package import Chemistry

/// Whether a geometry that a program optimised is still of the molecule that it was given: the same atoms, the same bonds
/// and the same stereoisomer.
package enum MoleculeIdentity {
  /// What is suspicious of the bonds, as sentences.
  /// - Throws: A failure of class `topologyChanged` where the molecule became another one.
  package static func suspicions(
    of geometry: Geometry, from start: Geometry, of molecule: Molecule, bondOrders: [AtomPair: Double]
  ) throws(CalculationFailure) -> [String] {
    let bonding = Bonding(bonds: geometry.bonds, geometry: geometry, bondOrders: bondOrders)
    if !bonding.changes.isEmpty {
      throw CalculationFailure(
        .topologyChanged, "The molecule became another one.", evidence: bonding.changes.joined(separator: "\n"))
    }
    let (expected, found): (String, String)
    do {
      (expected, found) = (try molecule.stereoisomer(of: start), try molecule.stereoisomer(of: geometry))
    } catch {
      throw CalculationFailure(.unknown, "\(error)")
    }
    guard found == expected else {
      throw CalculationFailure(
        .topologyChanged, "The optimised geometry is another stereoisomer: \(found) instead of \(expected).")
    }
    return bonding.suspicions.map { "The bond \($0)." }
  }
}
