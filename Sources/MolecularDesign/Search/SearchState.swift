/// A member of a search.
public struct SearchMember: Sendable, Hashable, Codable {
  /// The number of the molecule.
  public let molecule: Int
  /// Its canonical SMILES.
  public let smiles: String
  /// Its log-likelihood, or the value that is maximised in its place; −infinity if it has none.
  public let logLikelihood: Double
  /// The kind of the molecule.
  public let cell: ArchiveCell

  /// Creates a member.
  public init(molecule: Int, smiles: String, logLikelihood: Double, cell: ArchiveCell) {
    self.molecule = molecule
    self.smiles = smiles
    self.logLikelihood = logLikelihood
    self.cell = cell
  }

  /// Whether it is better than another one, or as good and the first of both by SMILES.
  func comesBefore(_ other: SearchMember) -> Bool { (other.logLikelihood, smiles) < (logLikelihood, other.smiles) }
}

/// The state for the next step of a search.
public struct SearchState: Sendable, Hashable, Codable {
  /// The members, the best first, then by SMILES.
  public internal(set) var members: [SearchMember]
  /// The best of each kind, whether or not it is still a member.
  public internal(set) var archive: EliteArchive
  /// The success of each move so far.
  public internal(set) var credits: [MoveCredit]

  init(members: [SearchMember], archive: EliteArchive, credits: [MoveCredit]) {
    self.members = members
    self.archive = archive
    self.credits = credits
  }
}

extension [SearchMember] {
  /// The `count` best, each molecule once.
  func best(_ count: Int) -> [SearchMember] {
    var seen: Set<Int> = []
    let distinct = filter { seen.insert($0.molecule).inserted }
    return Array(distinct.sorted { $0.comesBefore($1) }.prefix(count))
  }
}
