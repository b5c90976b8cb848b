public import Numerics

/// A posterior that can be evaluated at inputs without its data, exact or sparse.
public protocol ProjectedPosterior<Input>: Sendable {
  /// The inputs at which it is evaluated.
  associatedtype Input: Sendable
  /// The covariance before the first observation.
  var kernel: any Kernel<Input> { get }
  /// The posterior means at some inputs, and a column for each: the posterior covariance of two inputs is the prior's
  /// minus the inner product of their columns.
  func projections(at others: [Input]) -> (means: [Double], columns: Matrix)
}

extension GaussianProcess: ProjectedPosterior {
  /// The posterior means at some inputs, and L⁻¹ K(data, inputs), a column for each: the posterior covariance of two
  /// inputs is the prior's minus the inner product of their columns.
  public func projections(at others: [Input]) -> (means: [Double], columns: Matrix) {
    let cross = kernel.block(inputs, others)
    return (posteriorMeans(at: others, cross: cross), factor.solveLower(cross))
  }
}
