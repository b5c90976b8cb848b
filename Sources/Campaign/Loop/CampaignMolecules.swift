package import CachedCalculation
package import CampaignFile
import Chemistry
package import Files
package import MolecularDesign
import Stores

/// The molecules that a campaign file names, by what they are for.
package struct CampaignMolecules: Sendable {
  /// The molecules that may be chosen as they are. Descriptors are scaled over all of them, because the few calculated
  /// molecules hardly determine a scale.
  package let pool: PoolList
  /// The molecules that the language model learns from, and whose fragments a search uses; nil if none are invented.
  package let corpus: Corpus?
  /// The key of the campaign file that names the pool: without `pool`, it is the corpus.
  package let poolKey: String

  /// Reads them.
  ///
  /// - Parameters:
  ///   - specification: Its filter has the known molecules.
  ///   - tell: Called with the progress of making the index of a large pool.
  package init(
    _ specification: Specification, tell: (PoolProgress) -> Void = { _ in }
  ) throws(CampaignError) {
    if let source = specification.pool {
      (pool, poolKey) = (try PoolList(source, for: specification, tell: tell), "pool")
      corpus =
        specification.proposesNewMolecules && specification.usesCorpus
        ? try CampaignError.mapping { try specification.corpus.read(of: specification.kind) } : nil
    } else {
      let list = try CampaignError.mapping { try specification.corpus.read(of: specification.kind) }
      (pool, poolKey) = (.listed(list), "corpus")
      corpus = specification.proposesNewMolecules ? list : nil
    }
    try requireKind(of: specification)
  }

  /// Throws unless the candidates are what the campaign file says: a table with a column of formulas and none of SMILES has
  /// compositions.
  private func requireKind(of specification: Specification) throws(CampaignError) {
    let isOfCompositions = specification.kind == .composition
    guard let other = pool.molecules?.first(where: { ($0.composition != nil) != isOfCompositions }) else { return }
    throw CampaignError(
      .input,
      isOfCompositions
        ? "The \(poolKey) has the molecule '\(other.smiles)', and the candidates are compositions; give a .csv file with a column "
          + "'formula', or a .txt file."
        : "The \(poolKey) has the composition '\(other.formula)', and the candidates are \(specification.kind.plural); state 'kind: composition' under "
          + "'molecules', or name the column of the SMILES.")
  }

  /// The molecules of a campaign that chooses from a pool and invents none.
  package init(pool: Corpus) {
    (self.pool, corpus, poolKey) = (.listed(pool), nil, "pool")
  }

  /// The lists, each once, by the keys that name them.
  var lists: [(key: String, list: PoolList)] {
    [(poolKey, pool)] + (poolKey == "pool" ? corpus.map { [("corpus", .listed($0))] } ?? [] : [])
  }

  /// The versions of the lists.
  var versions: [VersionRecord] {
    lists.map { key, list in VersionRecord(component: key, version: list.version) }
  }

  /// Notes for the user on reading the lists.
  var notes: [String] { lists.flatMap(\.list.notes) }

  /// Notes for the user on the lines that were left out, one for each list that has any.
  var notesOnLeftOutLines: [String] {
    lists.compactMap { key, list in
      let count = list.refusedLineCount
      guard count > 0 else { return nil }
      let shown = list.refusedLines.prefix(5).map { "line \($0.line): \($0.reason)" }
      let rest = count - shown.count
      return "Lines of the \(key) that were left out: \(count). \(shown.joined(separator: "; "))"
        + (rest > 0
          ? "; and \(rest) more ('cohobate validate' lists \(count > list.refusedLines.count ? "some" : "them"))."
          : ".")
    }
  }
}
