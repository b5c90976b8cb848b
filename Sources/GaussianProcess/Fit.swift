internal import Glibc
internal import Numerics

/// A process fitted to data: its hyper-parameters, and how well it predicts each value from the others.
public struct Fit<Input: Sendable>: Sendable {
  /// The process with the most probable hyper-parameters, conditioned on the data.
  public let process: GaussianProcess<Input>
  /// The most probable hyper-parameters, in the property's own unit.
  public let hyperparameters: Hyperparameters
  /// The logarithm of the posterior density found, of standardised values and without its constant.
  public let logPosterior: Double
  /// The logarithm of the probability density of the values, in the property's own unit.
  public let logMarginalLikelihood: Double
  /// The prediction of each value (with noise) from the others, the hyper-parameters held.
  public let leaveOneOut: [Prediction]
  /// The root mean square error of these predictions, in the property's own unit.
  public let leaveOneOutRMSE: Double
  /// Their mean absolute error, in the property's own unit.
  public let leaveOneOutMAE: Double
  /// The mean, per value, of the logarithm of the probability density that they gave to it.
  public let leaveOneOutLogDensity: Double
  /// The root mean square of their errors in standard deviations: 1 when the predictions know how good they are,
  /// greater when they are too sure.
  public let leaveOneOutSpread: Double
  /// How often the posterior density was evaluated.
  public let evaluations: Int
}

/// Fits a process with a constant mean, a scaled kernel and noise to data: maximum a posteriori over the mean, the
/// output scale and the noise.
///
/// One eigendecomposition of the kernel's Gram matrix, O(n³), makes every evaluation of the posterior O(n). The search
/// begins at the best of a grid, since there may be two maxima (all is noise; nothing is). It is deterministic.
///
/// - Parameters:
///   - kernel: with a variance of about 1; its scale is fitted.
///   - inputs: at least one; duplicates are allowed.
///   - values: finite, in the property's own unit; they may all be equal.
public func fit<Input>(
  kernel: some Kernel<Input>, inputs: [Input], values: [Double], settings: FitSettings = FitSettings()
) throws(GaussianProcessError) -> Fit<Input> {
  try settings.validated()
  try checkData(inputs: inputs.count, values: values)
  guard !values.isEmpty else { throw .noData }

  let standard = Standardization(values, spreadOfConstantValues: settings.spreadOfConstantValues)
  let decomposition: SymmetricEigendecomposition
  do {
    decomposition = try SymmetricEigendecomposition(kernel.block(inputs, inputs))
  } catch {
    throw .numerics(error)
  }
  let posterior = HyperparameterPosterior(
    decomposition: decomposition, standardizedValues: values.map(standard.standardized), settings: settings)
  let found = mostProbable(posterior, settings: settings)

  let hyperparameters = Hyperparameters(
    mean: standard.average + standard.spread * posterior.bestMean(found.logScale, found.logNoise),
    outputScale: standard.spread * exp(found.logScale), noise: standard.spread * exp(found.logNoise))
  let process = try GaussianProcess(
    mean: ConstantMean(hyperparameters.mean),
    kernel: ScaledKernel(variance: hyperparameters.outputScale * hyperparameters.outputScale, base: kernel),
    noiseVariance: hyperparameters.noise * hyperparameters.noise
  ).conditioned(on: inputs, values: values)

  let leaveOneOut = process.leaveOneOut
  let pairs = zip(leaveOneOut, values)
  func average(_ term: (Prediction, Double) -> Double) -> Double {
    pairs.reduce(0) { $0 + term($1.0, $1.1) } / Double(values.count)
  }
  return Fit(
    process: process, hyperparameters: hyperparameters, logPosterior: found.value,
    logMarginalLikelihood: process.logMarginalLikelihood, leaveOneOut: leaveOneOut,
    leaveOneOutRMSE: average { ($1 - $0.mean) * ($1 - $0.mean) }.squareRoot(),
    leaveOneOutMAE: average { abs($1 - $0.mean) }, leaveOneOutLogDensity: average { $0.logDensity(of: $1) },
    leaveOneOutSpread: average { $0.standardizedError(of: $1) * $0.standardizedError(of: $1) }.squareRoot(),
    evaluations: found.evaluations)
}

/// The greatest posterior density within the bounds of the settings.
private func mostProbable(_ posterior: HyperparameterPosterior, settings: FitSettings)
  -> (logScale: Double, logNoise: Double, value: Double, evaluations: Int)
{
  let (scale, noise) = (settings.outputScale, settings.noise)
  let lower = [log(scale.least), log(noise.least)]
  let upper = [log(scale.greatest), log(noise.greatest)]
  let steps = 8
  func node(_ dimension: Int, _ step: Int) -> Double {
    lower[dimension] + (upper[dimension] - lower[dimension]) * (Double(step) + 0.5) / Double(steps)
  }
  var start = [log(scale.median), log(noise.median)]
  var best = posterior.evaluate(start[0], start[1]).value
  for row in 0..<steps {
    for column in 0..<steps {
      let value = posterior.evaluate(node(0, row), node(1, column)).value
      if value > best { (start, best) = ([node(0, row), node(1, column)], value) }
    }
  }
  let found = boundedMaximum(start: start, lower: lower, upper: upper, evaluations: settings.evaluations) {
    point, slopes in
    let (value, gradient) = posterior.evaluate(point[0], point[1])
    slopes = [gradient.0, gradient.1]
    return value
  }
  return (found.point[0], found.point[1], found.value, found.evaluations + steps * steps + 1)
}

/// Values brought to an average of 0 and a standard deviation of 1.
private struct Standardization {
  let average: Double
  let spread: Double

  init(_ values: [Double], spreadOfConstantValues: Double) {
    let count = Double(values.count)
    let average = values.reduce(0) { $0 + $1 / count }
    let greatest = values.reduce(0) { max($0, abs($1 - average)) }
    self.average = average
    // Differences at the level of rounding are none. Dividing by the greatest keeps squares within range.
    if greatest <= 1e-12 * abs(average) {
      spread = spreadOfConstantValues
    } else {
      let squares = values.reduce(0) { $0 + ($1 - average) / greatest * (($1 - average) / greatest) }
      spread = greatest * (squares / (count - 1)).squareRoot()
    }
  }

  func standardized(_ value: Double) -> Double { (value - average) / spread }
}
