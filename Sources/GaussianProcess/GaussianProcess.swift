internal import Numerics

/// A Gaussian process: a distribution over functions, conditioned on observations of one of them.
///
/// A process conditioned on data is again a process; conditioning twice equals conditioning on both data sets:
///
///     let prior = try GaussianProcess(mean: ConstantMean(4.0), kernel: MinMaxKernel(), noiseVariance: 0.01)
///     let posterior = try prior.conditioned(on: fingerprints, values: gaps)
///     let predictions = posterior.predict(others)
///
/// Equations: Rasmussen and Williams, *Gaussian Processes for Machine Learning* (2006), algorithm 2.1.
public struct GaussianProcess<Input: Sendable>: Sendable {
  /// The prior mean.
  public let mean: any PriorMean<Input>
  /// The prior covariance.
  public let kernel: any Kernel<Input>
  /// The variance of the noise of an observation, in the square of the property's unit.
  public let noiseVariance: Double
  /// The observed inputs.
  public let inputs: [Input]
  /// The observed values, in the order of the inputs.
  public let values: [Double]
  /// The known standard deviation of each observation in addition to the process's noise, in the property's unit; empty
  /// if there is none.
  public let noiseDeviations: [Double]

  /// The factor L of K + noise variance · I over the inputs.
  let factor: CholeskyFactor
  /// (K + noise variance · I)⁻¹ (values − prior mean).
  let weights: [Double]
  /// L⁻¹ (values − prior mean); further observations only append to it.
  private let whitened: [Double]

  /// Creates a process without observations.
  public init(mean: any PriorMean<Input>, kernel: any Kernel<Input>, noiseVariance: Double)
    throws(GaussianProcessError)
  {
    guard noiseVariance >= 0, noiseVariance.isFinite else { throw .invalidNoise(variance: "\(noiseVariance)") }
    self.init(
      mean: mean, kernel: kernel, noiseVariance: noiseVariance, inputs: [], values: [], noiseDeviations: [],
      factor: .empty, whitened: [])
  }

  private init(
    mean: any PriorMean<Input>, kernel: any Kernel<Input>, noiseVariance: Double, inputs: [Input], values: [Double],
    noiseDeviations: [Double], factor: CholeskyFactor, whitened: [Double]
  ) {
    self.mean = mean
    self.kernel = kernel
    self.noiseVariance = noiseVariance
    self.inputs = inputs
    self.values = values
    self.noiseDeviations = noiseDeviations
    self.factor = factor
    self.whitened = whitened
    weights = factor.solveUpper(whitened)
  }

  /// The process conditioned on further observations: O(b n²) for b of them after n.
  ///
  /// - Parameter newNoiseDeviations: the known standard deviation of each new value, in the property's unit; the
  ///   process's noise is added. Empty if unknown.
  public func conditioned(
    on newInputs: [Input], values newValues: [Double], noiseDeviations newNoiseDeviations: [Double] = []
  )
    throws(GaussianProcessError) -> GaussianProcess
  {
    try checkData(inputs: newInputs.count, values: newValues, noiseDeviations: newNoiseDeviations)
    let extended: CholeskyFactor
    do {
      extended =
        inputs.isEmpty
        ? try factorized(newInputs, newNoiseDeviations) : try extendedFactor(newInputs, newNoiseDeviations)
    } catch {
      throw .numerics(error)
    }
    let newResiduals = zip(newValues, mean.values(at: newInputs)).map { $0 - $1 }
    return GaussianProcess(
      mean: mean, kernel: kernel, noiseVariance: noiseVariance, inputs: inputs + newInputs, values: values + newValues,
      noiseDeviations: joined(newNoiseDeviations, count: newInputs.count), factor: extended,
      whitened: extended.solveLower(Array(repeating: 0, count: inputs.count) + newResiduals, after: whitened))
  }

  /// The process with standard deviations that are greater by a factor, and the same means: its kernel must be the own one
  /// times the square of the factor.
  func scaled(by factor: Double, kernel: any Kernel<Input>) -> GaussianProcess {
    GaussianProcess(
      mean: mean, kernel: kernel, noiseVariance: factor * factor * noiseVariance, inputs: inputs, values: values,
      noiseDeviations: noiseDeviations.map { factor * $0 }, factor: self.factor.scaled(by: factor),
      whitened: whitened.map { $0 / factor })
  }

  /// The factor of the covariance over the first inputs, which is computed panel by panel and never as a whole.
  private func factorized(_ inputs: [Input], _ deviations: [Double]) throws(NumericsError) -> CholeskyFactor {
    let (blocks, noiseVariance) = (kernel.blocks(over: inputs), noiseVariance)
    return try CholeskyFactor(size: inputs.count) { rows, elements in
      let block = blocks.block(rows, 0..<rows.upperBound)
      for index in block.storage.indices { elements[index] = block.storage[index] }
      for (index, row) in rows.enumerated() {
        let own = deviations.isEmpty ? 0 : deviations[row] * deviations[row]
        elements[index + row * rows.count] += noiseVariance + own
      }
    }
  }

