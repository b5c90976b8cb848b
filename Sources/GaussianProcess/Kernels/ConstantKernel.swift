public import Numerics

/// The same covariance for all pairs, as of an unknown constant that is integrated out. Its variance is 1.
public struct ConstantKernel<Input: Sendable>: Kernel {
  /// Creates the kernel; it has no parameters.
  public init() {}

  /// 1.
  public func covariance(_ a: Input, _ b: Input) -> Double { 1 }
  /// 1 for all pairs.
  public func block(_ a: [Input], _ b: [Input]) -> Matrix { Matrix(rows: a.count, columns: b.count, repeating: 1) }
  /// 1 for every input.
  public func variances(_ a: [Input]) -> [Double] { Array(repeating: 1, count: a.count) }
  /// One exact feature: 1.
  public func features(draws: Int, like example: Input, from stream: inout RandomStream) -> FeatureMap<Input> {
    FeatureMap(count: 1) { Matrix(rows: 1, columns: $0.count, repeating: 1) }
  }
}
