public import Numerics

/// A covariance function: how alike the values at two inputs are expected to be.
///
/// An author writes ``covariance(_:_:)``, and ``block(_:_:)`` where many can be had faster at once. It must be
/// symmetric and positive semi-definite; `CohobateTesting.kernelViolations` checks that. `+`, `*` and ``ScaledKernel``
/// build larger kernels.
public protocol Kernel<Input>: Sendable {
  /// What the kernel compares, for instance a molecule's fingerprint.
  associatedtype Input: Sendable
  /// The covariance of the values at two inputs.
  func covariance(_ a: Input, _ b: Input) -> Double
  /// The covariances of all pairs: row i, column j is that of `a[i]` and `b[j]`.
  func block(_ a: [Input], _ b: [Input]) -> Matrix
  /// The covariance of each input with itself: the diagonal of `block(a, a)`.
  func variances(_ a: [Input]) -> [Double]
}

extension Kernel {
  /// The covariances of all pairs, one by one.
  public func block(_ a: [Input], _ b: [Input]) -> Matrix {
    var result = Matrix(rows: a.count, columns: b.count)
    for (column, right) in b.enumerated() {
      for (row, left) in a.enumerated() { result[row, column] = covariance(left, right) }
    }
    return result
  }

  /// The covariance of each input with itself, one by one.
  public func variances(_ a: [Input]) -> [Double] { a.map { covariance($0, $0) } }
}

/// A kernel times a positive variance.
public struct ScaledKernel<Base: Kernel>: Kernel {
  /// The factor: the square of the output scale.
  public let variance: Double
  /// The kernel that is scaled.
  public let base: Base

  /// A kernel times a variance, which must not be negative.
  public init(variance: Double, base: Base) {
    precondition(variance >= 0, "A kernel was scaled by \(variance), which is no variance.")
    self.variance = variance
    self.base = base
  }

  /// The base's covariance times the variance.
  public func covariance(_ a: Base.Input, _ b: Base.Input) -> Double { variance * base.covariance(a, b) }
  /// The base's block times the variance.
  public func block(_ a: [Base.Input], _ b: [Base.Input]) -> Matrix { variance * base.block(a, b) }
  /// The base's variances times the variance.
  public func variances(_ a: [Base.Input]) -> [Double] { base.variances(a).map { variance * $0 } }
}

/// The sum of two kernels: the value is the sum of two independent processes.
public struct SumKernel<Left: Kernel, Right: Kernel>: Kernel where Left.Input == Right.Input {
  let left: Left
  let right: Right

  /// The sum of the two covariances.
  public func covariance(_ a: Left.Input, _ b: Left.Input) -> Double { left.covariance(a, b) + right.covariance(a, b) }
  /// The sum of the two blocks.
  public func block(_ a: [Left.Input], _ b: [Left.Input]) -> Matrix { left.block(a, b) + right.block(a, b) }
}

/// The product of two kernels: inputs are alike when both find them alike.
public struct ProductKernel<Left: Kernel, Right: Kernel>: Kernel where Left.Input == Right.Input {
  let left: Left
  let right: Right

  /// The product of the two covariances.
  public func covariance(_ a: Left.Input, _ b: Left.Input) -> Double { left.covariance(a, b) * right.covariance(a, b) }
  /// The element-wise product of the two blocks.
  public func block(_ a: [Left.Input], _ b: [Left.Input]) -> Matrix {
    left.block(a, b).elementwiseProduct(right.block(a, b))
  }
}

/// The sum of two kernels.
public func + <Left: Kernel, Right: Kernel>(left: Left, right: Right) -> SumKernel<Left, Right> {
  SumKernel(left: left, right: right)
}

/// The product of two kernels.
public func * <Left: Kernel, Right: Kernel>(left: Left, right: Right) -> ProductKernel<Left, Right> {
  ProductKernel(left: left, right: right)
}
