import Chemistry
import MolecularDesign

/// The names, or else identifiers, that a campaign's own corpus or pool gives to molecules.
struct MoleculeNames: Sendable {
  private let names: [String: String]

  /// Those of a corpus.
  init(_ corpus: Corpus) {
    names = Dictionary(
      zip(corpus.molecules, corpus.names).compactMap { molecule, name in name.map { (molecule.smiles, $0) } }
    ) { first, _ in first }
  }

  /// Those of the file that a campaign file names; none of the built-in corpus, and none where the file is not there any more: names
  /// are not in the record.
  init(_ source: CorpusSource) {
    if case .file(let path, let column) = source, let corpus = try? Corpus(path: path, smilesColumn: column) {
      self.init(corpus)
    } else {
      self.init(names: [:])
    }
  }

  private init(names: [String: String]) { self.names = names }

  /// The name of a molecule by its canonical SMILES; nil where it has none.
  subscript(smiles: String) -> String? { names[smiles] }
}
