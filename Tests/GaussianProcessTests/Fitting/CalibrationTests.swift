import GaussianProcess
import Numerics
import Testing

@Suite struct CalibrationTests {
  /// Errors of which one in ten is four times as large as the others.
  private func heavyTailed(_ count: Int) throws -> SyntheticData {
    var data = try SyntheticData(count: count, seed: 5, mean: 1, outputScale: 2, noise: 0.1)
    var stream = RandomStream(seed: 9)
    for index in data.values.indices { data.values[index] += stream.normal() * (index.isMultiple(of: 10) ? 2 : 0.2) }
    return data
  }

  private func share(_ found: Fit<Double>) -> Double {
    let within = zip(found.leaveOneOut, found.process.values).count { abs($0.standardizedError(of: $1)) < 1 }
    return Double(within) / Double(found.process.values.count)
  }

  @Test func manyLabelsBringTheShareWithinOneDeviationToThatOfANormalDistribution() throws {
    let data = try heavyTailed(400)
    var settings = FitSettings()
    let kernel = SquaredExponential().scaled()
    let found = try fit(kernel: kernel, inputs: data.inputs, values: data.values, settings: settings)
    settings.calibrationPriorCount = .infinity
    let plain = try fit(kernel: kernel, inputs: data.inputs, values: data.values, settings: settings)
    #expect(plain.calibration == 1 && share(plain) > 0.85)
    #expect(found.calibration < 0.7 && share(found) < share(plain) - 0.08)
    // The means are those of before; joint covariances, the noise and the deviations follow the factor.
    let factor = found.calibration
    for (one, other) in zip(found.process.predict([0.3, 2.5]), plain.process.predict([0.3, 2.5])) {
      #expect(abs(one.mean - other.mean) < 1e-9)
      #expect(abs(one.standardDeviation - factor * other.standardDeviation) < 1e-9)
    }
    for (one, other) in zip(found.leaveOneOut, found.process.leaveOneOut) {
      #expect(abs(one.mean - other.mean) < 1e-9 && abs(one.standardDeviation - other.standardDeviation) < 1e-9)
    }
    #expect(abs(found.process.noiseVariance - factor * factor * plain.process.noiseVariance) < 1e-12)
  }

  @Test func fewLabelsSayLittle() throws {
    let data = try heavyTailed(9)
    let found = try fit(kernel: SquaredExponential().scaled(), inputs: data.inputs, values: data.values)
    #expect(found.calibration == 1)
  }

  @Test func equalValuesAreBounded() throws {
    let found = try fit(
      kernel: SquaredExponential().scaled(), inputs: (0..<40).map(Double.init), values: Array(repeating: 3, count: 40))
    #expect(found.calibration > 0.25 && found.process.predict([0.5])[0].standardDeviation.isFinite)
  }
}
