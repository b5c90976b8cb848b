package import MolecularDesign

extension CorpusSource {
  /// Reads the corpus.
  package func read() throws(DesignError) -> Corpus {
    switch self {
    case .builtIn: try Corpus.builtIn()
    case .file(let path, let column): try Corpus(path: path, smilesColumn: column)
    }
  }
}
