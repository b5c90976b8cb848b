/// The number of occurrences of each environment in a molecule. Environments are distinguished by their identifiers
/// without folding, so that only equal hashes of 32 or 64 bits are confused.
public struct ExactCounts: Sendable, Hashable {
  let sparse: SparseCounts

  /// Creates counts of identifiers.
  ///
  /// - Precondition: the identifiers ascend without repetition, no count is 0, each identifier has a count, and the
  ///   counts add up to less than 2³¹.
  public init(identifiers: [UInt64], counts: [UInt32]) {
    sparse = SparseCounts(identifiers: identifiers, counts: counts)
  }

  init(_ sparse: SparseCounts) { self.sparse = sparse }

  /// The environments that occur, in ascending order.
  public var identifiers: [UInt64] { sparse.identifiers }
  /// The number of occurrences of each of ``identifiers``.
  public var counts: [UInt32] { sparse.counts }
  /// The sum of all counts.
  public var total: Int { sparse.total }

  /// The MinMax (count Tanimoto) similarity Σ min(a, b) / Σ max(a, b), from 0 to 1; 1 for two empty ones. It is a
  /// positive semi-definite kernel (doi:10.1016/j.neunet.2005.07.009).
  public func similarity(to other: ExactCounts) -> Double { sparse.similarity(to: other.sparse) }

  /// The similarities of all pairs, on all cores, column-major: that of `a[i]` and `b[j]` is at `i + j * a.count`.
  public static func similarities(_ a: [ExactCounts], _ b: [ExactCounts]) -> [Double] {
    PackedFingerprints(a).similarities(to: PackedFingerprints(b))
  }

  /// The similarities of all pairs of the same fingerprints, on all cores: a symmetric matrix, column-major.
  public static func symmetricSimilarities(_ a: [ExactCounts]) -> [Double] {
    PackedFingerprints(a).symmetricSimilarities()
  }
}
