public import Numerics

/// The covariance of what equal inputs share and all others do not: 1 for an input with itself, and 0 for two different
/// ones.
///
/// It makes the part of a function that a smooth kernel does not describe a part of the function, not noise: a process is
/// then certain where it was observed, and as uncertain elsewhere as with the noise.
public struct IdentityKernel<Input: Hashable & Sendable>: Kernel {
  /// Creates the kernel; it has no parameters.
  public init() {}

  /// 1 for equal inputs, else 0.
  public func covariance(_ a: Input, _ b: Input) -> Double { a == b ? 1 : 0 }

  /// 1 where the inputs are equal, found by their hashes.
  public func block(_ a: [Input], _ b: [Input]) -> Matrix {
    var result = Matrix(rows: a.count, columns: b.count)
    let rows = Dictionary(grouping: a.indices) { a[$0] }
    for (column, input) in b.enumerated() {
      for row in rows[input] ?? [] { result[row, column] = 1 }
    }
    return result
  }

  /// 1 for every input.
  public func variances(_ a: [Input]) -> [Double] { Array(repeating: 1, count: a.count) }
}
