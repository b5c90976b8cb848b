public import Numerics

/// An unknown constant for each of several outputs, integrated out. Its variance is 1, and 0 between different outputs.
public struct OutputConstantKernel<Input: Sendable>: Kernel {
  /// Creates the kernel; it has no parameters.
  public init() {}

  /// 1 for the same output, otherwise 0.
  public func covariance(_ a: OutputInput<Input>, _ b: OutputInput<Input>) -> Double { a.output == b.output ? 1 : 0 }

  /// 1 for pairs of the same output.
  public func block(_ a: [OutputInput<Input>], _ b: [OutputInput<Input>]) -> Matrix {
    let outputs = a.map(\.output)
    var storage: [Double] = []
    storage.reserveCapacity(a.count * b.count)
    for right in b { for output in outputs { storage.append(output == right.output ? 1 : 0) } }
    return Matrix(rows: a.count, columns: b.count, storage: storage)
  }

  /// 1 for every input.
  public func variances(_ a: [OutputInput<Input>]) -> [Double] { Array(repeating: 1, count: a.count) }
}
