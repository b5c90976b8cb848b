import CRDKit

extension Molecule {
  /// The value of a quantity, as compared by a filter.
  ///
  /// - Throws: ``ChemistryError/missingData(path:reason:)`` for synthetic accessibility if its file is missing.
  public func value(of quantity: FilterQuantity) throws(ChemistryError) -> Double {
    switch quantity.row.source {
    case .composition(let value): value(self)
    case .graph(let source):
      try unsafe withHandle { handle throws(ChemistryError) in
        try unsafe Chemistry.value(source, of: handle, smiles: smiles)
      }
    case .accessibility: try SyntheticAccessibility.shared().score(of: self)
    }
  }
}

/// The value of a quantity of RDKit's graph.
func value(
  _ quantity: crdkit_quantity, of molecule: OpaquePointer, smiles: String
) throws(ChemistryError) -> Double {
  var value = 0.0
  _ = try unsafe callRDKit(
    failure: { .failed(operation: "descriptor calculation", smiles: smiles, reason: $0) },
    { error in unsafe crdkit_molecule_quantity(molecule, quantity, &value, error) == 0 ? true : nil })
  return value
}

/// The sizes of the rings, each once, in ascending order.
func sizesOfRings(of molecule: OpaquePointer, smiles: String) throws(ChemistryError) -> [Int] {
  try unsafe sparseCounts(smiles) { unsafe crdkit_molecule_ring_sizes(molecule, $0, $1) }.identifiers.map { Int($0) }
}
