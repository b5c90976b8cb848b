import GaussianProcess
import Glibc
import Numerics
import Testing

struct MarginalPosteriorTests {
  let data: SyntheticData
  let kernel = RadialKernel(.matern52).on { (x: Double) in [x] }.scaled() + SquaredExponential().scaled()

  init() throws { data = try SyntheticData(count: 25, seed: 4, mean: 0.1, outputScale: 0.9, noise: 0.3) }

  private func posterior(ownNoise: [Double] = [], meanDeviation: Double = 1) -> MarginalPosterior {
    var settings = FitSettings()
    settings.meanDeviation = meanDeviation
    return MarginalPosterior(
      covariance: kernel.over(data.inputs), standardizedValues: data.values, ownNoise: ownNoise,
      priors: kernel.hyperparameters.map(\.prior), settings: settings)
  }

  @Test(arguments: [[0.1, 0.3, -0.5, -1.6], [-1, 1, 0.4, 0.2], [0.7, -0.6, -2, -3]], [0.0, 1.0])
  func gradientEqualsFiniteDifferences(point: [Double], meanDeviation: Double) throws {
    let ownNoise = data.inputs.map { 0.01 * $0 }
    let posterior = posterior(ownNoise: ownNoise, meanDeviation: meanDeviation)
    let gradient = try #require(posterior.evaluate(point)).gradient
    for index in point.indices {
      func value(_ change: Double) throws -> Double {
        var moved = point
        moved[index] += change
        return try #require(posterior.evaluate(moved)).value
      }
      let slope = try (value(1e-5) - value(-1e-5)) / 2e-5
      #expect(abs(gradient[index] - slope) < 1e-5 * max(1, abs(slope)))
    }
  }

  @Test func whatIsNotPositiveDefiniteHasNoValue() throws {
    let broken = MarginalPosterior(
      covariance: .constant(-1 * SquaredExponential().block(data.inputs, data.inputs)), standardizedValues: data.values,
      ownNoise: [], priors: [], settings: FitSettings())
    let value = broken.evaluate([-3])?.value
    #expect(value == nil)
  }
}
