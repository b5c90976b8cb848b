public import Numerics

/// A process of several outputs fitted to a table with missing values. It is meant for properties, or qualities of a
/// calculation, that inform each other; only tests use it so far.
public struct OutputsFit<Input: Sendable>: Sendable {
  /// The fit of the values of all outputs, each output standardised by itself.
  public let fit: Fit<OutputInput<Input>>
  /// The average of each output's values, in its unit.
  public let averages: [Double]
  /// The standard deviation of each output's values, in its unit.
  public let spreads: [Double]
  /// The standard deviation of the noise of an observation of each output, in its unit.
  public let noise: [Double]
  /// The prior correlations of the outputs: from −1 to 1, outputs × outputs.
  public let correlations: Matrix

  /// The number of outputs.
  public var outputs: Int { averages.count }

  /// The prediction of an output at each input, in its unit.
  ///
  /// - Parameter includingNoise: whether to predict an observation rather than the process.
  public func predict(_ inputs: [Input], output: Int, includingNoise: Bool = false) -> [Prediction] {
    fit.process.predict(inputs.map { OutputInput(output: output, input: $0) }).map {
      let prediction = restored($0, output)
      return includingNoise ? prediction.observed(noise: noise[output]) : prediction
    }
  }

  /// The known values of an output, in the order of the table, each with its prediction (with noise) from all other
  /// values, including those of other outputs; in the output's unit.
  public func leaveOneOut(output: Int) -> [(value: Double, prediction: Prediction)] {
    zip(zip(fit.process.inputs, fit.process.values), fit.leaveOneOut).compactMap { observed, prediction in
      guard observed.0.output == output else { return nil }
      return (averages[output] + spreads[output] * observed.1, restored(prediction, output))
    }
  }

  private func restored(_ prediction: Prediction, _ output: Int) -> Prediction {
    Prediction(
      mean: averages[output] + spreads[output] * prediction.mean,
      standardDeviation: spreads[output] * prediction.standardDeviation)
  }
}

/// Fits a process of several outputs to a table with missing values: the outputs share functions of the inputs, so that
/// each learns from the values of the others.
///
/// Each output is standardised by itself and has its own constant, noise and variance. With N values in the whole table
/// the cost is that of ``fit(kernel:inputs:values:noiseDeviations:settings:)`` for N values.
///
/// - Parameters:
///   - base: the kernel over the inputs, of variance 1 and without an output scale.
///   - inputs: one for each row of the table.
///   - table: for each input a row with a value for each output, nil if missing. Every output needs a value.
///   - rank: the number of functions that the outputs share.
///   - settings: the settings of the search; the prior of the noise applies to each output.
public func fitOutputs<Input>(
  kernel base: some Kernel<Input>, inputs: [Input], table: [[Double?]], rank: Int = 1,
  settings: FitSettings = FitSettings()
) throws(GaussianProcessError) -> OutputsFit<Input> {
  try settings.validated()
  guard inputs.count == table.count else { throw .countMismatch(inputs: inputs.count, values: table.count) }
  guard let outputs = table.first?.count, outputs > 0 else { throw .noData }
  if let row = table.firstIndex(where: { $0.count != outputs }) {
    throw .invalidSetting("Row \(row) of the table has \(table[row].count) values, and its first row \(outputs).")
  }
  guard rank >= 0 else { throw .invalidSetting("Outputs cannot share \(rank) functions: give zero or more.") }

  var standards: [Standardization] = []
  for output in 0..<outputs {
    let own = table.compactMap { $0[output] }
    try checkData(inputs: own.count, values: own)
    guard !own.isEmpty else {
      throw .invalidSetting("Output \(output) has no value at all: leave out its column of the table.")
    }
    standards.append(Standardization(own, spreadOfConstantValues: settings.spreadOfConstantValues))
  }
  var observed: [OutputInput<Input>] = []
  var values: [Double] = []
  for (row, input) in inputs.enumerated() {
    for (output, value) in table[row].enumerated() {
      guard let value else { continue }
      observed.append(OutputInput(output: output, input: input, observation: observed.count))
      values.append(standards[output].standardized(value))
    }
  }

  let coregional = CoregionalKernel(outputs: outputs, rank: rank, base: base)
  let kernel = SumKernel<OutputInput<Input>>([
    coregional, OutputConstantKernel(), OutputNoiseKernel(outputs: outputs, prior: settings.noise),
  ])
  // The constants and the noise are in the kernel; the remaining common ones only keep the matrix regular.
  var common = settings
  common.meanDeviation = 0
  common.noise = LogNormalPrior(
    median: settings.noise.least, logDeviation: 0.1, least: 0.9 * settings.noise.least,
    greatest: 1.1 * settings.noise.least)
  // A single factor would not calibrate any of several outputs.
  common.calibrationPriorCount = .infinity
  let found = try fit(kernel: kernel, inputs: observed, values: values, settings: common)

  // The standard deviation of all values together is not exactly 1, and the fit standardises it.
  let scale = Standardization(values, spreadOfConstantValues: settings.spreadOfConstantValues).spread
  let coordinates = found.hyperparameters.kernel.map(\.coordinate)
  let covariance = coregional.with(coordinates: Array(coordinates.dropLast(outputs))).outputCovariance
  let roots = covariance.diagonal.map { $0.squareRoot() }
  var correlations = covariance
  for column in 0..<outputs { for row in 0..<outputs { correlations[row, column] /= roots[row] * roots[column] } }
  let noise = (0..<outputs).map { output in
    let own = scale * found.hyperparameters.kernel[coordinates.count - outputs + output].value
    return standards[output].spread * (own * own + found.process.noiseVariance).squareRoot()
  }
  return OutputsFit(
    fit: found, averages: standards.map(\.average), spreads: standards.map(\.spread), noise: noise,
    correlations: correlations)
}
