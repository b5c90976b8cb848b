internal import Glibc
internal import Numerics

/// An approximate Gaussian process for many observations, whose information is carried by the values at some inducing
/// inputs.
///
/// It is the process whose covariance is Q = K_u K_uu⁻¹ K_uᵀ between different observations, conditioned exactly. The
/// diagonal has either the kernel's own variance, so that the variance unexplained at an observation counts as its
/// independent noise, or that of Q, see ``SparseConditional``. Conditioning on n observations takes O(n m²) time and,
/// apart from the observations, O(m²) memory for m inducing inputs; conditioning twice equals conditioning on both data
/// sets.
public struct SparseProcess<Input: Sendable>: Sendable {
  /// The prior mean.
  public let mean: any PriorMean<Input>
  /// The prior covariance.
  public let kernel: any Kernel<Input>
  /// The variance of the noise of an observation, in the square of the property's unit.
  public let noiseVariance: Double
  /// The inducing inputs.
  public let inducingInputs: [Input]
  /// The treatment of the variance that they leave unexplained.
  public let conditional: SparseConditional
  /// The jitter added to the variances of the inducing inputs so that their covariance matrix has a factor, in the
  /// square of the property's unit; 0 if none was needed.
  public let jitter: Double
  /// The observed inputs.
  public let inputs: [Input]
  /// The observed values, in the order of the inputs.
  public let values: [Double]
  /// The known standard deviation of each observation in addition to the process's noise; empty if there is none.
  public let noiseDeviations: [Double]
  /// The fraction of each observation's prior variance that the inducing inputs leave unexplained, from 0 to 1.
  public let unexplainedShares: [Double]

  /// The factor of K_uu.
  private let inducingFactor: CholeskyFactor
  /// A = I + V Λ⁻¹ Vᵀ, with V = L⁻¹ K_u over the observations and Λ the independent variance of each of them.
  private let information: Matrix
  private let informationFactor: CholeskyFactor
  /// V Λ⁻¹ (values − prior mean).
  private let projected: [Double]
  /// A⁻¹ times that: the posterior mean of the whitened values at the inducing inputs.
  private let weights: [Double]
  /// Λ, and the residual from the prior mean, of each observation.
  private let independent: [Double]
  private let residuals: [Double]

  /// Creates a process without observations.
  ///
  /// - Parameter inducingInputs: at least one; ``fitSparse(kernel:inputs:values:noiseDeviations:sparse:settings:)``
  ///   selects good ones.
  public init(
    mean: any PriorMean<Input>, kernel: any Kernel<Input>, noiseVariance: Double, inducingInputs: [Input],
    conditional: SparseConditional = .fullyIndependent
  ) throws(GaussianProcessError) {
    guard noiseVariance > 0, noiseVariance.isFinite else { throw .invalidNoise(variance: "\(noiseVariance)") }
    guard !inducingInputs.isEmpty else {
      throw .invalidSetting("A sparse process needs at least one inducing input.")
    }
    let (factor, jitter) = try factorized(kernel.block(inducingInputs, inducingInputs))
    var identity = Matrix(rows: inducingInputs.count, columns: inducingInputs.count)
    identity.addToDiagonal(1)
    try self.init(
      mean: mean, kernel: kernel, noiseVariance: noiseVariance, inducingInputs: inducingInputs,
      conditional: conditional, jitter: jitter, inputs: [], values: [], noiseDeviations: [], unexplainedShares: [],
      inducingFactor: factor,
      information: identity, projected: Array(repeating: 0, count: inducingInputs.count), independent: [],
      residuals: [])
  }

