import Foundation
import GaussianProcess
import Testing

struct PredictionTests {
  let prediction = Prediction(mean: 2, standardDeviation: 3)

  @Test func noiseIsAddedAsVariance() {
    #expect(prediction.observed(noise: 4) == Prediction(mean: 2, standardDeviation: 5))
    #expect(prediction.observed(noise: 0) == prediction)
  }

  @Test func errorsAndDensities() {
    #expect(prediction.standardizedError(of: -4) == -2)
    // -log(3) - log(2π)/2 - 2
    #expect(abs(prediction.logDensity(of: -4) - -4.017550821872782) < 1e-14)
  }

  /// Two members that both exclude what lies between them: a normal prediction of the same moments thinks it likely.
  @Test func aMixtureIsExactWhereItsMomentsMislead() {
    let parts = [0.5, 2.1].map { (weight: 0.5, prediction: Prediction(mean: $0, standardDeviation: 0.1)) }
    let mixture = Prediction(mixing: parts)
    #expect(abs(mixture.mean - 1.3) < 1e-12)
    #expect(abs(mixture.standardDeviation - (0.64 + 0.01).squareRoot()) < 1e-12)
    let matched = Prediction(mean: mixture.mean, standardDeviation: mixture.standardDeviation)
    #expect(matched.logDensity(of: 1.3) > -1 && mixture.logDensity(of: 1.3) < -30)
    #expect(abs(mixture.logDensity(of: 0.5) - parts[0].prediction.logDensity(of: 0.5) - log(0.5)) < 1e-12)
    #expect(mixture.observed(noise: 0.3).components.map(\.mean) == [0.5, 2.1])
    #expect(abs(mixture.observed(noise: 0.3).standardDeviation - (0.64 + 0.1).squareRoot()) < 1e-12)
    #expect(mixture.moved(by: 1).components.map(\.mean) == [1.5, 3.1])
    #expect(Prediction(mixing: [(1, prediction)]) == prediction)
    // A mixture of mixtures is one of all their parts.
    let nested = Prediction(mixing: [
      (0.5, Prediction(mixing: [(0.5, prediction), (0.5, prediction)])), (0.5, prediction),
    ])
    #expect(nested.components.map(\.weight) == [0.25, 0.25, 0.5])
  }
}
