public import Chemistry
public import Numerics

/// The MinMax similarity of count fingerprints, Σ min(a, b) / Σ max(a, b): the Tanimoto kernel of counts. Its variance
/// is 1.
///
/// It is a kernel of the standard model (``MolecularModel/standard``), on folded Morgan counts and on fragment counts.
public struct MinMaxKernel: Kernel {
  /// Creates the kernel; it has no parameters.
  public init() {}

  /// The similarity, from 0 to 1.
  public func covariance(_ a: CountFingerprint, _ b: CountFingerprint) -> Double { a.similarity(to: b) }

  /// The similarities of all pairs, in one pass over the bits.
  public func block(_ a: [CountFingerprint], _ b: [CountFingerprint]) -> Matrix {
    Matrix(rows: a.count, columns: b.count, storage: CountFingerprint.similarities(a, b))
  }

  /// The blocks of fingerprints that are packed once.
  public func blocks(over inputs: [CountFingerprint]) -> InputBlocks { InputBlocks(PackedFingerprints(inputs)) }

  /// 1 for every fingerprint.
  public func variances(_ a: [CountFingerprint]) -> [Double] { Array(repeating: 1, count: a.count) }
}

extension InputBlocks {
  /// The similarities among fingerprints.
  init(_ packed: PackedFingerprints) {
    self.init { rows, columns in
      Matrix(
        rows: rows.count, columns: columns.count,
        storage: packed.similarities(rows: rows, to: packed, columns: columns))
    }
  }
}
