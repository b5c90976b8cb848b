import GaussianProcess
import Glibc
import Testing

/// The search itself is not seen from outside; fits show what it finds.
struct HyperparameterSearchTests {
  @Test func findsALengthScale() throws {
    let data = try SyntheticData(count: 300, seed: 21, mean: 5, outputScale: 2, noise: 0.2)
    let kernel = RadialKernel(.squaredExponential).on { (x: Double) in [x] }.scaled()
    let found = try fit(kernel: kernel, inputs: data.inputs, values: data.values)
    // The data were drawn with a length of .8.
    #expect(abs(log(found.hyperparameters.kernel[1].value / 0.8)) < 0.25)
    #expect(abs(log(found.hyperparameters.noise / 0.2)) < 0.15)
    #expect(abs(found.leaveOneOutSpread - 1) < 0.1)
  }

  /// What does not matter gets a long length scale.
  @Test func tellsWhichCoordinatesMatter() throws {
    let data = try SyntheticData(count: 120, seed: 22, mean: 0, outputScale: 1, noise: 0.1)
    let points = data.inputs.enumerated().map { [$1, Double(($0 * 37) % 11)] }
    let kernel = RadialKernel(.squaredExponential, lengthScales: [1.5, 1.5], prior: .lengthScale).scaled()
    let found = try fit(kernel: kernel, inputs: points, values: data.values)
    #expect(found.hyperparameters.kernel[2].value > 4 * found.hyperparameters.kernel[1].value)
  }

  /// Beginning on some of the points leads to the same place.
  @Test func beginsOnSomeOfThePoints() throws {
    let data = try SyntheticData(count: 150, seed: 23, mean: 1, outputScale: 1, noise: 0.3)
    let kernel = RadialKernel(.matern52).on { (x: Double) in [x] }.scaled()
    var settings = FitSettings()
    let whole = try fit(kernel: kernel, inputs: data.inputs, values: data.values, settings: settings)
    settings.pointsToBeginWith = 60
    let begun = try fit(kernel: kernel, inputs: data.inputs, values: data.values, settings: settings)
    #expect(abs(whole.logPosterior - begun.logPosterior) < 1e-3)
  }

  @Test func whatIsKnownOfTheNoiseIsUsed() throws {
    let data = try SyntheticData(count: 80, seed: 25, mean: 0, outputScale: 1, noise: 0.1)
    // Every second value is spoiled by ±1, and says so.
    let spoiled = data.values.enumerated().map { $0.isMultiple(of: 2) ? $1 + ($0.isMultiple(of: 4) ? 1 : -1) : $1 }
    let deviations = data.values.indices.map { $0.isMultiple(of: 2) ? 1.0 : 0 }
    let kernel = SquaredExponential().scaled()
    let blind = try fit(kernel: kernel, inputs: data.inputs, values: spoiled)
    let told = try fit(kernel: kernel, inputs: data.inputs, values: spoiled, noiseDeviations: deviations)
    func error(_ found: Fit<Double>) -> Double {
      zip(found.process.predict(data.inputs), data.values).reduce(0) { $0 + abs($1.0.mean - $1.1) }
    }
    #expect(error(told) < 0.6 * error(blind))
    #expect(told.hyperparameters.noise < 0.3 && blind.hyperparameters.noise > 0.5)
    #expect(told.process.noiseDeviations == deviations.map { told.calibration * $0 })
  }

  @Test func badDeviationsAreNamed() {
    let kernel = SquaredExponential().scaled()
    #expect(throws: GaussianProcessError.invalidNoiseDeviations("there are 1 for 2 values")) {
      try fit(kernel: kernel, inputs: [1, 2], values: [1, 2], noiseDeviations: [0.1])
    }
    #expect(throws: GaussianProcessError.invalidNoiseDeviations("that of index 1 is -1.0")) {
      try fit(kernel: kernel, inputs: [1, 2], values: [1, 2], noiseDeviations: [0.1, -1])
    }
  }
}
