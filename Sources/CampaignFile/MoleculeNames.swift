import Chemistry
import MolecularDesign

/// The names, or else identifiers, of molecules in a campaign's own corpus or pool.
package struct MoleculeNames: Sendable {
  private let names: [String: String]

  /// The names in the files that a campaign file names as its pool and its corpus, and those that the record keeps of
  /// the pool's candidates. None for the built-in corpus; without its file, a corpus gives none. A large pool gives none
  /// but those of the record.
  ///
  /// - Parameter listed: The names in the record, by canonical SMILES; they come before those of the files. Nil if the record
  ///   keeps none.
  package init(_ specification: Specification, listed: [String: String]?) {
    let pool = specification.pool.map { Self.named(inPool: $0, isListed: listed != nil, specification) } ?? []
    let corpus = specification.usesCorpus ? Self.named(inCorpus: specification.corpus) : []
    names = (listed ?? [:]).merging(pool + corpus) { first, _ in first }
  }

  private static func named(
    inPool source: CorpusSource, isListed: Bool, _ specification: Specification
  ) -> [(String, String)] {
    guard case .file(let path, _) = source else { return [] }
    // A file is unpacked and read as a whole to find out whether it is a large pool.
    let reading = PoolReading.current
    guard isListed ? !reading.mayBeLarge(path) : reading.largeExtent(of: path) == nil else { return [] }
    return named(try? source.read(asPool: true, of: specification.kind, salts: specification.salts))
  }

  private static func named(inCorpus source: CorpusSource) -> [(String, String)] {
    guard case .file = source else { return [] }
    return named(try? source.read())
  }

  private static func named(_ list: Corpus?) -> [(String, String)] {
    guard let list else { return [] }
    return zip(list.molecules, list.names).compactMap { molecule, name in name.map { (molecule.smiles, $0) } }
  }

  /// The name of a molecule by its canonical SMILES; nil if it has none.
  package subscript(smiles: String) -> String? { names[smiles] }
}
