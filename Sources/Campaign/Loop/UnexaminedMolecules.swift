import CachedCalculation
import CampaignFile
import Chemistry
import MolecularDesign
import Numerics
import Prediction

/// The molecules of a pool that the surrogate has not examined in an iteration.
///
/// Of a large pool it examines 5,000 at a time: 500 at random, and 4,500 that a ``BitRegression`` ranks highest. The
/// regression learns the values by which the acquisition function searches (`CandidateRanking.values`) of
/// the molecules that were examined, and once more after each third of the 4,500, so that it becomes most exact where the
/// best molecules are.
struct UnexaminedMolecules {
  private static let roundCount = 3

  /// The number of molecules of a large pool that are examined at a time.
  private let countAtOnce = PoolReading.current.examinedCount
  private let name: String
  /// The places of the molecules, in ascending order.
  private var left: [Int]
  /// The large pool's index; nil for one in memory.
  private let index: PoolIndex?
  private var stream: RandomStream
  private let molecules: ([Int]) throws(ChemistryError) -> [Molecule]
  private var examined: [(bits: FoldedBits, value: Double)] = []

  /// The number of molecules that were ranked, by the surrogate or by the regression: all that the history leaves.
  let rankedCount: Int
  /// The number of those that were examined by the surrogate.
  var examinedCount: Int { rankedCount - left.count }

  /// - Parameters:
  ///   - places: those of the molecules, in ascending order.
  ///   - molecules: reads the molecules at some places.
  init(
    name: String, _ places: [Int], of index: PoolIndex?, stream: RandomStream,
    molecules: @escaping ([Int]) throws(ChemistryError) -> [Molecule]
  ) {
    (self.name, left, rankedCount) = (name, places, places.count)
    (self.index, self.stream, self.molecules) = (index, stream, molecules)
  }

  /// Whether the surrogate has examined all molecules.
  var isExhausted: Bool { left.isEmpty }

  /// Examines further molecules: all, or the next ones of a large pool.
  ///
  /// - Returns: them, the best first; none if there are no more.
  mutating func examine(by ranking: inout CandidateRanking) throws -> [Candidate] {
    guard let index, left.count > countAtOnce else {
      defer { left = [] }
      return try candidates(at: left, by: &ranking).bestFirst
    }
    let randomCount = max(1, countAtOnce / 10)
    let drawn = stream.sample(count: randomCount, from: left).sorted()
    var found = try examine(drawn, of: index, by: &ranking)
    for _ in 0..<Self.roundCount {
      let regression = try BitRegression(examined)
      let scores = index.scores(regression.weights)
      let best = Self.greatest((countAtOnce - randomCount) / Self.roundCount, of: scores, among: left)
      found += try examine(best, of: index, by: &ranking)
    }
    return found.bestFirst
  }

  private mutating func examine(
    _ places: [Int], of index: PoolIndex, by ranking: inout CandidateRanking
  ) throws -> [Candidate] {
    try Task.checkCancellation()
    let found = try candidates(at: places, by: &ranking)
    for (place, candidate) in zip(places, found) {
      examined.append((index.bits(at: place), candidate.logLikelihood ?? -.infinity))
    }
    let taken = Set(places)
    left.removeAll { taken.contains($0) }
    return found
  }

  private func candidates(
    at places: [Int], by ranking: inout CandidateRanking
  ) throws -> [Candidate] {
    let molecules = try molecules(places)
    return zip(molecules, try ranking.values(of: molecules)).map {
      Candidate(molecule: $0, parent: nil, move: name, logLikelihood: $1)
    }
  }

  /// Those of some places that have the greatest scores, in ascending order; of equal ones the first.
  private static func greatest(_ count: Int, of scores: [Float], among places: [Int]) -> [Int] {
    @Sendable func precedes(_ a: Int, _ b: Int) -> Bool { scores[a] != scores[b] ? scores[a] > scores[b] : a < b }
    let pieceLength = 1 << 15
    let pieces = concurrentMap((places.count + pieceLength - 1) / pieceLength) { piece in
      Array(
        places[piece * pieceLength..<min((piece + 1) * pieceLength, places.count)].sorted(by: precedes).prefix(count))
    }
    return pieces.flatMap(\.self).sorted(by: precedes).prefix(count).sorted()
  }
}
