package import CampaignFile
import Chemistry
import Files
package import MolecularDesign
import Stores

/// The molecules that a campaign file names, by what they are for.
package struct CampaignMolecules: Sendable {
  /// The molecules that may be chosen as they are. Descriptors are scaled over all of them, because the few calculated
  /// molecules hardly determine a scale.
  package let pool: Corpus
  /// The molecules that the language model learns from, and whose fragments a search uses; nil if none are invented.
  package let corpus: Corpus?
  /// The key of the campaign file that names the pool: without `pool`, it is the corpus.
  package let poolKey: String

  /// Reads them.
  package init(_ specification: Specification) throws(DesignError) {
    if let source = specification.pool {
      (pool, poolKey) = (try source.read(asPool: true), "pool")
      corpus = specification.proposesNewMolecules ? try specification.corpus.read() : nil
    } else {
      (pool, poolKey) = (try specification.corpus.read(), "corpus")
      corpus = specification.proposesNewMolecules ? pool : nil
    }
  }

  /// The molecules of a campaign that chooses from a pool and invents none.
  package init(pool: Corpus) {
    (self.pool, corpus, poolKey) = (pool, nil, "pool")
  }

  /// The lists, each once, by the keys that name them.
  var lists: [(key: String, list: Corpus)] {
    [(poolKey, pool)] + (poolKey == "pool" ? corpus.map { [("corpus", $0)] } ?? [] : [])
  }

  /// The versions of the lists.
  var versions: [VersionRecord] {
    lists.map { key, list in
      VersionRecord(component: key, version: stableHash(list.molecules.map(\.smiles).joined(separator: "\n")))
    }
  }

  /// Notes for the user on reading the lists.
  var notes: [String] { lists.flatMap(\.list.notes) }

  /// Notes for the user on the lines that were left out, one for each list that has any.
  var notesOnLeftOutLines: [String] {
    lists.compactMap { key, list in
      let refused = list.refusedLines
      guard !refused.isEmpty else { return nil }
      let shown = refused.prefix(5).map { "line \($0.line): \($0.reason)" }
      let rest = refused.count - shown.count
      return "Lines of the \(key) that were left out: \(refused.count). \(shown.joined(separator: "; "))"
        + (rest > 0 ? "; and \(rest) more ('cohobate validate' lists them)." : ".")
    }
  }
}
