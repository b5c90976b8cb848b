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

/// The most probable hyper-parameters of a kernel over some data, by a search that begins at several points with a
/// subset of the data and ends, from the best result, with all.
///
/// - Throws: if the covariance is not positive definite at any starting point.
func mostProbable<Input>(
  _ kernel: some Kernel<Input>, inputs: [Input], values: [Double], ownNoise: [Double], settings: FitSettings
) throws(GaussianProcessError) -> HyperparameterSearch {
  let hyperparameters = kernel.hyperparameters
  let priors = hyperparameters.map(\.prior)
  func posterior(_ indices: [Int]) -> MarginalPosterior {
    MarginalPosterior(
      covariance: kernel.over(indices.map { inputs[$0] }), standardizedValues: indices.map { values[$0] },
      ownNoise: ownNoise.isEmpty ? [] : indices.map { ownNoise[$0] }, priors: priors, settings: settings)
  }
  let all = priors + [.logNormal(settings.noise)]
  var starts = startingPoints(all, count: settings.starts)
  var spent = 0
  let end = inputs.indices.evenlySpread(settings.pointsToEndWith)
  if end.count > settings.pointsToBeginWith {
    let begun = try climb(
      posterior(inputs.indices.evenlySpread(settings.pointsToBeginWith)), from: starts, priors: all,
      settings: settings)
    spent = begun.evaluations
    starts = [begun.point]
  }
  var found = try climb(posterior(end), from: starts, priors: all, settings: settings)
  found.evaluations += spent
  return found
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
  guard var best, let end = posterior.evaluate(best.point) else {
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
