import Chemistry
import GaussianProcess
import Glibc
import Numerics
import Testing

struct FitTests {
  /// The maximum was found with scipy's Nelder–Mead from nine starts over (mean, log scale, log noise) of the
  /// standardised values, on the density written out with dense matrices.
  @Test func agreesWithScipy() throws {
    let found = try fit(kernel: SquaredExponential().scaled(), inputs: Reference.inputs, values: Reference.values)
    #expect(abs(found.logPosterior - -5.250333425744084) < 1e-8)
    #expect(abs(found.hyperparameters.mean - 0.8706061963204494) < 1e-5)
    #expect(abs(found.hyperparameters.outputScale - 0.9360961995121767) < 1e-5)
    #expect(abs(found.hyperparameters.noise - 0.07279799950917532) < 1e-5)
  }

  @Test func findsWhatTheValuesWereDrawnWith() throws {
    let data = try SyntheticData(count: 400, seed: 7, mean: 30, outputScale: 5, noise: 1)
    let found = try fit(kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values)
    #expect(abs(log(found.hyperparameters.outputScale / 5)) < 0.35)
    #expect(abs(log(found.hyperparameters.noise / 1)) < 0.1)
    #expect(abs(found.hyperparameters.mean - 30) < 5)
  }

  /// Twenty draws from the prior: of 2400 leave-one-out errors 68.3 % should be within one standard deviation, and
  /// 95.4 % within two; the limits are four standard errors, widened for the dependence within a draw.
  @Test func leaveOneOutErrorsAreCalibrated() throws {
    var errors: [Double] = []
    for seed in 0..<20 {
      let data = try SyntheticData(count: 120, seed: UInt64(100 + seed), mean: -2, outputScale: 3, noise: 0.6)
      let found = try fit(kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values)
      errors += zip(found.leaveOneOut, data.values).map { $0.standardizedError(of: $1) }
      #expect(abs(found.leaveOneOutSpread - 1) < 0.2)
    }
    let withinOne = Double(errors.filter { abs($0) < 1 }.count) / Double(errors.count)
    let withinTwo = Double(errors.filter { abs($0) < 2 }.count) / Double(errors.count)
    #expect(abs(withinOne - 0.683) < 0.045)
    #expect(abs(withinTwo - 0.954) < 0.02)
  }

  @Test func reportsWhatTheProcessSays() throws {
    let data = try SyntheticData(count: 40, seed: 8, mean: 3, outputScale: 2, noise: 0.4)
    let found = try fit(kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values)
    for (own, other) in zip(found.leaveOneOut, found.process.leaveOneOut) {
      #expect(abs(own.mean - other.mean) < 1e-9 && abs(own.standardDeviation - other.standardDeviation) < 1e-9)
    }
    var asItIs = FitSettings()
    asItIs.calibrationPriorCount = .infinity
    let uncalibrated = try fit(
      kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values, settings: asItIs)
    #expect(found.logMarginalLikelihood == uncalibrated.process.logMarginalLikelihood)
    let errors = zip(found.leaveOneOut, data.values).map { $1 - $0.mean }
    #expect(abs(found.leaveOneOutRMSE - (errors.reduce(0) { $0 + $1 * $1 } / 40).squareRoot()) < 1e-12)
    #expect(abs(found.leaveOneOutMAE - errors.reduce(0) { $0 + abs($1) } / 40) < 1e-12)
    let density = zip(found.leaveOneOut, data.values).reduce(0) { $0 + $1.0.logDensity(of: $1.1) } / 40
    #expect(abs(found.leaveOneOutLogDensity - density) < 1e-12)
    let settings = FitSettings()
    // Each search may end its last step beyond the limit.
    #expect(found.evaluations > settings.starts)
    #expect(found.evaluations < settings.starts * (settings.evaluations + 65))
  }

  /// A change of unit (from eV to meV, from °C to K) changes the report by that unit and nothing else.
  @Test func followsTheUnit() throws {
    let data = try SyntheticData(count: 30, seed: 9, mean: 3, outputScale: 2, noise: 0.4)
    let one = try fit(kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values)
    let other = try fit(
      kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values.map { 1000 * $0 + 273.15 })
    #expect(abs(other.hyperparameters.mean - (1000 * one.hyperparameters.mean + 273.15)) < 1e-3)
    #expect(abs(other.hyperparameters.outputScale - 1000 * one.hyperparameters.outputScale) < 1e-3)
    #expect(abs(other.hyperparameters.noise - 1000 * one.hyperparameters.noise) < 1e-3)
    #expect(abs(other.leaveOneOutSpread - one.leaveOneOutSpread) < 1e-6)
  }

