internal import Numerics

/// A sparse process fitted to many data, with what the approximation costs.
public struct SparseFit<Input: Sendable>: Sendable {
  /// The process with the most probable hyper-parameters, conditioned on all data through the inducing inputs.
  public let process: SparseProcess<Input>
  /// The most probable hyper-parameters, found exactly on some of the data.
  public let hyperparameters: Hyperparameters
  /// On how many.
  public let fittedPoints: Int
  /// How far the process is from the exact one.
  public let approximation: ApproximationError
  /// The prediction of each value (with noise) from the others, the hyper-parameters and the inducing inputs held.
  public let leaveOneOut: [Prediction]
}

/// Fits a process to more data than an exact one can be fitted to: from about 10,000 points on. It is never chosen in place
/// of ``fit(kernel:inputs:values:noiseDeviations:settings:)`` unasked, and says how large its error is.
///
/// The hyper-parameters are fitted exactly on some of the points, evenly spread over the list, with the mean and the noise.
/// Then the inducing inputs are drawn where most is left to explain, and all points go into a ``SparseProcess``. Give the data in an order
/// that has nothing to do with the values.
///
/// - Parameters:
///   - kernel: with output scales where they are to be fitted.
///   - inputs: at least one; duplicates are allowed.
///   - values: finite, in the property's own unit.
///   - noiseDeviations: the standard deviation of each value as far as it is known, in the property's unit; empty where
///     nothing is known.
///   - sparse: how much it may cost.
///   - settings: those of the exact fit.
public func fitSparse<Input>(
  kernel: some Kernel<Input>, inputs: [Input], values: [Double], noiseDeviations: [Double] = [],
  sparse: SparseSettings = SparseSettings(), settings: FitSettings = FitSettings()
) throws(GaussianProcessError) -> SparseFit<Input> {
  try sparse.validated()
  try checkData(inputs: inputs.count, values: values, noiseDeviations: noiseDeviations)
  let subset = evenlySpread(min(sparse.pointsToFit, inputs.count), of: Array(inputs.indices))
  let (someInputs, someValues) = (subset.map { inputs[$0] }, subset.map { values[$0] })
  let someDeviations = noiseDeviations.isEmpty ? [] : subset.map { noiseDeviations[$0] }
  let exact = try fit(
    kernel: kernel, inputs: someInputs, values: someValues, noiseDeviations: someDeviations, settings: settings)

  // The exact process's covariances and noise are calibrated; the deviations that are known follow.
  func calibrated(_ deviations: [Double]) -> [Double] { deviations.map { exact.calibration * $0 } }

  let limit = min(10_000, sparse.candidatesPerInducingInput * sparse.inducingInputs, inputs.count)
  let candidates = evenlySpread(limit, of: Array(inputs.indices)).map { inputs[$0] }
  var stream = RandomStreams(seed: sparse.seed).stream("inducing inputs")
  let chosen = inducingPoints(
    exact.process.kernel, among: candidates, count: sparse.inducingInputs, from: &stream)
  let prior = try SparseProcess(
    mean: exact.process.mean, kernel: exact.process.kernel, noiseVariance: exact.process.noiseVariance,
    inducingInputs: chosen.map { candidates[$0] })
  let process = try prior.conditioned(on: inputs, values: values, noiseDeviations: calibrated(noiseDeviations))

  // The two are given the same observations and asked elsewhere; where no others are, at the observations.
  let comparable = try prior.conditioned(
    on: someInputs, values: someValues, noiseDeviations: calibrated(someDeviations))
  let seen = Set(subset)
  let others = inputs.indices.filter { !seen.contains($0) }
  let targets = evenlySpread(sparse.pointsToCompare, of: others.isEmpty ? subset : others).map { inputs[$0] }
  return SparseFit(
    process: process, hyperparameters: exact.hyperparameters, fittedPoints: subset.count,
    approximation: ApproximationError(
      unexplainedShares: process.unexplainedShares, observations: subset.count,
      exact: exact.process.predict(targets, includingNoise: true),
      sparse: comparable.predict(targets, includingNoise: true)),
    leaveOneOut: process.leaveOneOut)
}

extension SparseFit {
  /// The root mean square error of the leave-one-out predictions, in the property's own unit.
  public var leaveOneOutRMSE: Double { average { ($1 - $0.mean) * ($1 - $0.mean) }.squareRoot() }

  /// The mean, per value, of the logarithm of the probability density that they gave to it.
  public var leaveOneOutLogDensity: Double { average { $0.logDensity(of: $1) } }

  /// The root mean square of their errors in standard deviations: 1 when the predictions know how good they are.
  public var leaveOneOutSpread: Double {
    average { $0.standardizedError(of: $1) * $0.standardizedError(of: $1) }.squareRoot()
  }

  private func average(_ term: (Prediction, Double) -> Double) -> Double {
    zip(leaveOneOut, process.values).reduce(0) { $0 + term($1.0, $1.1) } / Double(leaveOneOut.count)
  }
}

/// As many elements, or all where there are no more, at even distances.
private func evenlySpread(_ count: Int, of elements: [Int]) -> [Int] {
  let count = min(count, elements.count)
  return (0..<count).map { elements[$0 * elements.count / count] }
}
