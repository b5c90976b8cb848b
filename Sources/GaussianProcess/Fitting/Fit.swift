internal import Glibc
internal import Numerics

/// A process fitted to data: its hyper-parameters, and how well it predicts each value from the others.
public struct Fit<Input: Sendable>: Sendable {
  /// The process with the most probable hyper-parameters, conditioned on the data and calibrated.
  public let process: GaussianProcess<Input>
  /// The kernel with the most probable hyper-parameters, of standardised values: the kernel of the process is this one
  /// times the squares of ``spread`` and of ``calibration``.
  public let fittedKernel: any Kernel<Input>
  /// The standard deviation of the values, by which they were divided.
  public let spread: Double
  /// The ratio of the leave-one-out errors to the standard deviations from the hyper-parameters alone. The process's
  /// covariances and noise are multiplied by its square, which leaves the means unchanged.
  public let calibration: Double
  /// The most probable hyper-parameters, before calibration.
  public let hyperparameters: Hyperparameters
  /// The logarithm of the greatest posterior density found, for standardised values and without its constant.
  public let logPosterior: Double
  /// The logarithm of the probability density of the values before calibration, in the property's own unit.
  public let logMarginalLikelihood: Double
  /// The prediction of each value (with noise) from the others, with fixed hyper-parameters.
  public let leaveOneOut: [Prediction]
  /// The number of evaluations of the posterior density.
  public let evaluations: Int
  /// The coordinates of the kernel's hyper-parameters and, last, of the noise, before calibration: the natural logarithms
  /// of positive ones, for standardised values.
  public let coordinates: [Double]
}

/// Fits a process with a constant mean, a kernel and noise to data: maximum a posteriori over the mean, the kernel's
/// hyper-parameters and the noise.
///
/// The values are standardised first; the kernel of the fitted process is the given one with the best hyper-parameters,
/// times the values' variance. Each evaluation costs O(n³); the search begins at several points and, with many data, on
/// a subset of them. It is deterministic.
///
/// - Parameters:
///   - kernel: with output scales if these are to be fitted: `MinMaxKernel().scaled()`.
///   - inputs: at least one; duplicates are allowed.
///   - values: finite, in the property's own unit; they may all be equal.
///   - noiseDeviations: the known standard deviation of each value (a measured uncertainty, a spread over conformers),
///     in the property's unit; the fitted noise is added. Empty if unknown.
///   - coordinates: those of an earlier ``Fit/coordinates``, at which the process is made without a search; nil for a
///     search. There must be one for each hyper-parameter of the kernel, and one for the noise.
public func fit<Input>(
  kernel: some Kernel<Input>, inputs: [Input], values: [Double], noiseDeviations: [Double] = [],
  at coordinates: [Double]? = nil, settings: FitSettings = FitSettings()
) throws(GaussianProcessError) -> Fit<Input> {
  try settings.validated()
  for hyperparameter in kernel.hyperparameters { try hyperparameter.prior.validated(as: hyperparameter.name) }
  try checkData(inputs: inputs.count, values: values, noiseDeviations: noiseDeviations)
  guard !values.isEmpty else { throw .noData }

  let standard = Standardization(values, spreadOfConstantValues: settings.spreadOfConstantValues)
  let standardized = values.map(standard.standardized)
  let ownNoise = noiseDeviations.map { ($0 / standard.spread) * ($0 / standard.spread) }
  let data = StandardizedData(inputs: inputs, values: standardized, ownNoise: ownNoise)
  let found =
    if let coordinates {
      try evaluated(kernel, over: data, at: coordinates, settings: settings)
    } else {
      try mostProbable(kernel, over: data, settings: settings)
    }
  let fitted = kernel.with(coordinates: Array(found.point.dropLast()))
  let noise = standard.spread * exp(found.point.last ?? 0)
  let mean = standard.average + standard.spread * found.mean
  func processKernel(deviations factor: Double) -> ScaledKernel<some Kernel<Input>> {
    let spread = factor * standard.spread
    return ScaledKernel(variance: spread * spread, base: fitted)
  }
  let uncalibrated = try GaussianProcess(
    mean: ConstantMean(mean), kernel: processKernel(deviations: 1), noiseVariance: noise * noise
  ).conditioned(on: inputs, values: values, noiseDeviations: noiseDeviations)
  let leaveOneOut = uncalibrated.leaveOneOut
  let factor = calibration(leaveOneOut, of: values, priorCount: settings.calibrationPriorCount)
  let process = factor == 1 ? uncalibrated : uncalibrated.scaled(by: factor, kernel: processKernel(deviations: factor))

  let averageVariance = fitted.variances(inputs).reduce(0) { $0 + $1 / Double(inputs.count) }
  return Fit(
    process: process, fittedKernel: fitted, spread: standard.spread, calibration: factor,
    hyperparameters: Hyperparameters(
      mean: mean, outputScale: standard.spread * averageVariance.squareRoot(), noise: noise,
      kernel: fitted.hyperparameters),
    logPosterior: found.value, logMarginalLikelihood: uncalibrated.logMarginalLikelihood,
    leaveOneOut: leaveOneOut.map {
      Prediction(mean: $0.mean, standardDeviation: factor * $0.standardDeviation)
    }, evaluations: found.evaluations, coordinates: found.point)
}

extension Fit {
  /// The root mean square error of the leave-one-out predictions, in the property's own unit.
  public var leaveOneOutRMSE: Double { average { ($1 - $0.mean) * ($1 - $0.mean) }.squareRoot() }

  /// Their mean absolute error, in the property's own unit.
  public var leaveOneOutMAE: Double { average { abs($1 - $0.mean) } }

  /// The mean log density of the values under their leave-one-out predictions, per value.
  public var leaveOneOutLogDensity: Double { average { $0.logDensity(of: $1) } }

  /// The root mean square of the leave-one-out errors in standard deviations: 1 for calibrated predictions, greater for
  /// overconfident ones.
  public var leaveOneOutSpread: Double {
    average { $0.standardizedError(of: $1) * $0.standardizedError(of: $1) }.squareRoot()
  }

  private func average(_ term: (Prediction, Double) -> Double) -> Double {
    zip(leaveOneOut, process.values).reduce(0) { $0 + term($1.0, $1.1) } / Double(leaveOneOut.count)
  }
}
