import Chemistry
import MolecularDesign

/// The names, or else identifiers, of molecules in a campaign's own corpus or pool.
package struct MoleculeNames: Sendable {
  private let names: [String: String]

  /// The names in the files that a campaign file names as its pool and its corpus, and those that the record keeps of
  /// the pool's candidates. None for the built-in corpus; without its file, a corpus gives none. A large pool is not read
  /// again.
  ///
  /// - Parameter listed: The names in the record, by canonical SMILES; they come before those of the files.
  package init(_ specification: Specification, listed: [String: String]) {
    let pool = specification.pool.map { Self.named($0, isPool: true, specification) } ?? []
    let corpus = specification.usesCorpus ? Self.named(specification.corpus, isPool: false, specification) : []
    names = listed.merging(pool + corpus) { first, _ in first }
  }

  private static func named(
    _ source: CorpusSource, isPool: Bool, _ specification: Specification
  ) -> [(String, String)] {
    guard case .file(let path, _) = source, !isPool || PoolReading.current.largeExtent(of: path) == nil,
      let list = try? source.read(asPool: isPool, salts: isPool ? specification.salts : .refuse)
    else { return [] }
    return zip(list.molecules, list.names).compactMap { molecule, name in name.map { (molecule.smiles, $0) } }
  }

  /// The name of a molecule by its canonical SMILES; nil if it has none.
  package subscript(smiles: String) -> String? { names[smiles] }
}