  private func extendedFactor(_ newInputs: [Input], _ deviations: [Double]) throws(NumericsError) -> CholeskyFactor {
    var block = kernel.block(newInputs, newInputs)
    block.addToDiagonal(noiseVariance)
    for (index, deviation) in deviations.enumerated() { block[index, index] += deviation * deviation }
    return try factor.appending(crossCovariance: kernel.block(inputs, newInputs), block: block)
  }

  private func joined(_ newDeviations: [Double], count: Int) -> [Double] {
    if noiseDeviations.isEmpty && newDeviations.isEmpty { return [] }
    func filled(_ deviations: [Double], _ count: Int) -> [Double] {
      deviations.isEmpty ? Array(repeating: 0, count: count) : deviations
    }
    return filled(noiseDeviations, inputs.count) + filled(newDeviations, count)
  }

  /// The prediction at each input: it takes one block of covariances and one triangular solution for every thousand
  /// inputs.
  ///
  /// - Parameter includingNoise: whether to predict an observation rather than the process. Comparisons with a
  ///   calculated value (its error, the probability that it is in a window) must include the noise.
  public func predict(_ others: [Input], includingNoise: Bool = false) -> [Prediction] {
    let added = includingNoise ? noiseVariance : 0
    var predictions: [Prediction] = []
    predictions.reserveCapacity(others.count)
    for start in stride(from: 0, to: others.count, by: 1024) {
      let part = Array(others[start..<min(start + 1024, others.count)])
      let cross = kernel.block(inputs, part)
      let means = posteriorMeans(at: part, cross: cross)
      let variances = remainingVariances(kernel.variances(part), solved: factor.solveLower(cross))
      for (mean, variance) in zip(means, variances) {
        predictions.append(Prediction(mean: mean, standardDeviation: (variance + added).squareRoot()))
      }
    }
    return predictions
  }

  /// The joint prediction of the process at all inputs, without noise.
  public func joint(_ others: [Input]) -> JointPrediction {
    let cross = kernel.block(inputs, others)
    let solved = factor.solveLower(cross)
    return JointPrediction(
      means: posteriorMeans(at: others, cross: cross), prior: kernel.block(others, others), solved: solved)
  }

  /// The prediction of each observation (with its noise) from all the others, in closed form: Rasmussen and Williams,
  /// equations 5.10–5.12. The hyper-parameters are fixed.
  public var leaveOneOut: [Prediction] {
    zip(zip(values, weights), factor.inverseDiagonal).map { pair, precision in
      Prediction(mean: pair.0 - pair.1 / precision, standardDeviation: (1 / precision).squareRoot())
    }
  }

  /// The logarithm of the probability density of the observed values.
  public var logMarginalLikelihood: Double {
    let distance = whitened.reduce(0) { $0 + $1 * $1 }
    return -0.5 * (distance + factor.logDeterminant) + Double(values.count) * logNormalDensity(0)
  }

  func posteriorMeans(at others: [Input], cross: Matrix) -> [Double] {
    let column = Matrix(rows: weights.count, columns: 1, storage: weights)
    return zip(mean.values(at: others), Matrix.transposedProduct(cross, column).storage).map { $0 + $1 }
  }
}

/// The posterior mean as a prior mean of another process.
extension GaussianProcess: PriorMean {
  /// The posterior mean at each input.
  public func values(at inputs: [Input]) -> [Double] {
    posteriorMeans(at: inputs, cross: kernel.block(self.inputs, inputs))
  }
}

/// Prior variances minus the squared norms of the columns of L⁻¹ K, never negative in spite of rounding.
func remainingVariances(_ variances: [Double], solved: Matrix) -> [Double] {
  variances.indices.map { column in
    max(0, variances[column] - solved.column(column).reduce(0) { $0 + $1 * $1 })
  }
}

/// Checks that there is one finite value for each input, and one deviation for each value or none at all.
func checkData(inputs: Int, values: [Double], noiseDeviations: [Double] = []) throws(GaussianProcessError) {
  guard inputs == values.count else { throw .countMismatch(inputs: inputs, values: values.count) }
  if let index = values.firstIndex(where: { !$0.isFinite }) {
    throw .nonFiniteValue(index: index, value: "\(values[index])")
  }
  guard noiseDeviations.isEmpty || noiseDeviations.count == values.count else {
    throw .invalidNoiseDeviations("there are \(noiseDeviations.count) for \(values.count) values")
  }
  if let index = noiseDeviations.firstIndex(where: { !($0 >= 0) || !$0.isFinite }) {
    throw .invalidNoiseDeviations("that of index \(index) is \(noiseDeviations[index])")
  }
}
