internal import Glibc
internal import Numerics

/// A Gaussian process that predicts the probability of success: Φ(f) at an input, with a latent process f that is
/// learnt from successes and failures.
///
///     let classifier = try ProcessClassifier(fitting: MinMaxKernel(), to: fingerprints, outcomes: succeeded)
///     let probabilities = classifier.probabilities(others)
///
/// The posterior of f is Laplace's approximation, with which the probability has a closed form: Φ(μ/√(1 + σ²)) of the
/// mean μ and the variance σ² of f. Equations: Rasmussen and Williams, *Gaussian Processes for Machine Learning*
/// (2006), chapter 3 and section 5.5.1.
public struct ProcessClassifier<Input: Sendable>: Sendable {
  /// The prior covariance of f.
  public let kernel: any Kernel<Input>
  /// The prior mean of f.
  public let mean: Double
  /// The prior standard deviation of f, averaged over the inputs that it was fitted to; for a given kernel over all
  /// inputs.
  public let outputScale: Double
  /// The inputs with an outcome.
  public let inputs: [Input]
  /// Whether each was a success.
  public let outcomes: [Bool]
  /// The approximate logarithm of the probability of the outcomes.
  public let logMarginalLikelihood: Double
  /// The name of the explanation that was chosen; nil if the kernel was given.
  public private(set) var explanation: String?

  private let isLinear: Bool
  /// K⁻¹ (mode − mean).
  private let weights: [Double]
  /// The square roots of the precisions with which the outcomes determine f.
  private let roots: [Double]
  /// The factor of I + W½ K W½.
  private let factor: CholeskyFactor

  /// Conditions a latent process, given by its mean and kernel, on outcomes.
  public init(kernel: any Kernel<Input>, mean: Double, inputs: [Input], outcomes: [Bool]) throws(GaussianProcessError) {
    try checkData(inputs: inputs.count, values: outcomes.map { $0 ? 1 : 0 })
    let scale = averageVariance(of: kernel, at: inputs).squareRoot()
    try self.init(
      kernel, mean: mean, outputScale: scale, isLinear: false, inputs: inputs, outcomes: outcomes)
  }

  /// Fits the scale and the mean of the latent process to outcomes, and conditions it on them.
  ///
  /// Both are at the greatest marginal likelihood times a log-normal prior of the scale
  /// (``LogNormalPrior/latentScale``). The mean is such that ``priorProbability`` is from 0.1 to 99.9 %.
  ///
  /// - Parameters:
  ///   - kernel: the covariance up to a factor. Its own hyper-parameters stay as they are.
  ///   - isLinear: whether f is a linear function of some numbers, so that it is the mean where all of them are 0.
  ///   - inputs: the inputs, at least one.
  ///   - outcomes: whether each was a success.
  ///   - pointsToFit: the greatest number of inputs that scale and mean are fitted to. If there are more, the scale is
  ///     fitted to as many failures as successes, so that a rare outcome is not lost, and then the mean to others of
  ///     which the true share failed. The process is conditioned on all of them.
  public init(
    fitting kernel: any Kernel<Input>, isLinear: Bool = false, to inputs: [Input], outcomes: [Bool],
    pointsToFit: Int = 500
  ) throws(GaussianProcessError) {
    try checkData(inputs: inputs.count, values: outcomes.map { $0 ? 1 : 0 })
    guard !inputs.isEmpty else { throw .noData }
    let balanced = balancedPlaces(outcomes, atMost: pointsToFit)
    let unit = averageVariance(of: kernel, at: balanced.map { inputs[$0] })
    func density(_ places: [Int]) -> LatentDensity {
      LatentDensity(
        kernel, isLinear: isLinear, unit: unit, at: places.map { inputs[$0] }, outcomes: places.map { outcomes[$0] })
    }
    var (scale, mean, _) = try density(balanced).greatest()
    if balanced.count < outcomes.count {
      (scale, mean, _) = try density(representativePlaces(outcomes, atMost: pointsToFit)).greatest(scale: scale)
    }
    try self.init(
      Self.scaled(kernel, by: scale * scale / unit), mean: mean, outputScale: scale, isLinear: isLinear, inputs: inputs,
      outcomes: outcomes)
  }

