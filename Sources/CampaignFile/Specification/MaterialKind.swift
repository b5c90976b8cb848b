package import Chemistry

/// What the candidates of a campaign are: the key `kind` under `molecules`.
package enum MaterialKind: String, Sendable, Hashable, CaseIterable {
  /// Molecules.
  case molecule
  /// Polymers, each by a repeat unit with two ends.
  case repeatUnit = "repeat-unit"
  /// Inorganic compositions, each by its formula.
  case composition

  /// One of them, as a sentence says it.
  package var singular: String {
    switch self {
    case .molecule: "molecule"
    case .repeatUnit: "repeat unit"
    case .composition: "composition"
    }
  }

  /// Several of them, as a sentence says it.
  package var plural: String { "\(singular)s" }

  /// Reads a candidate of this kind from its SMILES or, of a composition, its formula.
  ///
  /// - Throws: `ChemistryError` if the text is that of none.
  package func candidate(_ text: String) throws(ChemistryError) -> Molecule {
    switch self {
    case .molecule:
      let molecule = try Molecule(smiles: text)
      guard molecule.composition == nil else {
        throw .invalidSMILES(smiles: text, reason: "it is the formula of a composition")
      }
      return molecule
    case .repeatUnit: return try RepeatUnit(smiles: text).molecule
    case .composition: return try Molecule(formula: text)
    }
  }

  /// Whether a molecule is of this kind.
  package func includes(_ molecule: Molecule) throws(ChemistryError) -> Bool {
    switch self {
    case .molecule: molecule.composition == nil && !molecule.smiles.contains("*")
    case .repeatUnit: try molecule.isRepeatUnit()
    case .composition: molecule.composition != nil
    }
  }
}
