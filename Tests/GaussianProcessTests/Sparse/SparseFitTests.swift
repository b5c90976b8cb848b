import GaussianProcess
import Glibc
import Numerics
import Testing

struct SparseFitTests {
  private func settings(_ inducing: Int, fitted: Int = 200) -> SparseSettings {
    var settings = SparseSettings()
    settings.inducingInputs = inducing
    settings.pointsToFit = fitted
    settings.pointsToCompare = 100
    return settings
  }

  @Test func comesToTheExactFit() throws {
    let data = try SyntheticData(count: 600, seed: 41, mean: 30, outputScale: 5, noise: 1)
    let kernel = SquaredExponential().scaled()
    let found = try fitSparse(kernel: kernel, inputs: data.inputs, values: data.values, sparse: settings(60))
    let exact = try GaussianProcess(
      mean: found.process.mean, kernel: found.process.kernel, noiseVariance: found.process.noiseVariance
    ).conditioned(on: data.inputs, values: data.values)
    let targets = [0.1, 3, 7.7, 9.9]
    #expect(distance(found.process.predict(targets).map(\.mean), exact.predict(targets).map(\.mean)) < 1e-4)
    #expect(found.approximation.greatestUnexplainedShare < 1e-6)
    #expect(found.approximation.standardizedMeanDifference < 1e-4)
    #expect(abs(found.approximation.deviationRatio - 1) < 1e-4)
    #expect(found.fittedPoints == 200 && found.approximation.comparedObservations == 200)
    #expect(found.approximation.comparedInputs == 100)
    let left = exact.leaveOneOut
    let rmse = (zip(left, data.values).reduce(0) { $0 + pow($1.0.mean - $1.1, 2) } / 600).squareRoot()
    #expect(abs(found.leaveOneOutRMSE - rmse) < 1e-4)
    #expect(abs(found.leaveOneOutSpread - 1) < 0.1)
    #expect(abs(found.leaveOneOutLogDensity - -log(1.0) + 1.42) < 0.15)
  }

  /// Too few inducing inputs: the result says so, and stays calibrated.
  @Test func theErrorIsPartOfTheResult() throws {
    let data = try SyntheticData(count: 800, seed: 42, mean: 0, outputScale: 1, noise: 0.1)
    let kernel = SquaredExponential().scaled()
    let few = try fitSparse(kernel: kernel, inputs: data.inputs, values: data.values, sparse: settings(6))
    let more = try fitSparse(kernel: kernel, inputs: data.inputs, values: data.values, sparse: settings(12))
    #expect(few.approximation.averageUnexplainedShare > 0.1)
    #expect(few.approximation.greatestUnexplainedShare > few.approximation.averageUnexplainedShare)
    #expect(more.approximation.averageUnexplainedShare < 0.3 * few.approximation.averageUnexplainedShare)
    #expect(few.approximation.meanDifference > 3 * more.approximation.meanDifference)
    #expect(few.approximation.deviationRatio > more.approximation.deviationRatio)
    #expect(few.approximation.deviationRatio > 1)
    #expect(few.leaveOneOutRMSE > more.leaveOneOutRMSE)
    #expect((0.6...1.4).contains(few.leaveOneOutSpread))
  }

  @Test func severalHyperparametersAndKnownNoise() throws {
    let data = try SyntheticData(count: 500, seed: 43, mean: 1, outputScale: 2, noise: 0.2)
    let spoiled = data.values.enumerated().map { $0.isMultiple(of: 2) ? $1 + ($0.isMultiple(of: 4) ? 2 : -2) : $1 }
    let deviations = data.values.indices.map { $0.isMultiple(of: 2) ? 2.0 : 0 }
    let kernel = RadialKernel(.matern52).on { (x: Double) in [x] }.scaled()
    let found = try fitSparse(
      kernel: kernel, inputs: data.inputs, values: spoiled, noiseDeviations: deviations,
      sparse: settings(50, fitted: 150))
    #expect(found.hyperparameters.kernel.map(\.name) == ["output scale", "length scale"])
    #expect(found.hyperparameters.noise < 0.6)
    let errors = zip(found.process.predict(data.inputs), data.values).map { abs($0.mean - $1) }
    #expect(errors.reduce(0, +) / 500 < 0.25)
    // Calibrated with the rest, so that the means stay.
    let factor = found.process.noiseDeviations[0] / 2
    #expect(found.process.noiseDeviations == deviations.map { factor * $0 } && (0.5...2).contains(factor))
  }

  @Test(arguments: [
    ([3.0], [2.5]), ([3.0, 4.0], [2.5, 2.7]), ([3.0, 3.0], [2.5, 2.5]), ([0.0, 1.0], [1e100, -1e100]),
  ])
  func copesWithLittleData(inputs: [Double], values: [Double]) throws {
    let found = try fitSparse(kernel: SquaredExponential().scaled(), inputs: inputs, values: values)
    let numbers =
      found.process.predict([-5, 0.5, 3]).flatMap { [$0.mean, $0.standardDeviation] }
      + [found.leaveOneOutRMSE, found.approximation.meanDifference, found.approximation.deviationRatio]
    #expect(numbers.allSatisfy { $0.isFinite })
    #expect(found.approximation.standardizedMeanDifference < 1e-6)
  }

  @Test func isDeterministic() throws {
    let data = try SyntheticData(count: 300, seed: 44, mean: 0, outputScale: 1, noise: 0.2)
    let one = try fitSparse(
      kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values, sparse: settings(20))
    let other = try fitSparse(
      kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values, sparse: settings(20))
    #expect(one.leaveOneOut == other.leaveOneOut && one.approximation == other.approximation)
  }

  @Test func badDataIsNamed() {
    let kernel = SquaredExponential().scaled()
    #expect(throws: GaussianProcessError.noData) { try fitSparse(kernel: kernel, inputs: [], values: []) }
    #expect(throws: GaussianProcessError.countMismatch(inputs: 1, values: 2)) {
      try fitSparse(kernel: kernel, inputs: [1], values: [1, 2])
    }
  }
}
