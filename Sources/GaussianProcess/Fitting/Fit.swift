internal import Glibc
internal import Numerics

/// A process fitted to data: its hyper-parameters, and how well it predicts each value from the others.
public struct Fit<Input: Sendable>: Sendable {
  /// The process with the most probable hyper-parameters, conditioned on the data.
  public let process: GaussianProcess<Input>
  /// The kernel with the most probable hyper-parameters, of standardised values: that of the process is this one times
  /// the square of ``spread``.
  public let fittedKernel: any Kernel<Input>
  /// The values' standard deviation, by which they were divided.
  public let spread: Double
  /// The most probable hyper-parameters.
  public let hyperparameters: Hyperparameters
  /// The logarithm of the posterior density found, of standardised values and without its constant.
  public let logPosterior: Double
  /// The logarithm of the probability density of the values, in the property's own unit.
  public let logMarginalLikelihood: Double
  /// The prediction of each value (with noise) from the others, the hyper-parameters held.
  public let leaveOneOut: [Prediction]
  /// How often the posterior density was evaluated.
  public let evaluations: Int
}

/// Fits a process with a constant mean, a kernel and noise to data: maximum a posteriori over the mean, the kernel's
/// hyper-parameters and the noise.
///
/// The values are standardised first; the kernel of the fitted process is the given one with the best hyper-parameters,
/// times the values' variance. For a ``ScaledKernel`` on a kernel without hyper-parameters one eigendecomposition
/// makes every evaluation O(n), and a grid sees all maxima; else each evaluation costs O(n³), and the search begins at
/// several places. Both are deterministic.
///
/// - Parameters:
///   - kernel: with output scales where they are to be fitted: `MinMaxKernel().scaled()`.
///   - inputs: at least one; duplicates are allowed.
///   - values: finite, in the property's own unit; they may all be equal.
///   - noiseDeviations: the standard deviation of each value as far as it is known (a measured uncertainty, a spread
///     over conformers), in the property's unit; the fitted noise comes on top. Empty where nothing is known.
public func fit<Input>(
  kernel: some Kernel<Input>, inputs: [Input], values: [Double], noiseDeviations: [Double] = [],
  settings: FitSettings = FitSettings()
) throws(GaussianProcessError) -> Fit<Input> {
  try settings.validated()
  for hyperparameter in kernel.hyperparameters { try hyperparameter.prior.validated(as: hyperparameter.name) }
  try checkData(inputs: inputs.count, values: values, noiseDeviations: noiseDeviations)
  guard !values.isEmpty else { throw .noData }

  let standard = Standardization(values, spreadOfConstantValues: settings.spreadOfConstantValues)
  let standardized = values.map(standard.standardized)
  let ownNoise = noiseDeviations.map { ($0 / standard.spread) * ($0 / standard.spread) }
  let found =
    if let shortcut = (kernel as? any ScaledByOneScale)?.gram(of: inputs, upTo: settings.pointsToBeginWith),
      ownNoise.isEmpty
    {
      try mostProbable(shortcut.gram, standardizedValues: standardized, outputScale: shortcut.prior, settings: settings)
    } else {
      try mostProbable(kernel, inputs: inputs, values: standardized, ownNoise: ownNoise, settings: settings)
    }
  let fitted = kernel.with(coordinates: Array(found.point.dropLast()))
  let noise = standard.spread * exp(found.point.last ?? 0)
  let mean = standard.average + standard.spread * found.mean
  let process = try GaussianProcess(
    mean: ConstantMean(mean), kernel: ScaledKernel(variance: standard.spread * standard.spread, base: fitted),
    noiseVariance: noise * noise
  ).conditioned(on: inputs, values: values, noiseDeviations: noiseDeviations)

  let averageVariance = fitted.variances(inputs).reduce(0) { $0 + $1 / Double(inputs.count) }
  return Fit(
    process: process, fittedKernel: fitted, spread: standard.spread,
    hyperparameters: Hyperparameters(
      mean: mean, outputScale: standard.spread * averageVariance.squareRoot(), noise: noise,
      kernel: fitted.hyperparameters),
    logPosterior: found.value, logMarginalLikelihood: process.logMarginalLikelihood,
    leaveOneOut: process.leaveOneOut, evaluations: found.evaluations)
}

