public import Numerics

extension GaussianProcess {
  /// The posterior means at some inputs, and L⁻¹ K(data, inputs), a column for each: the posterior covariance of two
  /// inputs is the prior's less the inner product of their columns.
  public func projections(at others: [Input]) -> (means: [Double], columns: Matrix) {
    let cross = kernel.block(inputs, others)
    return (posteriorMeans(at: others, cross: cross), factor.solveLower(cross))
  }
}
