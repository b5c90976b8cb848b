import CohobateTesting
import GaussianProcess
import Testing

struct LinearMeanTests {
  @Test func isLinear() {
    let mean = LinearMean(coefficients: [2, -1], intercept: 0.5)
    #expect(mean.values(at: [[0, 0], [1, 3]]) == [0.5, -0.5])
    #expect(priorMeanViolations(mean, inputs: [[0, 0], [1, 3], [-2, 7]]) == [])
  }
}
