import Chemistry
import MolecularDesign
import Numerics
import Prediction

/// A source of candidates that can be used up: the molecules of a list that the filter allows.
struct CandidatePool: Sendable {
  /// The key of the campaign file that names it, which is how the record says where a candidate comes from.
  let name: String
  /// The number of molecules of the list that may not be proposed, by the first filter that rejects each.
  let refusals: [Rejection.Kind: Int]
  /// The molecules, in the order of the list.
  let molecules: [Molecule]

  /// - Parameter rejections: For each molecule why the filter rejects it.
  init(name: String, _ molecules: [Molecule], rejections: [Rejection?]) {
    self.name = name
    refusals = rejections.reduce(into: [:]) { counts, rejection in
      if let rejection { counts[rejection.kind, default: 0] += 1 }
    }
    self.molecules = zip(molecules, rejections).filter { $0.1 == nil }.map(\.0)
  }

  /// The number of molecules.
  var count: Int { molecules.count }

  /// Draws molecules at random, sufficiently distant from each other and from those chosen before; fewer if there are
  /// no more.
  ///
  /// - Returns: the molecules, and the number of those known to be too near.
  func drawn(
    count: Int, history: History, minimumDistance: Double?, features: FeatureStore, stream: inout RandomStream
  ) throws(ChemistryError) -> (drawn: [Candidate], tooNear: Int) {
    var left = molecules.filter { !history.identities.contains($0.smiles) }
    stream.shuffle(&left)
    var tooNear = 0
    if let minimumDistance {
      let kept = try features.bits(of: left).diverse(
        minimumDistance: minimumDistance, atMost: count, apartFrom: features.bits(of: history.neighbours))
      // The remaining ones are known to be too close only if all were considered.
      if kept.count < count { tooNear = left.count - kept.count }
      left = kept.map { left[$0] }
    }
    return (
      left.prefix(count).map { Candidate(molecule: $0, parent: nil, move: name, logLikelihood: nil) }, tooNear
    )
  }

  /// All molecules that the history leaves, the best first.
  func ranked(by ranking: inout CandidateRanking, history: History) throws -> [Candidate] {
    try ranking.ranked(
      molecules.filter { !history.identities.contains($0.smiles) }.map {
        Candidate(molecule: $0, parent: nil, move: name, logLikelihood: nil)
      })
  }
}
