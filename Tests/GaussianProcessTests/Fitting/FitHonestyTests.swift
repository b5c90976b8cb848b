import Chemistry
import GaussianProcess
import Glibc
import Numerics
import Testing

/// What the general search makes of data that are few, equal, huge, tiny or wrong.
struct FitHonestyTests {
  static let kernel = RadialKernel(.matern52).on { (x: Double) in [x] }.scaled()

  @Test(arguments: [
    ([3.0], [2.5]), ([3.0, 4.0], [2.5, 2.7]), ([3.0, 3.0], [2.5, 2.7]), ([3.0, 3.0], [2.5, 2.5]),
    ([1.0, 2.0, 3.0, 4.0], [7.1, 7.1, 7.1, 7.1]), ([0.0, 0.0, 0.0, 5.0, 5.0], [1.0, 1.1, 0.9, 4.0, 4.2]),
    ([0.0, 1.0], [0.0, 0.0]), ([0.0, 1.0, 2.0], [1e-150, 2e-150, 1.5e-150]), ([0.0, 1.0, 2.0], [1e100, -1e100, 3e99]),
    ([1e150, 2e150, 3e150], [1.0, 2.0, 3.0]), ([1e-150, 2e-150, 3e-150], [1.0, 2.0, 3.0]),
  ])
  func copesWithLittleData(inputs: [Double], values: [Double]) throws {
    let found = try fit(kernel: Self.kernel + SquaredExponential().scaled(), inputs: inputs, values: values)
    let numbers =
      [
        found.hyperparameters.mean, found.hyperparameters.outputScale, found.hyperparameters.noise, found.logPosterior,
        found.logMarginalLikelihood, found.leaveOneOutRMSE, found.leaveOneOutLogDensity, found.leaveOneOutSpread,
      ] + found.hyperparameters.kernel.map(\.value)
      + found.process.predict([-50, 0.5, 3]).flatMap { [$0.mean, $0.standardDeviation] }
    #expect(numbers.allSatisfy { $0.isFinite })
    #expect(found.hyperparameters.outputScale > 0 && found.hyperparameters.noise > 0)
    let (least, greatest) = (values.min() ?? 0, values.max() ?? 0)
    let slack = 0.5 * (greatest - least) + 1e-9 * abs(greatest)
    for prediction in found.process.predict(inputs) {
      #expect(prediction.mean >= least - slack && prediction.mean <= greatest + slack)
    }
  }

  /// A change of unit changes the report by that unit and nothing else.
  @Test(arguments: [1e-120, 1000, 1e90])
  func followsTheUnit(factor: Double) throws {
    let data = try SyntheticData(count: 30, seed: 9, mean: 3, outputScale: 2, noise: 0.4)
    let one = try fit(kernel: Self.kernel, inputs: data.inputs, values: data.values)
    let other = try fit(kernel: Self.kernel, inputs: data.inputs, values: data.values.map { factor * $0 })
    #expect(abs(other.hyperparameters.noise / (factor * one.hyperparameters.noise) - 1) < 1e-4)
    #expect(abs(other.hyperparameters.kernel[1].value / one.hyperparameters.kernel[1].value - 1) < 1e-4)
    #expect(abs(other.leaveOneOutSpread - one.leaveOneOutSpread) < 1e-5)
    let (a, b) = (one.process.predict([2.5])[0], other.process.predict([2.5])[0])
    #expect(abs(b.mean / (factor * a.mean) - 1) < 1e-4)
    #expect(abs(b.standardDeviation / (factor * a.standardDeviation) - 1) < 1e-4)
  }

  @Test func anOutlierDoesNotRuinTheOthers() throws {
    let data = try SyntheticData(count: 60, seed: 10, mean: 3, outputScale: 1, noise: 0.1)
    var values = data.values
    values[17] += 25
    let found = try fit(kernel: Self.kernel, inputs: data.inputs, values: values)
    let far = data.inputs.indices.filter { abs(data.inputs[$0] - data.inputs[17]) > 2 }
    let predictions = found.process.predict(far.map { data.inputs[$0] }, includingNoise: true)
    #expect(zip(far, predictions).allSatisfy { abs($1.standardizedError(of: values[$0])) < 2 })
    #expect(abs(found.leaveOneOut[17].standardizedError(of: values[17])) > 4)
  }

