import Acquisition
import Testing

struct AcquisitionErrorTests {
  @Test(arguments: [
    (AcquisitionError.senselessWindow(lower: "2.0", upper: "1.0"), "The window from 2.0 to 1.0 is invalid"),
    (.missingProperty("gap"), "An objective wants the property 'gap'"),
    (
      .brokenFunction(name: "greedy", message: "it gave 1 values for 2 candidates"),
      "The acquisition function 'greedy' is wrong"
    ),
    (
      .unsampledCandidates(function: "f", reason: "There is no factor."),
      "The acquisition function 'f' cannot draw joint samples of the candidates. There is no factor."
    ),
    (
      .invalidOption(name: "beta", function: "f", value: "-1", allowed: "more"),
      "The option 'beta' of the acquisition function"
    ),
  ])
  func descriptionsAreSentencesThatNameTheThing(error: AcquisitionError, start: String) {
    #expect(error.description.hasPrefix(start) && error.description.hasSuffix("."))
  }
}
