internal import GRDB

/// A recorded candidate and how it was made.
package struct CandidateOrigin: Sendable, Hashable {
  /// Its canonical SMILES.
  package let smiles: String
  /// The canonical SMILES of the molecule that it was made from; `nil` if there is none.
  package let parent: String?
  /// How it was made.
  package let move: String

  /// A candidate and how it was made.
  package init(smiles: String, parent: String?, move: String) {
    (self.smiles, self.parent, self.move) = (smiles, parent, move)
  }
}

/// Queries for the design of an iteration.
extension CampaignStore {
  /// The ranked candidates of the latest iteration that a surrogate designed, by rank; none before there is any.
  ///
  /// An iteration considers those of the one before it again, so that the best of all iterations are among them.
  package func latestCandidates() throws(StoreError) -> [CandidateOrigin] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT smiles, parent, move FROM candidate JOIN molecule ON molecule.id = candidate.molecule
          WHERE rank IS NOT NULL AND iteration = (SELECT max(number) FROM iteration WHERE policy = 'surrogate')
          ORDER BY rank
          """
      ).map { row in
        CandidateOrigin(
          smiles: try row.decode(forColumn: "smiles"), parent: try row.decode(forColumn: "parent"),
          move: try row.decode(forColumn: "move"))
      }
    }
  }
}