  @Test(arguments: [
    ([3.0], [2.5]), ([3.0, 4.0], [2.5, 2.7]), ([3.0, 3.0], [2.5, 2.7]), ([3.0, 3.0], [2.5, 2.5]),
    ([1.0, 2.0, 3.0, 4.0], [7.1, 7.1, 7.1, 7.1]), ([0.0, 0.0, 0.0, 5.0, 5.0], [1.0, 1.1, 0.9, 4.0, 4.2]),
    ([0.0, 1.0], [0.0, 0.0]), ([0.0, 1.0, 2.0], [1e-150, 2e-150, 1.5e-150]), ([0.0, 1.0, 2.0], [1e100, -1e100, 3e99]),
  ])
  func copesWithLittleData(inputs: [Double], values: [Double]) throws {
    let found = try fit(kernel: SquaredExponential().scaled(), inputs: inputs, values: values)
    let numbers =
      [
        found.hyperparameters.mean, found.hyperparameters.outputScale, found.hyperparameters.noise, found.logPosterior,
        found.logMarginalLikelihood, found.leaveOneOutRMSE, found.leaveOneOutLogDensity, found.leaveOneOutSpread,
      ] + found.process.predict([-50, 0.5, 3]).flatMap { [$0.mean, $0.standardDeviation] }
    #expect(numbers.allSatisfy { $0.isFinite })
    #expect(found.hyperparameters.outputScale > 0 && found.hyperparameters.noise > 0)
    let (least, greatest) = (values.min() ?? 0, values.max() ?? 0)
    let slack = 0.5 * (greatest - least) + 1e-9 * abs(greatest)
    for prediction in found.process.predict(inputs) {
      #expect(prediction.mean >= least - slack && prediction.mean <= greatest + slack)
    }
  }

  @Test func anOutlierDoesNotRuinTheOthers() throws {
    let data = try SyntheticData(count: 60, seed: 10, mean: 3, outputScale: 1, noise: 0.1)
    var values = data.values
    values[17] += 25
    let found = try fit(kernel: SquaredExponential().scaled(), inputs: data.inputs, values: values)
    let far = data.inputs.indices.filter { abs(data.inputs[$0] - data.inputs[17]) > 2 }
    let predictions = found.process.predict(far.map { data.inputs[$0] }, includingNoise: true)
    let errors = zip(far, predictions).map { abs($1.standardizedError(of: values[$0])) }
    #expect(errors.allSatisfy { $0 < 2 })
    #expect(abs(found.leaveOneOut[17].standardizedError(of: values[17])) > 4)
  }

  @Test func isDeterministic() throws {
    let data = try SyntheticData(count: 50, seed: 11, mean: 3, outputScale: 1, noise: 0.3)
    let first = try fit(kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values)
    let second = try fit(kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values)
    #expect(first.hyperparameters == second.hyperparameters && first.leaveOneOut == second.leaveOneOut)
  }

  @Test func badDataIsNamed() {
    let kernel = SquaredExponential().scaled()
    #expect(throws: GaussianProcessError.noData) { try fit(kernel: kernel, inputs: [], values: []) }
    #expect(throws: GaussianProcessError.countMismatch(inputs: 1, values: 2)) {
      try fit(kernel: kernel, inputs: [1], values: [1, 2])
    }
    #expect(throws: GaussianProcessError.nonFiniteValue(index: 0, value: "nan")) {
      try fit(kernel: kernel, inputs: [1], values: [.nan])
    }
  }

  @Test func fitsMolecules() throws {
    // The number of carbon atoms in alkanes and alcohols: what fingerprints of counts can see.
    let smiles = (1...12).flatMap { length in
      [String(repeating: "C", count: length), String(repeating: "C", count: length) + "O"]
    }
    let fingerprints = try smiles.map { try Molecule(smiles: $0).fingerprint(radius: 3) }
    let values = (1...12).flatMap { [Double($0), Double($0)] }
    let found = try fit(kernel: MinMaxKernel().scaled(), inputs: fingerprints, values: values)
    #expect(found.leaveOneOutRMSE < 1.2)
    let amine = try Molecule(smiles: "CCCCCCN").fingerprint(radius: 3)
    #expect(abs(found.process.predict([amine])[0].mean - 6) < 1.5)
  }
}
