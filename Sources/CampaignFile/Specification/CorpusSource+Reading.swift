package import MolecularDesign

extension CorpusSource {
  /// Reads the list.
  ///
  /// - Parameter isPool: Whether molecules that the language model cannot write are accepted.
  package func read(asPool isPool: Bool = false) throws(DesignError) -> Corpus {
    switch self {
    case .builtIn: try Corpus.builtIn()
    case .file(let path, let column): try Corpus(path: path, smilesColumn: column, isForLanguage: !isPool)
    }
  }
}
