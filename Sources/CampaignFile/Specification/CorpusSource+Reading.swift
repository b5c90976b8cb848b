package import MolecularDesign

extension CorpusSource {
  /// Reads the list.
  ///
  /// - Parameters:
  ///   - isPool: Whether molecules that the language model cannot write are accepted.
  ///   - kind: What the candidates are; others are rejected. Of compositions, a column is one of formulas.
  ///   - salts: What becomes of salts and mixtures.
  package func read(
    asPool isPool: Bool = false, of kind: MaterialKind = .molecule, salts: SaltTreatment = .refuse
  ) throws(DesignError) -> Corpus {
    switch self {
    case .builtIn: try kind == .repeatUnit ? Corpus.builtInRepeatUnits() : Corpus.builtIn()
    case .file(let path, let column):
      try Corpus(
        path: path, smilesColumn: column, onlyRepeatUnits: kind == .repeatUnit, isForLanguage: !isPool,
        stripsSalts: salts == .strip, areFormulas: kind == .composition)
    }
  }
}