  private init(
    mean: any PriorMean<Input>, kernel: any Kernel<Input>, noiseVariance: Double, inducingInputs: [Input],
    conditional: SparseConditional, jitter: Double, inputs: [Input], values: [Double], noiseDeviations: [Double],
    unexplainedShares: [Double],
    inducingFactor: CholeskyFactor, information: Matrix, projected: [Double], independent: [Double],
    residuals: [Double]
  ) throws(GaussianProcessError) {
    self.mean = mean
    self.kernel = kernel
    self.noiseVariance = noiseVariance
    self.inducingInputs = inducingInputs
    self.conditional = conditional
    self.jitter = jitter
    self.inputs = inputs
    self.values = values
    self.noiseDeviations = noiseDeviations
    self.unexplainedShares = unexplainedShares
    self.inducingFactor = inducingFactor
    self.information = information
    self.projected = projected
    self.independent = independent
    self.residuals = residuals
    do {
      informationFactor = try CholeskyFactor(information)
    } catch {
      throw .numerics(error)
    }
    weights = informationFactor.solve(projected)
  }

  /// The process conditioned on further observations: O(b m² + m³) for b of them.
  ///
  /// - Parameter newNoiseDeviations: the known standard deviation of each new value, in the property's unit; the
  ///   process's noise is added. Empty if unknown.
  public func conditioned(
    on newInputs: [Input], values newValues: [Double], noiseDeviations newNoiseDeviations: [Double] = []
  ) throws(GaussianProcessError) -> SparseProcess {
    try checkData(inputs: newInputs.count, values: newValues, noiseDeviations: newNoiseDeviations)
    var (information, projected) = (information, projected)
    var (shares, independent) = (unexplainedShares, independent)
    let newResiduals = zip(newValues, mean.values(at: newInputs)).map { $0 - $1 }
    for range in chunks(of: newInputs.count) {
      let part = Array(newInputs[range])
      var explained = whitened(part)
      let variances = kernel.variances(part)
      let remaining = zip(variances, explained.squaredColumnNorms).map { max(0, $0 - $1) }
      var scaledResiduals: [Double] = []
      for (column, index) in range.enumerated() {
        let own = newNoiseDeviations.isEmpty ? 0 : newNoiseDeviations[index]
        let variance = (conditional == .fullyIndependent ? remaining[column] : 0) + noiseVariance + own * own
        shares.append(variances[column] > 0 ? remaining[column] / variances[column] : 0)
        independent.append(variance)
        let root = variance.squareRoot()
        scaledResiduals.append(newResiduals[index] / root)
        for row in 0..<explained.rows { explained[row, column] /= root }
      }
      information += Matrix.symmetricProduct(explained)
      for (row, sum) in (explained * scaledResiduals).enumerated() { projected[row] += sum }
    }
    let known = noiseDeviations.isEmpty && newNoiseDeviations.isEmpty
    return try SparseProcess(
      mean: mean, kernel: kernel, noiseVariance: noiseVariance, inducingInputs: inducingInputs,
      conditional: conditional, jitter: jitter, inputs: inputs + newInputs, values: values + newValues,
      noiseDeviations: known
        ? [] : filled(noiseDeviations, inputs.count) + filled(newNoiseDeviations, newInputs.count),
      unexplainedShares: shares, inducingFactor: inducingFactor, information: information, projected: projected,
      independent: independent, residuals: residuals + newResiduals)
  }

  /// The process with all standard deviations multiplied by a factor, which leaves the means unchanged.
  func scaled(deviations factor: Double) throws(GaussianProcessError) -> SparseProcess {
    let square = factor * factor
    func scaled(_ kernel: some Kernel<Input>) -> any Kernel<Input> { ScaledKernel(variance: square, base: kernel) }
    let prior = try SparseProcess(
      mean: mean, kernel: scaled(kernel), noiseVariance: square * noiseVariance, inducingInputs: inducingInputs,
      conditional: conditional)
    return try SparseProcess(
      mean: mean, kernel: prior.kernel, noiseVariance: prior.noiseVariance, inducingInputs: inducingInputs,
      conditional: conditional, jitter: prior.jitter, inputs: inputs, values: values,
      noiseDeviations: noiseDeviations.map { factor * $0 }, unexplainedShares: unexplainedShares,
      inducingFactor: prior.inducingFactor, information: information, projected: projected.map { $0 / factor },
      independent: independent.map { square * $0 }, residuals: residuals)
  }