extension Fit {
  /// The root mean square error of the leave-one-out predictions, in the property's own unit.
  public var leaveOneOutRMSE: Double { average { ($1 - $0.mean) * ($1 - $0.mean) }.squareRoot() }

  /// Their mean absolute error, in the property's own unit.
  public var leaveOneOutMAE: Double { average { abs($1 - $0.mean) } }

  /// The mean, per value, of the logarithm of the probability density that they gave to it.
  public var leaveOneOutLogDensity: Double { average { $0.logDensity(of: $1) } }

  /// The root mean square of their errors in standard deviations: 1 when the predictions know how good they are,
  /// greater when they are too sure.
  public var leaveOneOutSpread: Double {
    average { $0.standardizedError(of: $1) * $0.standardizedError(of: $1) }.squareRoot()
  }

  private func average(_ term: (Prediction, Double) -> Double) -> Double {
    zip(leaveOneOut, process.values).reduce(0) { $0 + term($1.0, $1.1) } / Double(leaveOneOut.count)
  }
}

/// A kernel whose only hyper-parameter is an output scale: its Gram matrix can be decomposed once and for all.
private protocol ScaledByOneScale {
  /// The unscaled Gram matrix and the scale's prior; nil where there are other hyper-parameters, or more inputs.
  func gram<Input>(of inputs: [Input], upTo count: Int) -> (gram: Matrix, prior: LogNormalPrior)?
}

extension ScaledKernel: ScaledByOneScale {
  fileprivate func gram<Other>(of inputs: [Other], upTo count: Int) -> (gram: Matrix, prior: LogNormalPrior)? {
    guard let prior, base.hyperparameters.isEmpty, inputs.count <= count, let inputs = inputs as? [Base.Input] else {
      return nil
    }
    return (base.block(inputs, inputs), prior)
  }
}

/// The most probable output scale and noise, by an eigendecomposition of the unscaled Gram matrix. The search begins at
/// the best of a grid, since there may be two maxima (all is noise; nothing is).
private func mostProbable(
  _ gram: Matrix, standardizedValues: [Double], outputScale: LogNormalPrior, settings: FitSettings
) throws(GaussianProcessError) -> HyperparameterSearch {
  let decomposition: SymmetricEigendecomposition
  do {
    decomposition = try SymmetricEigendecomposition(gram)
  } catch {
    throw .numerics(error)
  }
  let posterior = HyperparameterPosterior(
    decomposition: decomposition, standardizedValues: standardizedValues, outputScale: outputScale, settings: settings)
  let bounds = [outputScale, settings.noise].map { Hyperparameter.Prior.logNormal($0).bounds }
  let steps = 8
  func node(_ dimension: Int, _ step: Int) -> Double {
    let (lower, upper) = bounds[dimension]
    return lower + (upper - lower) * (Double(step) + 0.5) / Double(steps)
  }
  var start = [log(outputScale.median), log(settings.noise.median)]
  var best = posterior.evaluate(start[0], start[1]).value
  for row in 0..<steps {
    for column in 0..<steps {
      let value = posterior.evaluate(node(0, row), node(1, column)).value
      if value > best { (start, best) = ([node(0, row), node(1, column)], value) }
    }
  }
  let found = boundedMaximum(
    start: start, lower: bounds.map(\.lower), upper: bounds.map(\.upper), evaluations: settings.evaluations
  ) { point, slopes in
    let (value, gradient) = posterior.evaluate(point[0], point[1])
    slopes = [gradient.0, gradient.1]
    return value
  }
  return HyperparameterSearch(
    point: found.point, value: found.value, mean: posterior.bestMean(found.point[0], found.point[1]),
    evaluations: found.evaluations + steps * steps + 1)
}
