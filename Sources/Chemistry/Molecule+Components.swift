extension Molecule {
  /// The component that a salt or a solvate is named after: the largest that has carbon and is no common counter-ion or
  /// solvent; if all are, the largest of them. Its charge stays as it is. Nil if no component has carbon.
  ///
  /// The largest is the one of the most atoms other than hydrogen, then of the most carbon atoms, then of the canonical SMILES
  /// that comes first in the order of ASCII.
  ///
  /// - Returns: the component, and the number of different components of which it is the largest.
  public func organicComponent() throws(ChemistryError) -> (molecule: Molecule, amongCount: Int)? {
    guard componentCount > 1 else { return elements.contains("C") ? (self, 1) : nil }
    var organic: [Molecule] = []
    // In canonical SMILES no bond reaches over a dot.
    for text in Set(smiles.split(separator: ".")).sorted() {
      let component = try Molecule(smiles: String(text), isRepeatUnit: true)
      if component.elements.contains("C") { organic.append(component) }
    }
    let named = organic.filter { !$0.isCompanion }
    let choice = named.isEmpty ? organic : named
    let largest = choice.min { a, b in
      (-a.heavyAtomCount, -a.carbonCount, a.smiles) < (-b.heavyAtomCount, -b.carbonCount, b.smiles)
    }
    return largest.map { ($0, choice.count) }
  }

  /// Whether it is one of ``companions``, with any charge of its acids and amines and of any configuration.
  private var isCompanion: Bool {
    guard heavyAtomCount <= Self.largestCompanion else { return false }
    var text = smiles
    for (part, neutral) in [
      ("[O-]", "O"), ("[NH+]", "N"), ("[NH2+]", "N"), ("[NH3+]", "N"), ("[C@H]", "C"), ("[C@@H]", "C"), ("/", ""),
      ("\\", ""),
    ] { text = text.replacing(part, with: neutral) }
    // A text that cannot be read after this had charges of another kind.
    return (try? Molecule(smiles: text)).map { Self.companions.contains($0.smiles) } ?? false
  }

  /// The number of atoms other than hydrogen of pamoic acid.
  private static let largestCompanion = 29

  /// Organic acids and bases that make salts of drugs, and solvents that crystallise with them, as canonical SMILES without
  /// configurations.
  private static let companions = Set(
    [
      // Citric, tartaric, maleic or fumaric, malic, succinic, oxalic, lactic, acetic, formic and trifluoroacetic acid.
      "OC(=O)CC(O)(C(=O)O)CC(=O)O", "OC(=O)C(O)C(O)C(=O)O", "OC(=O)C=CC(=O)O", "OC(=O)CC(O)C(=O)O", "OC(=O)CCC(=O)O",
      "OC(=O)C(=O)O", "CC(O)C(=O)O", "CC(=O)O", "OC=O", "OC(=O)C(F)(F)F",
      // Benzoic, mandelic and pamoic acid.
      "OC(=O)c1ccccc1", "OC(C(=O)O)c1ccccc1", "OC(=O)c1cc2ccccc2c(Cc2c(O)c(C(=O)O)cc3ccccc23)c1O",
      // Methane-, ethane-, benzene- and p-toluenesulfonic acid.
      "CS(=O)(=O)O", "CCS(=O)(=O)O", "OS(=O)(=O)c1ccccc1", "Cc1ccc(cc1)S(=O)(=O)O",
      // Methanol, ethanol, acetone, DMSO, DMF, dioxane, acetonitrile, ethyl acetate and toluene.
      "CO", "CCO", "CC(C)=O", "CS(C)=O", "CN(C)C=O", "C1COCCO1", "CC#N", "CCOC(C)=O", "Cc1ccccc1",
      // Triethylamine, tromethamine, meglumine, ethanolamine, diethanolamine and piperazine.
      "CCN(CC)CC", "NC(CO)(CO)CO", "CNCC(O)C(O)C(O)C(O)CO", "NCCO", "OCCNCCO", "C1CNCCN1",
      // Lysine, arginine in both forms, and choline.
      "NCCCCC(N)C(=O)O", "N=C(N)NCCCC(N)C(=O)O", "NC(N)=NCCCC(N)C(=O)O", "C[N+](C)(C)CCO",
    ].compactMap { try? Molecule(smiles: $0).smiles })
}
