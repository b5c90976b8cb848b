extension Molecule {
  /// The largest component that has carbon: of a salt the organic ion, of a solvate the molecule without its solvent. Its
  /// charge stays as it is. Nil if no component has carbon.
  ///
  /// The largest is the one of the most atoms other than hydrogen, then of the most carbon atoms, then of the canonical SMILES
  /// that comes first in the order of ASCII.
  public func largestOrganicComponent() throws(ChemistryError) -> Molecule? {
    guard componentCount > 1 else { return elements.contains("C") ? self : nil }
    var components: [Molecule] = []
    // In canonical SMILES no bond reaches over a dot.
    for text in Set(smiles.split(separator: ".")).sorted() {
      let component = try Molecule(smiles: String(text))
      if component.elements.contains("C") { components.append(component) }
    }
    return components.min { a, b in
      (-a.heavyAtomCount, -a.carbonCount, a.smiles) < (-b.heavyAtomCount, -b.carbonCount, b.smiles)
    }
  }

  /// The number of carbon atoms of a molecule that has some: in Hill order they come first.
  private var carbonCount: Int { Int(formula.dropFirst().prefix { $0.isNumber }) ?? 1 }
}