  /// The prediction at each input, computed in chunks.
  ///
  /// - Parameter includingNoise: whether to predict an observation rather than the process.
  public func predict(_ others: [Input], includingNoise: Bool = false) -> [Prediction] {
    let added = includingNoise ? noiseVariance : 0
    return chunks(of: others.count).flatMap { range in
      let part = Array(others[range])
      let explained = whitened(part)
      let known = explained.squaredColumnNorms
      let uncertain = informationFactor.solveLower(explained).squaredColumnNorms
      let variances = kernel.variances(part)
      let means = posteriorMeans(at: part, explained: explained)
      return part.indices.map { index in
        let variance = max(0, variances[index] - known[index]) + uncertain[index]
        return Prediction(mean: means[index], standardDeviation: (variance + added).squareRoot())
      }
    }
  }

  /// The prediction of each observation (with its noise) from all the others, in closed form, with fixed
  /// hyper-parameters and inducing inputs: exact for this process, which is itself an approximation. O(n m²).
  public var leaveOneOut: [Prediction] {
    chunks(of: inputs.count).flatMap { range in
      let part = Array(inputs[range])
      let explained = whitened(part)
      let variances = kernel.variances(part)
      let leverages = informationFactor.solveLower(explained).squaredColumnNorms
      let products = transposedProduct(explained, weights)
      // The diagonal of C⁻¹ and C⁻¹ r by Woodbury's identity; then as for the exact process.
      return range.enumerated().map { column, index in
        let variance = independent[index]
        let precision = max(0, 1 - leverages[column] / variance) / variance
        let weight = (residuals[index] - products[column]) / variance
        // The unexplained variance is either part of the noise already, or added.
        let added = conditional == .fullyIndependent ? 0 : unexplainedShares[index] * variances[column]
        return Prediction(
          mean: values[index] - weight / precision, standardDeviation: (1 / precision + added).squareRoot())
      }
    }
  }

  /// The posterior without its observations, which suffices to predict the process. O(m³).
  public func posterior() throws(GaussianProcessError) -> SparsePosterior<Input> {
    try SparsePosterior(
      mean: mean, kernel: kernel, inducingInputs: inducingInputs, jitter: jitter, information: information,
      projected: projected)
  }

  /// The logarithm of the probability density of the observed values under the approximate process.
  public var logMarginalLikelihood: Double {
    var sum = Double(values.count) * logNormalDensity(0) - 0.5 * informationFactor.logDeterminant
    for (variance, residual) in zip(independent, residuals) {
      sum -= 0.5 * (log(variance) + residual * residual / variance)
    }
    return sum + 0.5 * zip(projected, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// V = L⁻¹ K_u, one input per column.
  private func whitened(_ part: [Input]) -> Matrix {
    var block = kernel.block(inducingInputs, part)
    inducingFactor.solveLower(inPlace: &block)
    return block
  }

  private func posteriorMeans(at part: [Input], explained: Matrix) -> [Double] {
    zip(mean.values(at: part), transposedProduct(explained, weights)).map { $0 + $1 }
  }

  /// Chunks of inputs such that a block is no larger than the existing matrices.
  private func chunks(of count: Int) -> [Range<Int>] {
    let length = min(max(inducingInputs.count, 128), 1024)
    return stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
  }
}

/// The posterior mean as a prior mean of another process.
extension SparseProcess: PriorMean {
  /// The posterior mean at each input.
  public func values(at inputs: [Input]) -> [Double] {
    chunks(of: inputs.count).flatMap { range in
      let part = Array(inputs[range])
      return posteriorMeans(at: part, explained: whitened(part))
    }
  }
}

private func transposedProduct(_ matrix: Matrix, _ vector: [Double]) -> [Double] {
  Matrix.transposedProduct(matrix, Matrix(rows: vector.count, columns: 1, storage: vector)).storage
}

private func filled(_ deviations: [Double], _ count: Int) -> [Double] {
  deviations.isEmpty ? Array(repeating: 0, count: count) : deviations
}