  /// Chooses the explanation of the greatest weight, which is its own times the probability of the outcomes with its scale
  /// and mean fitted, and fits its kernel as ``init(fitting:isLinear:to:outcomes:pointsToFit:)`` does. Of equals the first is chosen,
  /// and one that cannot be fitted only if none can.
  ///
  /// - Parameters:
  ///   - explanations: what the outcomes may depend on, at least one.
  ///   - pointsToChoose: the greatest number of inputs by which it is chosen, as many failures as successes.
  public init(
    fittingBestOf explanations: [Explanation], to inputs: [Input], outcomes: [Bool], pointsToChoose: Int = 200,
    pointsToFit: Int = 500
  ) throws(GaussianProcessError) {
    precondition(!explanations.isEmpty, "A classifier is chosen from at least one explanation.")
    try checkData(inputs: inputs.count, values: outcomes.map { $0 ? 1 : 0 })
    let places = balancedPlaces(outcomes, atMost: pointsToChoose)
    let (own, ownOutcomes) = (places.map { inputs[$0] }, places.map { outcomes[$0] })
    // A kernel that cannot be fitted says nothing, and must not stop what the others allow.
    func logDensity(_ explanation: Explanation) -> Double {
      let (kernel, unit) = (explanation.kernel, averageVariance(of: explanation.kernel, at: own))
      let density = LatentDensity(
        kernel, isLinear: explanation.isLinear, unit: unit, at: own, outcomes: ownOutcomes)
      return (try? density.greatest().logDensity) ?? -.infinity
    }
    func fitted(_ explanation: Explanation) throws(GaussianProcessError) -> Self {
      var fitted = try Self(
        fitting: explanation.kernel, isLinear: explanation.isLinear, to: inputs, outcomes: outcomes,
        pointsToFit: pointsToFit)
      fitted.explanation = explanation.name
      return fitted
    }
    let weights = explanations.count == 1 ? [0] : explanations.map { logDensity($0) + $0.logWeight }
    let ranked = explanations.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }.map { explanations[$0] }
    for explanation in ranked.dropLast() {
      if let found = try? fitted(explanation) {
        self = found
        return
      }
    }
    self = try fitted(ranked[ranked.count - 1])
  }

  private init(
    _ kernel: any Kernel<Input>, mean: Double, outputScale: Double, isLinear: Bool, inputs: [Input], outcomes: [Bool]
  ) throws(GaussianProcessError) {
    let posterior = try LaplaceApproximation(
      covariance: kernel.block(inputs, inputs), mean: mean, outcomes: outcomes)
    self.kernel = kernel
    self.mean = mean
    self.outputScale = outputScale
    self.isLinear = isLinear
    self.inputs = inputs
    self.outcomes = outcomes
    logMarginalLikelihood = posterior.logMarginalLikelihood
    weights = posterior.weights
    roots = posterior.roots
    factor = posterior.factor
  }

  private static func scaled(_ kernel: some Kernel<Input>, by variance: Double) -> any Kernel<Input> {
    ScaledKernel(variance: variance, base: kernel)
  }

  /// The mean and the standard deviation of f at each input.
  public func latent(_ others: [Input]) -> [Prediction] {
    var predictions: [Prediction] = []
    predictions.reserveCapacity(others.count)
    for start in stride(from: 0, to: others.count, by: 1024) {
      let (means, variances, _) = posterior(at: Array(others[start..<min(start + 1024, others.count)]))
      for (mean, variance) in zip(means, variances) {
        predictions.append(Prediction(mean: mean, standardDeviation: variance.squareRoot()))
      }
    }
    return predictions
  }

  /// The means and variances of f at some inputs, and the V of what the outcomes explain of the covariances, VᵀV, with a
  /// column for each input.
  func posterior(at others: [Input]) -> (means: [Double], variances: [Double], explained: Matrix) {
    let cross = kernel.block(inputs, others)
    let column = Matrix(rows: weights.count, columns: 1, storage: weights)
    let explained = factor.solveLower(cross.withRows(scaledBy: roots))
    return (
      Matrix.transposedProduct(cross, column).storage.map { mean + $0 },
      remainingVariances(kernel.variances(others), solved: explained), explained
    )
  }

  /// The logarithm of the probability of success at each input, exact also for probabilities near 0.
  public func logProbabilities(_ others: [Input]) -> [Double] {
    latent(others).map { logSuccess(mean: $0.mean, variance: $0.standardDeviation * $0.standardDeviation) }
  }

  /// The probability of success at each input.
  public func probabilities(_ others: [Input]) -> [Double] { logProbabilities(others).map(exp) }

  /// The probability of success of an input that has nothing in common with the data; where f is a linear function, that of
  /// numbers that are all 0.
  public var priorProbability: Double {
    exp(logSuccess(mean: mean, variance: isLinear ? 0 : outputScale * outputScale))
  }
}

/// The logarithm of the expected Φ(f) of a normal f.
func logSuccess(mean: Double, variance: Double) -> Double { logNormalDistribution(mean / (1 + variance).squareRoot()) }

extension LogNormalPrior {
  /// The prior of the standard deviation of a classifier's latent process: below .1 the inputs hardly matter, and at 5
  /// nearly every input certainly succeeds or certainly fails.
  public static let latentScale = LogNormalPrior(median: 1, logDeviation: 1, least: 0.1, greatest: 5)
}

/// The greatest |Φ⁻¹(p)| of the probability p far from all data: from 0.1 to 99.9 %.
private let greatestBase = 3.09

