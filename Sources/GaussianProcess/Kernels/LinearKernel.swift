public import Numerics

/// The inner product of two points divided by their number of coordinates: the covariance of a linear function with
/// independent standard normal coefficients, which are integrated out (Rasmussen and Williams, 2006, section 2.1).
public struct LinearKernel: Kernel {
  /// Creates the kernel; it has no parameters.
  public init() {}

  /// Σ aᵢ bᵢ / d.
  public func covariance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / Double(max(1, a.count))
  }

  /// The covariances of all pairs, by one matrix product.
  public func block(_ a: [[Double]], _ b: [[Double]]) -> Matrix {
    let dimension = a.first?.count ?? b.first?.count ?? 0
    let product = Matrix.transposedProduct(
      Matrix(rows: dimension, columns: a.count, storage: a.flatMap(\.self)),
      Matrix(rows: dimension, columns: b.count, storage: b.flatMap(\.self)))
    return (1 / Double(max(1, dimension))) * product
  }

  /// The coordinates themselves, exactly, divided by √d.
  public func features(draws: Int, like example: [Double], from stream: inout RandomStream) -> FeatureMap<[Double]> {
    let dimension = example.count
    let factor = 1 / Double(max(1, dimension)).squareRoot()
    return FeatureMap(count: dimension) { inputs in
      factor * Matrix(rows: dimension, columns: inputs.count, storage: inputs.flatMap(\.self))
    }
  }
}
