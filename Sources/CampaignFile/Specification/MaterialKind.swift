package import Chemistry

/// What the candidates of a campaign are: the key `kind` under `molecules`.
package enum MaterialKind: String, Sendable, Hashable, CaseIterable {
  /// Molecules.
  case molecule
  /// Polymers, each by a repeat unit with two ends.
  case repeatUnit = "repeat-unit"

  /// Reads a candidate of this kind.
  ///
  /// - Throws: `ChemistryError` if the SMILES is that of none.
  package func candidate(smiles: String) throws(ChemistryError) -> Molecule {
    switch self {
    case .molecule: try Molecule(smiles: smiles)
    case .repeatUnit: try RepeatUnit(smiles: smiles).molecule
    }
  }

  /// Whether a molecule is of this kind.
  package func includes(_ molecule: Molecule) throws(ChemistryError) -> Bool {
    switch self {
    case .molecule: !molecule.smiles.contains("*")
    case .repeatUnit: try molecule.isRepeatUnit()
    }
  }
}
