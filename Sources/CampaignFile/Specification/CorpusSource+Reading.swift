package import MolecularDesign

extension CorpusSource {
  /// Reads the list.
  ///
  /// - Parameters:
  ///   - isPool: Whether molecules that the language model cannot write are accepted.
  ///   - salts: What becomes of salts and mixtures.
  package func read(asPool isPool: Bool = false, salts: SaltTreatment = .refuse) throws(DesignError) -> Corpus {
    switch self {
    case .builtIn: try Corpus.builtIn()
    case .file(let path, let column):
      try Corpus(path: path, smilesColumn: column, isForLanguage: !isPool, stripsSalts: salts == .strip)
    }
  }
}
