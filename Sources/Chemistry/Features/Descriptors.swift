import CRDKit

/// Descriptors of a molecule that need substructure matching, which takes some hundred microseconds.
public struct Descriptors: Sendable, Hashable, Codable {
  /// Octanol–water partition coefficient (log10) by Wildman and Crippen's atom contributions (doi:10.1021/ci990307l).
  public let logP: Double
  /// Topological polar surface area of nitrogen and oxygen, in square ångström (doi:10.1021/jm000942e).
  public let polarSurfaceArea: Double
  /// Nitrogen and oxygen atoms that carry hydrogen, in RDKit's definition.
  public let hydrogenBondDonorCount: Int
  /// Atoms that accept a hydrogen bond, in RDKit's definition.
  public let hydrogenBondAcceptorCount: Int
  /// Rotatable bonds in RDKit's strict sense: no amides, no bonds to symmetric ends.
  public let rotatableBondCount: Int
}

extension Molecule {
  /// Computes logP, polar surface area, hydrogen-bond donors and acceptors, and rotatable bonds.
  public func descriptors() throws(ChemistryError) -> Descriptors {
    try unsafe withHandle { handle throws(ChemistryError) in
      var values = crdkit_descriptors()
      _ = try unsafe callRDKit(
        failure: { .failed(operation: "descriptor calculation", smiles: smiles, reason: $0) },
        { error in unsafe crdkit_molecule_descriptors(handle, &values, error) == 0 ? true : nil })
      return Descriptors(
        logP: values.log_p, polarSurfaceArea: values.tpsa,
        hydrogenBondDonorCount: Int(values.hydrogen_bond_donors),
        hydrogenBondAcceptorCount: Int(values.hydrogen_bond_acceptors), rotatableBondCount: Int(values.rotatable_bonds))
    }
  }
}
