import Chemistry
package import Numerics

/// A search for molecules of high likelihood: a genetic algorithm whose effort a bandit shifts to the moves that pay.
///
/// Of all molecules seen the best are kept, so that none is lost. Each step draws parents among them by the logarithm of
/// their rank, and for each a move by what the moves have paid (probability matching; Thierens 2005,
/// doi 10.1145/1068009.1068251). It samples nothing: for the posterior there is ``SequentialMonteCarlo``.
///
/// `start` and `step` are functions of values. Each child has a random stream of its own, so that nothing depends on how
/// the work is spread over cores.
public struct Searcher: Sendable {
  /// What the moves draw from.
  public let surroundings: SearchSurroundings
  /// The moves.
  public let moves: [any SearchMove]
  /// The children of a step.
  public let children: Int
  /// How it goes about it.
  public let settings: SearchSettings

  /// A searcher; by default with all moves.
  public init(
    surroundings: SearchSurroundings, moves: [any SearchMove] = SearchMoves.all, children: Int,
    settings: SearchSettings = SearchSettings()
  ) {
    self.surroundings = surroundings
    self.moves = moves
    self.children = children
    self.settings = settings
  }

  /// The state before the first step.
  public func start(_ members: [SearchMember]) -> SearchState {
    SearchState(members: members.best(settings.kept), credits: moves.map { MoveCredit(move: $0.name) })
  }

  /// One step: children of the members, of whom with the members the best are kept.
  ///
  /// - Parameters:
  ///   - children: how many this time; nil for as many as usual.
  ///   - evaluate: what is known of molecules' SMILES, in their order, all at once: nil for what is no allowed molecule or
  ///     was seen before.
  package func step(
    _ state: SearchState, children: Int? = nil, stream: inout RandomStream,
    evaluate: ([Sighting]) throws -> [SearchMember?]
  ) throws -> (state: SearchState, info: StepInfo) {
    var state = state
    guard !state.members.isEmpty else { throw DesignError.noLikelihood(molecules: 0) }
    let count = children ?? self.children
    let streams = (0..<count).map { _ in RandomStream(seed: stream.next()) }
    let logShares = state.credits.shares(even: settings.evenShare, weights: moves.map(\.weight)).map(portableLog)
    var surroundings = surroundings
    surroundings.mates = state.members.map(\.smiles)
    let (moves, members, around) = (moves, state.members, surroundings)
    let second = settings.secondMove
    let drawn = concurrentMap(count) { index -> (move: Int, parent: Int, smiles: String?) in
      var stream = streams[index]
      let move = stream.categorical(logWeights: logShares)
      let parent = rankedPlace(among: members.count, stream: &stream)
      let child = moves[move].child(of: members[parent].smiles, in: around, stream: &stream)
      guard let child, stream.uniform() < second else { return (move, parent, child) }
      // The record names the first move, and so does the count of what paid.
      let next = stream.categorical(logWeights: logShares)
      return (move, parent, moves[next].child(of: child, in: around, stream: &stream) ?? child)
    }
    var counts = moves.map { MoveCounts(move: $0.name) }
    let made = drawn.filter { $0.smiles != nil }
    let found = try evaluate(
      made.map { Sighting(smiles: $0.smiles, parent: members[$0.parent].molecule, move: moves[$0.move].name) })
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
      // A small change of a good molecule is often as good: only what is better than its parent has paid.
      if member.logLikelihood > max(elite, members[child.parent].logLikelihood) { paid[child.move] += 1 }
    }
    let before = Set(members.map(\.molecule))
    state.members = all.best(settings.kept)
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
