import GaussianProcess
import Glibc
import Numerics
import Testing

struct LaplaceApproximationTests {
  static let inputs = [0, 0.4, 1.1, 1.3, 2.3, 3, 3.4, 4.2]
  static let outcomes = [true, true, false, false, true, true, false, true]

  private func approximation(scale: Double, mean: Double) throws -> LaplaceApproximation {
    try LaplaceApproximation(
      covariance: (scale * scale) * SquaredExponential().block(Self.inputs, Self.inputs), mean: mean,
      outcomes: Self.outcomes)
  }

  /// scipy found the mode by its BFGS minimiser and dense inverses, in the script of `ProcessClassifierTests`, and the
  /// slopes by central differences of its marginal likelihood.
  @Test func agreesWithScipy() throws {
    let found = try approximation(scale: 1.5, mean: 0.3)
    #expect(abs(found.logMarginalLikelihood - -6.239131184885986) < 1e-9)
    #expect(abs(found.slopes.logScale - -0.86538898) < 1e-6)
    #expect(abs(found.slopes.mean - 0.39241668) < 1e-6)
  }

  @Test(arguments: [(0.1, 0.0), (0.7, -1.0), (5.0, 2.0)])
  func theSlopesAreThoseOfTheMarginalLikelihood(scale: Double, mean: Double) throws {
    let step = 1e-4
    func value(_ scale: Double, _ mean: Double) throws -> Double {
      try approximation(scale: scale, mean: mean).logMarginalLikelihood
    }
    let slopes = try approximation(scale: scale, mean: mean).slopes
    let byScale = try (value(scale * exp(step), mean) - value(scale * exp(-step), mean)) / (2 * step)
    let byMean = try (value(scale, mean + step) - value(scale, mean - step)) / (2 * step)
    #expect(abs(slopes.logScale - byScale) < 1e-5 && abs(slopes.mean - byMean) < 1e-5)
  }

  @Test func theBeginningOfTheSearchDoesNotMatter() throws {
    let covariance = 2.25 * SquaredExponential().block(Self.inputs, Self.inputs)
    let first = try LaplaceApproximation(covariance: covariance, mean: 0.3, outcomes: Self.outcomes)
    let second = try LaplaceApproximation(
      covariance: covariance, mean: 0.3, outcomes: Self.outcomes, start: [9, -9, 4, 0, -30, 1, 2, 3])
    #expect(distance(first.weights, second.weights) < 1e-6)
    #expect(abs(first.logMarginalLikelihood - second.logMarginalLikelihood) < 1e-8)
  }

  @Test(arguments: [Double.nan, .infinity])
  func aMeanThatIsNotFiniteHasNoMode(mean: Double) {
    #expect(throws: GaussianProcessError.noMode(count: 8)) { try approximation(scale: 1, mean: mean) }
  }

  /// The covariance of equal inputs is singular, and so great a scale saturates the likelihood.
  @Test func aSingularCovarianceIsNoProblem() throws {
    let covariance = Matrix(rows: 40, columns: 40, repeating: 1e4)
    let outcomes = (0..<40).map { $0 % 4 != 0 }
    let found = try LaplaceApproximation(covariance: covariance, mean: 0, outcomes: outcomes)
    #expect(found.logMarginalLikelihood.isFinite)
    // One latent value for all: the mode is where three in four succeed.
    let latent = 1e4 * found.weights.reduce(0, +)
    #expect(abs(exp(logNormalDistribution(latent)) - 0.75) < 5e-3)
  }
}
