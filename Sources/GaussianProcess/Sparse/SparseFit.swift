internal import Numerics

/// A sparse process fitted to many data, with the error of the approximation.
public struct SparseFit<Input: Sendable>: Sendable {
  /// The process with the most probable hyper-parameters, conditioned on all data through the inducing inputs.
  public let process: SparseProcess<Input>
  /// The indices of the inducing inputs among the inputs.
  public let inducing: [Int]
  /// The kernel with the most probable hyper-parameters, of standardised values: the kernel of the process is this one
  /// times the squares of ``spread`` and of ``calibration``.
  public let fittedKernel: any Kernel<Input>
  /// The standard deviation of the values on which the hyper-parameters were fitted.
  public let spread: Double
  /// The factor that multiplies the standard deviations so that they agree with the leave-one-out errors.
  public let calibration: Double
  /// The most probable hyper-parameters, fitted exactly on a subset of the data.
  public let hyperparameters: Hyperparameters
  /// The size of this subset.
  public let fittedPoints: Int
  /// The difference from the exact process.
  public let approximation: ApproximationError
  /// The prediction of each value (with noise) from the others, with fixed hyper-parameters and inducing inputs.
  public let leaveOneOut: [Prediction]
}

/// Fits a process to more data than an exact fit can handle: from about 10,000 points on. It never replaces
/// ``fit(kernel:inputs:values:noiseDeviations:settings:)`` unless requested, and reports its error.
///
/// The hyper-parameters, mean and noise are fitted exactly on a subset of the points, evenly spread over the list. Then
/// the inducing inputs are drawn where most variance is unexplained, all points enter a ``SparseProcess``, and its
/// standard deviations are calibrated to its leave-one-out errors. The order of the data must be independent of the
/// values.
///
/// - Parameters:
///   - kernel: with output scales if these are to be fitted.
///   - inputs: at least one; duplicates are allowed.
///   - values: finite, in the property's own unit.
///   - noiseDeviations: the known standard deviation of each value, in the property's unit; empty if unknown.
///   - sparse: the limits on its cost.
///   - settings: the settings of the exact fit.
public func fitSparse<Input>(
  kernel: some Kernel<Input>, inputs: [Input], values: [Double], noiseDeviations: [Double] = [],
  sparse: SparseSettings = SparseSettings(), settings: FitSettings = FitSettings()
) throws(GaussianProcessError) -> SparseFit<Input> {
  try sparse.validated()
  try checkData(inputs: inputs.count, values: values, noiseDeviations: noiseDeviations)
  let subset = inputs.indices.evenlySpread(sparse.pointsToFit)
  let (someInputs, someValues) = (subset.map { inputs[$0] }, subset.map { values[$0] })
  let someDeviations = noiseDeviations.isEmpty ? [] : subset.map { noiseDeviations[$0] }
  let exact = try fit(
    kernel: kernel, inputs: someInputs, values: someValues, noiseDeviations: someDeviations, settings: settings)

  // The exact process's covariances and noise are calibrated; the known deviations are scaled likewise.
  func calibrated(_ deviations: [Double]) -> [Double] { deviations.map { exact.calibration * $0 } }

  let limit = min(10_000, sparse.candidatesPerInducingInput * sparse.inducingInputs, inputs.count)
  let places = inputs.indices.evenlySpread(limit)
  let candidates = places.map { inputs[$0] }
  var stream = RandomStreams(seed: sparse.seed).stream(.inducingInputs)
  let chosen = inducingPoints(
    exact.process.kernel, among: candidates, count: sparse.inducingInputs, from: &stream)
  let prior = try SparseProcess(
    mean: exact.process.mean, kernel: exact.process.kernel, noiseVariance: exact.process.noiseVariance,
    inducingInputs: chosen.map { candidates[$0] }, conditional: sparse.conditional)
  let uncalibrated = try prior.conditioned(on: inputs, values: values, noiseDeviations: calibrated(noiseDeviations))
  let leaveOneOut = uncalibrated.leaveOneOut
  // The exact fit was calibrated by its own errors, but the errors of the sparse process differ.
  let factor = calibration(leaveOneOut, of: values, priorCount: settings.calibrationPriorCount)
  let process = factor == 1 ? uncalibrated : try uncalibrated.scaled(deviations: factor)

  // Both processes get the same observations and are compared at other inputs; if there are no others, at the
  // observations.
  let comparable = try prior.conditioned(
    on: someInputs, values: someValues, noiseDeviations: calibrated(someDeviations))
  let seen = Set(subset)
  let others = inputs.indices.filter { !seen.contains($0) }
  let targets = (others.isEmpty ? subset : others).evenlySpread(sparse.pointsToCompare).map { inputs[$0] }
  return SparseFit(
    process: process, inducing: chosen.map { places[$0] }, fittedKernel: exact.fittedKernel, spread: exact.spread,
    calibration: factor * exact.calibration,
    hyperparameters: exact.hyperparameters, fittedPoints: subset.count,
    approximation: ApproximationError(
      unexplainedShares: process.unexplainedShares, observations: subset.count,
      exact: exact.process.predict(targets, includingNoise: true),
      sparse: comparable.predict(targets, includingNoise: true)),
    leaveOneOut: leaveOneOut.map { Prediction(mean: $0.mean, standardDeviation: factor * $0.standardDeviation) })
}

extension SparseFit {
  /// The root mean square error of the leave-one-out predictions, in the property's own unit.
  public var leaveOneOutRMSE: Double { average { ($1 - $0.mean) * ($1 - $0.mean) }.squareRoot() }

  /// The mean log density of the values under their leave-one-out predictions, per value.
  public var leaveOneOutLogDensity: Double { average { $0.logDensity(of: $1) } }

  /// The root mean square of the leave-one-out errors in standard deviations: 1 for calibrated predictions.
  public var leaveOneOutSpread: Double {
    average { $0.standardizedError(of: $1) * $0.standardizedError(of: $1) }.squareRoot()
  }

  private func average(_ term: (Prediction, Double) -> Double) -> Double {
    zip(leaveOneOut, process.values).reduce(0) { $0 + term($1.0, $1.1) } / Double(leaveOneOut.count)
  }
}
