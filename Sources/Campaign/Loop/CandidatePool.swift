import CachedCalculation
import Chemistry
import MolecularDesign
import Numerics
import Prediction
import Stores

/// A source of candidates that can be used up: the molecules of a list that the filter allows.
struct CandidatePool: Sendable {
  /// Where the molecules are.
  private enum Molecules: Sendable {
    case inMemory([Molecule], listings: [String: ListingEntry])
    case indexed(PoolIndex)
  }

  /// The key of the campaign file that names it, which is how the record says where a candidate comes from.
  let name: String
  /// The number of molecules of the list that may not be proposed, by the first filter that rejects each.
  let refusals: [Rejection.Kind: Int]
  private let molecules: Molecules

  /// - Parameters:
  ///   - filter: The filter, by which an index was made.
  init(name: String, _ list: PoolList, filter: CompiledFilter) throws(ChemistryError) {
    self.name = name
    switch list {
    case .indexed(let index):
      refusals = index.contents.refusals
      molecules = .indexed(index)
    case .listed(let corpus):
      let rejections = try filter.rejections(of: corpus.molecules)
      refusals = rejections.reduce(into: [:]) { counts, rejection in
        if let rejection { counts[rejection.kind, default: 0] += 1 }
      }
      let allowed = corpus.molecules.indices.filter { rejections[$0] == nil }
      var listings: [String: ListingEntry] = [:]
      // Only a pool is a list of what can be had.
      for place in allowed where name == "pool" {
        guard let line = corpus.lines[place] else { continue }
        let smiles = corpus.molecules[place].smiles
        listings[smiles] = ListingEntry(smiles: smiles, line: line, name: corpus.names[place])
      }
      molecules = .inMemory(allowed.map { corpus.molecules[$0] }, listings: listings)
    }
  }

  /// The number of molecules.
  var count: Int {
    switch molecules {
    case .inMemory(let molecules, _): molecules.count
    case .indexed(let index): index.count
    }
  }

  /// The molecules in the order of the list; nil if they are too many to be in memory.
  var listed: [Molecule]? {
    if case .inMemory(let molecules, _) = molecules { molecules } else { nil }
  }

  /// The lines and names of those of some molecules that the pool has; none for a corpus.
  ///
  /// - Parameter smiles: canonical SMILES.
  func listings(of smiles: [String]) -> [ListingEntry] {
    switch molecules {
    case .inMemory(_, let listings): smiles.compactMap { listings[$0] }
    case .indexed(let index):
      index.places(of: smiles).sorted { $0.value < $1.value }.map { text, place in
        ListingEntry(smiles: text, line: index.line(at: place), name: index.text(at: place).name)
      }
    }
  }

  /// The places of the molecules that the history leaves, in the order of the list.
  private func places(leftBy history: History) -> [Int] {
    switch molecules {
    case .inMemory(let molecules, _):
      molecules.indices.filter { !history.identities.contains(molecules[$0].smiles) }
    case .indexed(let index): index.places(without: history.identities)
    }
  }

  private func molecules(at places: some Collection<Int>) throws(ChemistryError) -> [Molecule] {
    switch molecules {
    case .inMemory(let molecules, _): places.map { molecules[$0] }
    case .indexed(let index): try index.molecules(at: Array(places))
    }
  }

  /// The number of molecules whose distances are computed at once.
  private static let pieceLength = 5000

  /// Draws molecules at random, sufficiently distant from each other and from those chosen before; fewer if there are
  /// no more.
  ///
  /// - Returns: the molecules, and the number of those known to be too near.
  func drawn(
    count: Int, history: History, minimumDistance: Double?, features: FeatureStore, stream: inout RandomStream
  ) throws(ChemistryError) -> (drawn: [Candidate], tooNear: Int) {
    var left = places(leftBy: history)
    stream.shuffle(&left)
    var drawn: [Molecule] = []
    var tooNear = 0
    if let minimumDistance {
      for start in stride(from: 0, to: left.count, by: Self.pieceLength) where drawn.count < count {
        let piece = try molecules(at: left[start..<min(start + Self.pieceLength, left.count)])
        let kept = try features.bits(of: piece).diverse(
          minimumDistance: minimumDistance, atMost: count - drawn.count,
          apartFrom: features.bits(of: history.neighbours + drawn))
        drawn += kept.map { piece[$0] }
        features.forgetOthers()
      }
      // The remaining ones are known to be too close only if all were considered.
      if drawn.count < count { tooNear = left.count - drawn.count }
    } else {
      drawn = try molecules(at: left.prefix(count))
    }
    features.keep(drawn)
    return (drawn.map { Candidate(molecule: $0, parent: nil, move: name, logLikelihood: nil) }, tooNear)
  }

  /// The molecules that the history leaves, to be put before the surrogate: all at once, or of a large pool those first
  /// that a preselection prefers.
  ///
  /// - Parameter stream: draws the molecules that a preselection learns from.
  func unexamined(after history: History, stream: RandomStream) -> UnexaminedMolecules {
    let left = places(leftBy: history)
    guard case .indexed(let index) = molecules else {
      return UnexaminedMolecules(name: name, left, of: nil, stream: stream, molecules: molecules(at:))
    }
    return UnexaminedMolecules(name: name, left, of: index, stream: stream, molecules: molecules(at:))
  }
}
