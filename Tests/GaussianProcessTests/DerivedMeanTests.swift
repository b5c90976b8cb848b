import CohobateTesting
import GaussianProcess
import Testing

struct DerivedMeanTests {
  @Test func seesWhatInputsHave() {
    let mean = LinearMean(coefficients: [2]).on { (text: String) in [Double(text.count)] }
    #expect(mean.values(at: ["", "abc"]) == [0, 6])
    #expect(priorMeanViolations(mean, inputs: ["", "abc", "d"]) == [])
  }
}
