import Chemistry
package import MolecularDesign

/// The names, or else identifiers, of molecules in a campaign's own corpus or pool.
package struct MoleculeNames: Sendable {
  private let names: [String: String]

  /// The names in a corpus.
  package init(_ corpus: Corpus) {
    names = Dictionary(
      zip(corpus.molecules, corpus.names).compactMap { molecule, name in name.map { (molecule.smiles, $0) } }
    ) { first, _ in first }
  }

  /// The names in the file that a campaign file names; none for the built-in corpus, or if the file no longer exists:
  /// names are not in the record.
  package init(_ source: CorpusSource) {
    if case .file(let path, let column) = source, let corpus = try? Corpus(path: path, smilesColumn: column) {
      self.init(corpus)
    } else {
      self.init(names: [:])
    }
  }

  private init(names: [String: String]) { self.names = names }

  /// The name of a molecule by its canonical SMILES; nil if it has none.
  package subscript(smiles: String) -> String? { names[smiles] }
}
