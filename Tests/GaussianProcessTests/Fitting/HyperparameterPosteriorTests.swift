import GaussianProcess
import Glibc
import Numerics
import Testing

struct HyperparameterPosteriorTests {
  let data: SyntheticData
  let posterior: HyperparameterPosterior
  let gram: Matrix

  init() throws {
    data = try SyntheticData(count: 25, seed: 4, mean: 0.1, outputScale: 0.9, noise: 0.3)
    gram = SquaredExponential().block(data.inputs, data.inputs)
    posterior = HyperparameterPosterior(
      decomposition: try SymmetricEigendecomposition(gram), standardizedValues: data.values, settings: FitSettings())
  }

  @Test(arguments: [(0.0, -1.6), (-2.5, 0.9), (2.0, -6.0), (0.7, -3.0)])
  func gradientEqualsFiniteDifferences(logScale: Double, logNoise: Double) {
    let step = 1e-5
    let gradient = posterior.evaluate(logScale, logNoise).gradient
    let scaleSlope =
      (posterior.evaluate(logScale + step, logNoise).value - posterior.evaluate(logScale - step, logNoise).value)
      / (2 * step)
    let noiseSlope =
      (posterior.evaluate(logScale, logNoise + step).value - posterior.evaluate(logScale, logNoise - step).value)
      / (2 * step)
    #expect(abs(gradient.0 - scaleSlope) < 1e-5 * max(1, abs(scaleSlope)))
    #expect(abs(gradient.1 - noiseSlope) < 1e-5 * max(1, abs(noiseSlope)))
  }

  /// The likelihood of the process itself plus the log-densities of the priors (without their constants).
  @Test func valueIsLikelihoodTimesPriors() throws {
    let (logScale, logNoise) = (0.3, -1.1)
    func density(_ mean: Double) throws -> Double {
      let process = try GaussianProcess(
        mean: ConstantMean(mean), kernel: ScaledKernel(variance: exp(2 * logScale), base: SquaredExponential()),
        noiseVariance: exp(2 * logNoise)
      ).conditioned(on: data.inputs, values: data.values)
      let (scale, noise) = (logScale / 0.7, logNoise - log(0.2))
      return process.logMarginalLikelihood - 0.5 * (mean * mean + scale * scale + noise * noise)
    }
    let best = posterior.bestMean(logScale, logNoise)
    let value = posterior.evaluate(logScale, logNoise).value
    let atBest = try density(best)
    #expect(abs(value - atBest) < 1e-9)
    // And no other mean is better.
    let (above, below) = (try density(best + 1e-3), try density(best - 1e-3))
    #expect(above < value && below < value)
  }
}
