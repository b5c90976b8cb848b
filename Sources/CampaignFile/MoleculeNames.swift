import Chemistry
import MolecularDesign

/// The names, or else identifiers, of molecules in a campaign's own corpus or pool.
package struct MoleculeNames: Sendable {
  private let names: [String: String]

  /// The names in the files that a campaign file names as its pool and its corpus; none for the built-in corpus, or if a
  /// file no longer exists: names are not in the record.
  package init(_ specification: Specification) {
    let pool = specification.pool.map { Self.named($0, isPool: true) } ?? []
    let corpus = specification.usesCorpus ? Self.named(specification.corpus, isPool: false) : []
    names = Dictionary(pool + corpus) { first, _ in first }
  }

  private static func named(_ source: CorpusSource, isPool: Bool) -> [(String, String)] {
    guard case .file = source, let list = try? source.read(asPool: isPool) else { return [] }
    return zip(list.molecules, list.names).compactMap { molecule, name in name.map { (molecule.smiles, $0) } }
  }

  /// The name of a molecule by its canonical SMILES; nil if it has none.
  package subscript(smiles: String) -> String? { names[smiles] }
}
