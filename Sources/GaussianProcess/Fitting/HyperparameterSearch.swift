internal import Glibc
internal import Numerics

/// The result of a search for the most probable hyper-parameters, in standardised units.
struct HyperparameterSearch {
  /// The coordinates of the kernel's hyper-parameters and, last, of the noise.
  var point: [Double]
  /// The logarithm of the posterior density there.
  var value: Double
  /// The most probable mean there.
  var mean: Double
  /// The number of evaluations of the posterior.
  var evaluations: Int
}

/// Inputs with standardised values.
struct StandardizedData<Input: Sendable> {
  let inputs: [Input]
  let values: [Double]
  /// The known noise variance of each value, or empty.
  let ownNoise: [Double]

  /// The posterior of a kernel's hyper-parameters over at most this number of the points, evenly spread over the list.
  fileprivate func posterior(
    of kernel: some Kernel<Input>, atMost count: Int, settings: FitSettings
  ) -> MarginalPosterior {
    let indices = inputs.indices.evenlySpread(count)
    return MarginalPosterior(
      covariance: kernel.over(indices.map { inputs[$0] }), standardizedValues: indices.map { values[$0] },
      ownNoise: ownNoise.isEmpty ? [] : indices.map { ownNoise[$0] }, priors: kernel.hyperparameters.map(\.prior),
      settings: settings)
  }
}

/// The most probable hyper-parameters of a kernel over some data, by a search that begins at several points with a
/// subset of the data and ends, from the best result, with all.
///
/// - Throws: if the covariance is not positive definite at any starting point.
func mostProbable<Input>(
  _ kernel: some Kernel<Input>, over data: StandardizedData<Input>, settings: FitSettings
) throws(GaussianProcessError) -> HyperparameterSearch {
  let priors = kernel.hyperparameters.map(\.prior) + [.logNormal(settings.noise)]
  var starts = startingPoints(priors, count: settings.starts)
  var spent = 0
  if min(data.inputs.count, settings.pointsToEndWith) > settings.pointsToBeginWith {
    let begun = try climb(
      data.posterior(of: kernel, atMost: settings.pointsToBeginWith, settings: settings), from: starts, priors: priors,
      settings: settings)
    spent = begun.evaluations
    starts = [begun.point]
  }
  var found = try climb(
    data.posterior(of: kernel, atMost: settings.pointsToEndWith, settings: settings), from: starts, priors: priors,
    settings: settings)
  found.evaluations += spent
  return found
}

/// The posterior density at the coordinates of an earlier search, over the data on which a search would end.
///
/// - Throws: if the covariance is not positive definite there.
func evaluated<Input>(
  _ kernel: some Kernel<Input>, over data: StandardizedData<Input>, at point: [Double], settings: FitSettings
) throws(GaussianProcessError) -> HyperparameterSearch {
  precondition(
    point.count == kernel.hyperparameters.count + 1,
    "\(point.count) coordinates were given for \(kernel.hyperparameters.count) hyper-parameters and the noise.")
  let posterior = data.posterior(of: kernel, atMost: settings.pointsToEndWith, settings: settings)
  guard let (value, mean) = posterior.density(point) else { throw .notPositiveDefiniteAnywhere }
  return HyperparameterSearch(point: point, value: value, mean: mean, evaluations: 1)
}

/// The tolerance of the logarithms of hyper-parameters for many points, where an evaluation is expensive: far below the
/// statistical uncertainty.
private let toleranceOfMany = 1e-4

private func climb(
  _ posterior: MarginalPosterior, from starts: [[Double]], priors: [Hyperparameter.Prior], settings: FitSettings
) throws(GaussianProcessError) -> HyperparameterSearch {
  let bounds = priors.map(\.bounds)
  var best: HyperparameterSearch?
  var evaluations = 0
  for start in starts {
    let found = boundedMaximum(
      start: start, lower: bounds.map(\.lower), upper: bounds.map(\.upper), evaluations: settings.evaluations,
      tolerance: posterior.count > settings.pointsToBeginWith ? toleranceOfMany : 1e-7
    ) { point, slopes in
      guard let (value, gradient, _) = posterior.evaluate(point) else { return -.infinity }
      slopes = gradient
      return value
    }
    evaluations += found.evaluations
    if found.value > best?.value ?? -.infinity {
      best = HyperparameterSearch(point: found.point, value: found.value, mean: 0, evaluations: 0)
    }
  }
  guard var best, let end = posterior.density(best.point) else {
    throw .notPositiveDefiniteAnywhere
  }
  best.mean = end.mean
  best.evaluations = evaluations + 1
  return best
}

/// The starting points: the medians of the priors, then points around them, alternately with high and low noise; the
/// other coordinates follow a fixed low-discrepancy sequence (Roberts' generalisation of the golden ratio).
private func startingPoints(_ priors: [Hyperparameter.Prior], count: Int) -> [[Double]] {
  let medians = priors.map(\.start)
  var root = 1.0
  for _ in 0..<32 { root = pow(1 + root, 1 / Double(priors.count + 1)) }
  return (0..<count).map { start in
    guard start > 0 else { return medians }
    return priors.indices.map { index in
      let fraction = (0.5 + Double(start) / pow(root, Double(index + 1))).truncatingRemainder(dividingBy: 1)
      let isNoise = index == priors.count - 1
      let move = isNoise ? (start.isMultiple(of: 2) ? -1.5 : 1.5) : 2 * fraction - 1
      let (lower, upper) = priors[index].bounds
      return min(max(medians[index] + 1.5 * priors[index].deviation * move, lower), upper)
    }
  }
}
