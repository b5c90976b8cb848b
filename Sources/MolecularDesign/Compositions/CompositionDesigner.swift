public import Chemistry
import Compositions
public import Numerics

/// Designs compositions: a search by substitution of elements and by steps of the amounts, from known ones.
///
/// It has no language model, and what it draws at random are near relatives of the pool.
public struct CompositionDesigner: Sendable {
  /// The compositions from which samples start.
  public let pool: [Molecule]
  /// The filter.
  public let filter: MoleculeFilter
  /// The number of children in a step and of steps, and the limits of drawing.
  public let settings: DesignSettings

  /// Creates a designer.
  public init(pool: [Molecule], filter: MoleculeFilter, settings: DesignSettings) {
    (self.pool, self.filter, self.settings) = (pool, filter, settings)
  }

  /// The share of the children to which a second move is applied.
  private static let secondMove = 0.3

  /// Distinct new compositions made from members of the pool by one to three moves. There are fewer than `count` if
  /// ``DesignSettings/drawsAtMost`` draws gave no more.
  ///
  /// - Parameters:
  ///   - known: identities that are not returned.
  ///   - others: materials from which the filter's minimum distance is kept.
  ///   - drawsAtMost: fewer draws than the settings allow.
  /// - Throws: ``DesignError/filterTooNarrow(_:)`` if there is none.
  public func sample(
    count: Int, excluding known: Set<String>, apartFrom others: [Molecule] = [], drawsAtMost: Int? = nil,
    stream: inout RandomStream
  ) throws -> DesignResult {
    var visited = VisitedMolecules(filter: try filter.compiled(), excluding: known)
    let most = min(settings.drawsAtMost, drawsAtMost ?? settings.drawsAtMost)
    var (chosen, drawn): ([Candidate], Int) = ([], 0)
    while chosen.count < count, drawn < most, !pool.isEmpty {
      let number = min(most - drawn, max(100, 4 * (count - chosen.count)))
      drawn += number
      let before = visited.entries.count
      let made = (0..<number).map { _ -> SMILESWithOrigin in
        let parent = pool[stream.uniform(below: pool.count)]
        let moves = 1 + stream.uniform(below: 3)
        return child(of: parent, moves: moves, number: nil, stream: &stream)
      }
      _ = try visited.evaluate(made, by: unweighed)
      chosen += visited.candidates(from: before)
      if let distance = filter.minimumDistance {
        let kept = try chosen.map(\.molecule).diverse(
          minimumDistance: distance, atMost: count, apartFrom: others)
        visited.countTooNear(chosen.count - kept.count)
        chosen = kept.map { chosen[$0] }
      }
    }
    guard count == 0 || !chosen.isEmpty else {
      throw DesignError.filterTooNarrow(
        FruitlessDraw(counts: visited.counts, rejections: visited.rejections(atMost: settings.rejectionsKept)))
    }
    return result(visited, candidates: Array(chosen.prefix(count)), steps: [], members: [])
  }

  /// A search from seeds for the greatest values: in each step the best members, drawn by the logarithm of their rank, have
  /// children, and the best of children and members stay.
  ///
  /// - Parameters:
  ///   - known: identities that are not returned.
  ///   - logLikelihoods: the values of materials in their order, one array each, possibly −infinity.
  public func design(
    from seeds: [Molecule], excluding known: Set<String>, stream: inout RandomStream,
    logLikelihoods: (_ molecules: [Molecule], _ widening: Int) throws -> [[Double]]
  ) throws -> DesignResult {
    var visited = VisitedMolecules(filter: try filter.compiled(), excluding: known)
    let weigh = { (molecules: [Molecule]) in try logLikelihoods(molecules, 0) }
    _ = try visited.evaluate(seeds.map { SMILESWithOrigin($0, move: "seed") }, by: weigh)
    var members = Self.best(settings.search.kept, of: visited)
    var steps: [StepInfo] = []
    for _ in 0..<settings.steps where !members.isEmpty {
      try Task.checkCancellation()
      let first = visited.entries.count
      let made = (0..<settings.particles).map { _ -> SMILESWithOrigin in
        let parent = members[rankedPlace(among: members.count, stream: &stream)]
        let moves = stream.uniform() < Self.secondMove ? 2 : 1
        return child(of: visited.entries[parent].molecule, moves: moves, number: parent, stream: &stream)
      }
      _ = try visited.evaluate(made, by: weigh)
      let before = Set(members)
      members = Self.best(settings.search.kept, of: visited)
      steps.append(
        StepInfo(
          temperature: 1, effectiveSampleSize: Double(members.count), resampled: false,
          moves: Self.counts(of: made, visited, from: first, accepted: Set(members).subtracting(before)),
          distinct: members.count))
    }
    return result(visited, candidates: visited.candidates.bestFirst, steps: steps, members: members)
  }

  private func child(
    of parent: Molecule, moves: Int, number: Int?, stream: inout RandomStream
  ) -> SMILESWithOrigin {
    let first = Self.move(stream: &stream)
    guard var composition = parent.composition.flatMap({ first.child(of: $0, stream: &stream) }) else {
      return SMILESWithOrigin(smiles: nil, parent: number, move: first.rawValue)
    }
    for _ in 1..<max(moves, 1) {
      composition = Self.move(stream: &stream).child(of: composition, stream: &stream) ?? composition
    }
    return SMILESWithOrigin(smiles: composition.identity, parent: number, move: first.rawValue)
  }

  private static func move(stream: inout RandomStream) -> CompositionMove {
    CompositionMove.allCases[stream.uniform(below: CompositionMove.allCases.count)]
  }

  /// The numbers of the best allowed materials, the best first, then by identity.
  private static func best(_ count: Int, of visited: VisitedMolecules) -> [Int] {
    let allowed = visited.entries.indices.filter { visited.entries[$0].rejection == nil }
    func value(_ number: Int) -> Double { visited.entries[number].logLikelihood ?? -.infinity }
    return Array(
      allowed.sorted { a, b in
        value(a) != value(b)
          ? value(a) > value(b) : visited.entries[a].molecule.smiles < visited.entries[b].molecule.smiles
      }.prefix(count))
  }

  private static func counts(
    of made: [SMILESWithOrigin], _ visited: VisitedMolecules, from first: Int, accepted: Set<Int>
  ) -> [MoveCounts] {
    let new = visited.entries.indices.dropFirst(first)
    return CompositionMove.allCases.map { move in
      var counts = MoveCounts(move: move.rawValue)
      let own = made.filter { $0.move == move.rawValue }
      counts.tried = own.count
      counts.outside = own.count { $0.smiles == nil }
      counts.changed = new.count { visited.entries[$0].move == move.rawValue && visited.entries[$0].rejection == nil }
      counts.accepted = new.count { visited.entries[$0].move == move.rawValue && accepted.contains($0) }
      return counts
    }
  }

  private func result(
    _ visited: VisitedMolecules, candidates: [Candidate], steps: [StepInfo], members: [Int]
  ) -> DesignResult {
    DesignResult(
      candidates: candidates, rejections: visited.rejections(atMost: settings.rejectionsKept), counts: visited.counts,
      steps: steps, survivors: members.map(visited.candidate), meanLikelihood: nil, widenings: 0, logEvidence: nil)
  }
}
