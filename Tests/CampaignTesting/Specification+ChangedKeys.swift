package import CampaignFile

extension Specification {
  /// The top-level keys whose meaning differs from that in an earlier specification.
  package func changedKeys(from earlier: Specification) -> [String] {
    let changes: [(String, Bool)] = [
      ("name", name != earlier.name), ("seed", seed != earlier.seed), ("objectives", objectives != earlier.objectives),
      ("calculator", calculator != earlier.calculator), ("screen", screen != earlier.screen),
      ("confirm", confirm != earlier.confirm), ("corpus", corpus != earlier.corpus),
      ("pool", pool != earlier.pool),
      ("molecules", filter != earlier.filter || knownFiles != earlier.knownFiles), ("policy", policy != earlier.policy),
      ("surrogate", surrogate != earlier.surrogate),
      ("acquisition", acquisition != earlier.acquisition),
      (
        "design",
        languageModel != earlier.languageModel || design != earlier.design || candidates != earlier.candidates
          || proposesNewMolecules != earlier.proposesNewMolecules
      ),
      ("budget", budget != earlier.budget),
    ]
    return changes.filter(\.1).map(\.0)
  }
}
