/// A member of a search.
public struct SearchMember: Sendable, Hashable, Codable {
  /// The number of the molecule.
  public let molecule: Int
  /// Its canonical SMILES.
  public let smiles: String
  /// Its log-likelihood; −infinity if it has none.
  public let logLikelihood: Double

  /// Creates a member.
  public init(molecule: Int, smiles: String, logLikelihood: Double) {
    self.molecule = molecule
    self.smiles = smiles
    self.logLikelihood = logLikelihood
  }
}

/// The state for the next step of a search.
public struct SearchState: Sendable, Hashable, Codable {
  /// The members, the best first, then by SMILES.
  public internal(set) var members: [SearchMember]
  /// The success of each move so far.
  public internal(set) var credits: [MoveCredit]

  init(members: [SearchMember], credits: [MoveCredit]) {
    self.members = members
    self.credits = credits
  }
}

extension [SearchMember] {
  /// The `count` best, each molecule once.
  func best(_ count: Int) -> [SearchMember] {
    var seen: Set<Int> = []
    let distinct = filter { seen.insert($0.molecule).inserted }
    return Array(
      distinct.sorted { ($1.logLikelihood, $0.smiles) < ($0.logLikelihood, $1.smiles) }.prefix(count))
  }
}
