import Chemistry
package import Numerics

/// A search for molecules of high likelihood, or of a high value of another kind: a genetic algorithm in which a bandit
/// shifts the effort to successful moves.
///
/// The best of all molecules seen are kept. Each step draws most parents among them by the logarithm of their rank, some from
/// the best of each kind (``EliteArchive``), and for each parent a move by the moves' success (probability matching; Thierens
/// 2005, doi 10.1145/1068009.1068251). It does not sample the posterior; ``SequentialMonteCarlo`` does.
///
/// `start` and `step` are functions of values. Each child has its own random stream, so that no result depends on the
/// distribution of work over cores.
public struct GeneticSearch: Sendable {
  /// The data that the moves use.
  public let environment: SearchEnvironment
  /// The moves.
  public let moves: [any SearchMove]
  /// The number of children in a step.
  public let children: Int
  /// The settings of the search.
  public let settings: SearchSettings

  /// Creates a search; by default with all moves.
  public init(
    environment: SearchEnvironment, moves: [any SearchMove] = SearchMoves.all, children: Int,
    settings: SearchSettings = SearchSettings()
  ) {
    self.environment = environment
    self.moves = moves
    self.children = children
    self.settings = settings
  }

  /// The state before the first step.
  public func start(_ members: [SearchMember]) -> SearchState {
    SearchState(
      members: members.best(settings.kept), archive: EliteArchive(members),
      credits: moves.map { MoveCredit(move: $0.name) })
  }

  /// One step: makes children of the members, and keeps the best of children and members.
  ///
  /// - Parameters:
  ///   - children: the number of children in this step; nil for the usual number.
  ///   - evaluate: evaluates all SMILES at once, in their order: nil for those that are not allowed molecules or were
  ///     seen before.
  package func step(
    _ state: SearchState, children: Int? = nil, stream: inout RandomStream,
    evaluate: ([SMILESWithOrigin]) throws -> [SearchMember?]
  ) throws -> (state: SearchState, info: StepInfo) {
    var state = state
    guard !state.members.isEmpty else { throw DesignError.noLikelihood(molecules: 0) }
    let count = children ?? self.children
    let streams = (0..<count).map { _ in RandomStream(seed: stream.next()) }
    let logShares = state.credits.shares(even: settings.evenShare, weights: moves.map(\.weight)).map(portableLog)
    var environment = environment
    environment.mates = state.members.map(\.smiles)
    let (moves, members, elites, around) = (moves, state.members, state.archive.elites, environment)
    let (second, archiveShare) = (settings.secondMove, settings.archiveShare)
    let drawn = concurrentMap(count) { index -> (move: Int, parent: SearchMember, smiles: String?) in
      var stream = streams[index]
      let move = stream.categorical(logWeights: logShares)
      let parent =
        stream.uniform() < archiveShare
        ? elites[stream.uniform(below: elites.count)] : members[rankedPlace(among: members.count, stream: &stream)]
      let child = moves[move].child(of: parent.smiles, in: around, stream: &stream)
      guard let child, stream.uniform() < second else { return (move, parent, child) }
      // The record and the success counts use the name of the first move.
      let next = stream.categorical(logWeights: logShares)
      return (move, parent, moves[next].child(of: child, in: around, stream: &stream) ?? child)
    }
    var counts = moves.map { MoveCounts(move: $0.name) }
    let made = drawn.filter { $0.smiles != nil }
    let found = try evaluate(
      made.map { SMILESWithOrigin(smiles: $0.smiles, parent: $0.parent.molecule, move: moves[$0.move].name) })
    let elite = members.count >= settings.elite ? members[settings.elite - 1].logLikelihood : -.infinity
    var paid = [Int](repeating: 0, count: moves.count)
    for child in drawn {
      counts[child.move].tried += 1
      if child.smiles == nil { counts[child.move].outside += 1 }
    }
    var all = members
    for (child, member) in zip(made, found) {
      guard let member else { continue }
      counts[child.move].changed += 1
      all.append(member)
      // A small change of a good molecule is often equally good: only a child better than its parent is a success.
      if member.logLikelihood > max(elite, child.parent.logLikelihood) { paid[child.move] += 1 }
    }
    let before = Set(members.map(\.molecule))
    state.members = all.best(settings.kept)
    state.archive.add(found.compactMap(\.self))
    let stayed = Set(state.members.map(\.molecule)).subtracting(before)
    for (child, member) in zip(made, found) {
      if let member, stayed.contains(member.molecule) { counts[child.move].accepted += 1 }
    }
    for index in moves.indices {
      state.credits[index].note(tried: counts[index].tried, paid: paid[index], memory: settings.memory)
    }
    let info = StepInfo(
      temperature: 1, effectiveSampleSize: Double(state.members.count), resampled: false, moves: counts,
      distinct: state.members.count)
    return (state, info)
  }
}