  /// Forty observations at two inputs: each is their average, and the noise what they differ by.
  @Test func duplicatesAreAveraged() throws {
    var stream = RandomStream(seed: 26)
    let inputs = (0..<40).map { $0 < 20 ? 0.0 : 5 }
    let values = inputs.map { ($0 == 0 ? 1 : 4) + 0.3 * stream.normal() }
    let found = try fit(kernel: Self.kernel, inputs: inputs, values: values)
    let averages = [values[..<20].reduce(0, +) / 20, values[20...].reduce(0, +) / 20]
    #expect(distance(found.process.predict([0, 5]).map(\.mean), averages) < 0.05)
    #expect(abs(log(found.hyperparameters.noise / 0.3)) < 0.3)
    #expect(found.process.predict([0])[0].standardDeviation < 0.12)
  }

  @Test func whatIsNotPositiveDefiniteIsAnError() throws {
    struct Negative: Kernel {
      func covariance(_ a: Double, _ b: Double) -> Double { -SquaredExponential().covariance(a, b) }
    }
    struct Distance: Kernel {
      func covariance(_ a: Double, _ b: Double) -> Double { 100 * abs(a - b) }
    }
    #expect(throws: GaussianProcessError.notPositiveDefiniteAnywhere) {
      try fit(kernel: ScaledKernel(variance: 100, base: Negative()), inputs: [0, 1, 2], values: [1, 2, 4])
    }
    #expect(throws: GaussianProcessError.notPositiveDefiniteAnywhere) {
      try fit(kernel: Distance(), inputs: [0, 1, 2], values: [1, 2, 4])
    }
    let prior = try GaussianProcess(mean: ConstantMean(0), kernel: Distance(), noiseVariance: 0.01)
    #expect(throws: GaussianProcessError.numerics(.notPositiveDefinite(order: 2, size: 3))) {
      try prior.conditioned(on: [0, 1, 2], values: [1, 2, 4])
    }
  }

  /// scikit-learn 1.7's GaussianProcessRegressor with ConstantKernel · Matern(ν = 2.5) + WhiteKernel on the standardised
  /// values, the maximum of its likelihood refined with scipy's Nelder–Mead; its length scale over √3.
  @Test func aFitAgreesWithScikitLearn() throws {
    let inputs: [[Double]] = [
      [0, 1, -0.5], [0.3, -0.2, 0.8], [1.5, 0.4, 0.1], [-1, 0.9, 2], [0.7, -1.3, -0.6], [0.2, 0.1, 0.4],
      [-0.6, -0.8, 0.3], [1.1, 1.2, -1.4], [-1.5, 0.2, -0.7], [0.9, -0.4, 1.6], [0.4, 0.6, -1.1], [-0.3, -1.5, 1],
    ]
    let values = [
      0.45, 0.21218841512316142, 1.0889597150038692, -0.15355818541719296, 0.3135037396899503, 0.3110805518921551,
      -0.9372794192004101, 1.7381045603371779, -1.0289597150038692, 0.5227505977361355, 0.7848801378437367,
      -0.8901884151231614,
    ]
    // Priors so wide that they say nothing, and the mean held at the average.
    func flat(_ median: Double) -> LogNormalPrior {
      LogNormalPrior(median: median, logDeviation: 1e6, least: 1e-3, greatest: 1e3)
    }
    var settings = FitSettings()
    settings.noise = flat(0.2)
    settings.meanDeviation = 0
    settings.starts = 1
    let kernel = RadialKernel(.matern52, prior: flat(1.5)).scaled(by: flat(1))
    let found = try fit(kernel: kernel, inputs: inputs, values: values, settings: settings)
    let spread = 0.8424740581851385
    #expect(abs(found.logMarginalLikelihood - (-8.631797967451593 - 12 * log(spread))) < 1e-7)
    #expect(abs(found.hyperparameters.kernel[0].value - 1.8436019497994116) < 1e-3)
    #expect(abs(found.hyperparameters.kernel[1].value - 4.250166077107113 / 3.0.squareRoot()) < 1e-3)
    #expect(abs(found.hyperparameters.noise - spread * 0.06471504797910183) < 1e-4)
    let means = found.process.predict([[0.1, 0.2, 0.3], [-2, 1, 0.5]]).map(\.mean)
    #expect(distance(means, [0.22569627521425972, -0.9132437573594614]) < 1e-4)
  }
}
