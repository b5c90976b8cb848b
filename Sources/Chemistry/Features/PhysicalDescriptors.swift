import CRDKit

/// RDKit's descriptors of a molecule without conformers: weights, partial charges, surface areas by charge, lipophilicity and
/// refractivity, topological indices, electrotopological states, and counts.
public enum PhysicalDescriptors {
  /// The names in the order of the values, as in RDKit for Python: "MolWt", "TPSA", "PEOE_VSA1".
  public static let names: [String] = (0..<crdkit_physical_count()).map {
    unsafe String(cString: crdkit_physical_name($0))
  }

  static func values(of molecule: OpaquePointer, smiles: String) throws(ChemistryError) -> [Double] {
    var values = [Double](repeating: 0, count: names.count)
    _ = try unsafe callRDKit(
      failure: { .failed(operation: "descriptor calculation", smiles: smiles, reason: $0) },
      { error in unsafe crdkit_molecule_physical(molecule, &values, error) == 0 ? true : nil })
    return values
  }
}