/// The posterior density of the scale and the mean of the latent process.
private struct LatentDensity {
  /// The covariance of the latent values at scale 1.
  let correlations: Matrix
  let outcomes: [Bool]
  /// Whether the latent process is its mean far from all data.
  let isLinear: Bool

  /// That of a process with a kernel up to a factor, whose variance is on average `unit`.
  init<Input>(_ kernel: some Kernel<Input>, isLinear: Bool, unit: Double, at inputs: [Input], outcomes: [Bool]) {
    correlations = (1 / unit) * kernel.block(inputs, inputs)
    self.outcomes = outcomes
    self.isLinear = isLinear
  }

  /// The scale and the mean of greatest density, and its logarithm: the marginal likelihood times the prior of the scale.
  ///
  /// - Parameter scale: the scale if it is known, so that only the mean is sought.
  func greatest(
    scale known: Double? = nil
  ) throws(GaussianProcessError) -> (scale: Double, mean: Double, logDensity: Double) {
    let prior = LogNormalPrior.latentScale
    var failure: GaussianProcessError?
    // The last mode is near the next one.
    var start: [Double] = []
    // The coordinates are the mean in the unit with which it alone determines the probability far from all data, and the
    // logarithm of the scale if that is sought.
    func width(_ scale: Double) -> Double { isLinear ? 1 : (1 + scale * scale).squareRoot() }
    func coordinates(_ values: [Double]) -> [Double] { Array(values.prefix(known == nil ? 2 : 1)) }
    func value(_ point: [Double], _ slopes: inout [Double]) -> Double {
      let scale = known ?? exp(point[1])
      let width = width(scale)
      let widening = isLinear ? 0 : scale * scale / width
      do throws(GaussianProcessError) {
        let posterior = try LaplaceApproximation(
          covariance: (scale * scale) * correlations, mean: point[0] * width, outcomes: outcomes, start: start)
        start = posterior.weights
        let (byScale, byMean) = posterior.slopes
        let deviation = log(scale / prior.median) / prior.logDeviation
        slopes = coordinates([
          byMean * width, byScale + byMean * point[0] * widening - deviation / prior.logDeviation,
        ])
        return posterior.logMarginalLikelihood - 0.5 * deviation * deviation
      } catch {
        failure = error
        return -.infinity
      }
    }
    let successes = Double(outcomes.count { $0 })
    let share = (successes + 1) / (Double(outcomes.count) + 2)
    let base = max(-greatestBase, min(greatestBase, normalQuantile(share)))
    let found = boundedMaximum(
      start: coordinates([base, log(prior.median)]), lower: coordinates([-greatestBase, log(prior.least)]),
      upper: coordinates([greatestBase, log(prior.greatest)]), evaluations: 60, tolerance: 1e-4, value)
    if let failure { throw failure }
    let scale = known ?? exp(found.point[1])
    return (scale, found.point[0] * width(scale), found.value)
  }
}

/// The x of Φ(x) = probability, by bisection.
private func normalQuantile(_ probability: Double) -> Double {
  var (lower, upper) = (-9.0, 9.0)
  for _ in 0..<60 {
    let middle = 0.5 * (lower + upper)
    if exp(logNormalDistribution(middle)) < probability { lower = middle } else { upper = middle }
  }
  return 0.5 * (lower + upper)
}

private func averageVariance<Input>(of kernel: any Kernel<Input>, at inputs: [Input]) -> Double {
  let variances = kernel.variances(inputs)
  let average = variances.reduce(0, +) / Double(max(1, variances.count))
  return average > 0 ? average : 1
}

/// The places of at most so many outcomes, in their order: half of them failures, half successes; if there are fewer of
/// one kind, more of the other.
private func balancedPlaces(_ outcomes: [Bool], atMost most: Int) -> [Int] {
  places(outcomes, atMost: most) { failures, successes in min(failures, max(most / 2, most - successes)) }
}

/// The places of at most so many outcomes, in their order: the share of failures is that of all, but there is at least
/// one of each kind that occurs.
private func representativePlaces(_ outcomes: [Bool], atMost most: Int) -> [Int] {
  places(outcomes, atMost: most) { failures, successes in
    let share = (Double(most * failures) / Double(failures + successes)).rounded()
    return max(min(1, failures), min(most - min(1, successes), Int(share)))
  }
}

/// The places of at most so many outcomes, in their order, each kind at even distances.
private func places(
  _ outcomes: [Bool], atMost most: Int, failureCount: (_ failures: Int, _ successes: Int) -> Int
) -> [Int] {
  guard outcomes.count > most else { return Array(outcomes.indices) }
  let successes = outcomes.indices.filter { outcomes[$0] }
  let failures = outcomes.indices.filter { !outcomes[$0] }
  let count = failureCount(failures.count, successes.count)
  return (failures.evenlySpread(count) + successes.evenlySpread(most - count)).sorted()
}
