import CRDKit
import Compositions

/// The number of occurrences of each feature in a molecule: Morgan environments folded to 2048 positions, keys,
/// fragments, or several of these concatenated.
///
/// Only the counts that are not zero are stored. MinMax similarities are exact, and the same on any number of cores.
public struct CountFingerprint: Sendable, Hashable {
  /// The default number of positions of a Morgan fingerprint: 2048.
  public static let defaultSize = 2048

  /// The number of counts, zeros included.
  public let size: Int
  let sparse: SparseCounts

  /// Creates a fingerprint with one position for each count.
  ///
  /// - Precondition: the counts add up to less than 2³¹.
  public init(counts: [UInt32]) {
    let present = counts.indices.filter { counts[$0] > 0 }
    self.init(
      size: counts.count,
      SparseCounts(identifiers: present.map { UInt64($0) }, counts: present.map { counts[$0] }))
  }

  init(size: Int, _ sparse: SparseCounts) {
    precondition(sparse.identifiers.last.map { $0 < UInt64(size) } ?? true, "A position is beyond the size \(size).")
    self.size = size
    self.sparse = sparse
  }

  /// The sum of all counts.
  public var total: Int { sparse.total }

  /// The counts, one for each of the ``size`` positions.
  public var counts: [UInt32] {
    var counts = [UInt32](repeating: 0, count: size)
    for (position, count) in zip(sparse.identifiers, sparse.counts) { counts[Int(position)] = count }
    return counts
  }

  /// The counts that are not zero, in the order of their positions.
  package var nonzero: [(position: Int, count: UInt32)] {
    zip(sparse.identifiers, sparse.counts).map { (Int($0), $1) }
  }

  /// The same with every count capped at 1: which features occur. MinMax is then the Tanimoto similarity of bits.
  public var bits: CountFingerprint { CountFingerprint(size: size, sparse.bits) }

  /// The counts of `a` followed by those of `b`.
  ///
  /// - Precondition: the counts of both add up to less than 2³¹.
  public static func + (a: CountFingerprint, b: CountFingerprint) -> CountFingerprint {
    CountFingerprint(
      size: a.size + b.size,
      SparseCounts(
        identifiers: a.sparse.identifiers + b.sparse.identifiers.map { $0 + UInt64(a.size) },
        counts: a.sparse.counts + b.sparse.counts))
  }

  /// The MinMax (count Tanimoto) similarity Σ min(a, b) / Σ max(a, b), from 0 to 1; 1 for two empty fingerprints. It is
  /// a positive semi-definite kernel (doi:10.1016/j.neunet.2005.07.009).
  ///
  /// - Precondition: both have the same size.
  public func similarity(to other: CountFingerprint) -> Double {
    precondition(size == other.size, "A fingerprint of \(size) counts cannot be compared with one of \(other.size).")
    return sparse.similarity(to: other.sparse)
  }

  /// The similarities of all pairs, on all cores, column-major: that of `a[i]` and `b[j]` is at `i + j * a.count`.
  ///
  /// - Precondition: all have the same size.
  public static func similarities(_ a: [CountFingerprint], _ b: [CountFingerprint]) -> [Double] {
    PackedFingerprints(a).similarities(to: PackedFingerprints(b))
  }

  /// The similarities of all pairs of the same fingerprints, on all cores: a symmetric matrix, column-major.
  ///
  /// - Precondition: all have the same size.
  public static func symmetricSimilarities(_ a: [CountFingerprint]) -> [Double] {
    PackedFingerprints(a).symmetricSimilarities()
  }
}

extension Molecule {
  /// The Morgan count fingerprint (extended connectivity, doi:10.1021/ci100050t), of 2048 counts; of a composition, the
  /// amounts of its elements.
  ///
  /// - Parameter radius: bonds from an atom to the edge of its largest environment; 3 gives what is known as ECFP6 counts.
  public func fingerprint(radius: Int = 3) throws(ChemistryError) -> CountFingerprint {
    if let composition { return composition.amounts }
    return try unsafe withGraph { handle throws(ChemistryError) in
      let size = CountFingerprint.defaultSize
      return CountFingerprint(
        size: size,
        try unsafe environments(CRDKIT_MORGAN, radius: radius, foldedTo: size, of: handle, smiles: smiles))
    }
  }
}

extension Molecule {
  /// The fingerprint whose MinMax distance ``MoleculeFilter/minimumDistance`` limits: Morgan bits of radius 2, known as ECFP4;
  /// of a composition, the amounts of its elements.
  public func distanceFingerprint() throws(ChemistryError) -> CountFingerprint {
    guard let composition else { return try fingerprint(radius: 2).bits }
    // As long as that of a molecule, to which it has nothing in common: a list may have both.
    let amounts = composition.amounts
    return CountFingerprint(
      counts: amounts.counts + [UInt32](repeating: 0, count: CountFingerprint.defaultSize - amounts.size))
  }
}

extension CountFingerprint {
  /// The fingerprint of a molecule by its canonical SMILES, or of a composition by its identity. The SMILES is not made
  /// canonical again, so that this takes a fraction of the time of reading a ``Molecule``.
  package init(canonicalSMILES smiles: String, radius: Int = 3) throws(ChemistryError) {
    if let composition = Composition(identity: smiles) {
      self = composition.amounts
      return
    }
    let graph = try unsafe callRDKit(failure: { .invalidSMILES(smiles: smiles, reason: $0) }) { error in
      unsafe crdkit_molecule_new_graph(smiles, error)
    }
    defer { unsafe crdkit_molecule_delete(graph) }
    let size = Self.defaultSize
    self.init(
      size: size, try unsafe environments(CRDKIT_MORGAN, radius: radius, foldedTo: size, of: graph, smiles: smiles))
  }
}

extension [Molecule] {
  /// The fingerprint of each molecule, computed on all cores.
  public func fingerprints(radius: Int = 3) throws(ChemistryError) -> [CountFingerprint] {
    try concurrentMap(count) { index in
      Result { () throws(ChemistryError) in try self[index].fingerprint(radius: radius) }
    }.values()
  }
}
