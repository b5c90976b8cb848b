public import Numerics

/// The posterior of a ``SparseProcess``: its prior, its inducing inputs, and the information of the observations about
/// the values there.
///
/// It contains no observations, so that it takes O(m²) memory whatever their number.
public struct SparsePosterior<Input: Sendable>: ProjectedPosterior {
  /// The prior mean.
  public let mean: any PriorMean<Input>
  /// The prior covariance.
  public let kernel: any Kernel<Input>
  /// The inducing inputs.
  public let inducingInputs: [Input]
  /// The jitter added to the variances of the inducing inputs, in the square of the property's unit.
  public let jitter: Double
  /// A = I + V Λ⁻¹ Vᵀ, with V = L⁻¹ K_u over the observations, L the factor of the inducing inputs' covariance matrix
  /// and Λ the independent variance of each observation: m × m.
  public let information: Matrix
  /// V Λ⁻¹ (values − prior mean): m numbers.
  public let projected: [Double]
  /// The jitter added to the diagonal of I − A⁻¹, whose average is at most 1, to make its root exist: the posterior
  /// covariances are too small by this fraction of the prior variance. 0 if none was needed.
  public let rootJitter: Double

  private let inducingFactor: CholeskyFactor
  /// The lower triangular T with T Tᵀ = I − A⁻¹.
  private let root: Matrix
  /// A⁻¹ `projected`: the posterior mean of the whitened values at the inducing inputs.
  private let weights: [Double]

  /// Creates a posterior from the parts that ``SparseProcess/posterior()`` gives.
  ///
  /// - Throws: `GaussianProcessError.numerics` if a covariance matrix has no factor, `.invalidSetting` if the parts
  ///   differ in the number of inducing inputs.
  public init(
    mean: any PriorMean<Input>, kernel: any Kernel<Input>, inducingInputs: [Input], jitter: Double, information: Matrix,
    projected: [Double]
  ) throws(GaussianProcessError) {
    let count = inducingInputs.count
    guard count > 0, information.rows == count, information.columns == count, projected.count == count else {
      throw .invalidSetting(
        "A sparse posterior needs as many rows, columns and projected values as it has inducing inputs, and at least one."
      )
    }
    (self.mean, self.kernel, self.inducingInputs) = (mean, kernel, inducingInputs)
    (self.jitter, self.information, self.projected) = (jitter, information, projected)
    var covariance = kernel.block(inducingInputs, inducingInputs)
    covariance.addToDiagonal(jitter)
    let factor: CholeskyFactor
    do {
      inducingFactor = try CholeskyFactor(covariance)
      factor = try CholeskyFactor(information)
    } catch {
      throw .numerics(error)
    }
    weights = factor.solve(projected)
    var explained = -1 * factor.inverse()
    explained.addToDiagonal(1)
    if explained.storage.allSatisfy({ $0 == 0 }) {
      // There are no observations.
      (root, rootJitter) = (explained, 0)
    } else {
      let raised = try factorized(explained)
      (root, rootJitter) = (raised.factor.lower, raised.jitter)
    }
  }

  /// The posterior means at some inputs, and Tᵀ L⁻¹ K(inducing inputs, inputs), a column for each: the posterior
  /// covariance of two inputs is the prior's minus the inner product of their columns, as for an exact process.
  public func projections(at others: [Input]) -> (means: [Double], columns: Matrix) {
    guard !others.isEmpty else { return ([], Matrix(rows: inducingInputs.count, columns: 0)) }
    let explained = inducingFactor.solveLower(kernel.block(inducingInputs, others))
    let weighted = Matrix.transposedProduct(explained, Matrix(rows: weights.count, columns: 1, storage: weights))
      .storage
    return (zip(mean.values(at: others), weighted).map { $0 + $1 }, Matrix.transposedProduct(root, explained))
  }
}
