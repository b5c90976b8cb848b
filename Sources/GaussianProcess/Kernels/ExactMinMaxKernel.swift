public import Chemistry
public import Numerics

/// The MinMax similarity of exact counts, Σ min(a, b) / Σ max(a, b): environments are distinguished by their
/// identifiers, so that no two share a position. Its variance is 1.
///
/// It serves only representations that are not folded, such as `morgan-exact-r3`. The standard model has
/// ``MinMaxKernel``.
public struct ExactMinMaxKernel: Kernel {
  /// Creates the kernel; it has no parameters.
  public init() {}

  /// The similarity, from 0 to 1.
  public func covariance(_ a: ExactCounts, _ b: ExactCounts) -> Double { a.similarity(to: b) }

  /// The similarities of all pairs.
  public func block(_ a: [ExactCounts], _ b: [ExactCounts]) -> Matrix {
    Matrix(rows: a.count, columns: b.count, storage: ExactCounts.similarities(a, b))
  }

  /// The blocks of counts that are packed once.
  public func blocks(over inputs: [ExactCounts]) -> InputBlocks { InputBlocks(PackedFingerprints(inputs)) }

  /// 1 for every input.
  public func variances(_ a: [ExactCounts]) -> [Double] { Array(repeating: 1, count: a.count) }
}
