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
}
