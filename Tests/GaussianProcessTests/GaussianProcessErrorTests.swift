import GaussianProcess
import Numerics
import Testing

struct GaussianProcessErrorTests {
  @Test(arguments: [
    (
      GaussianProcessError.countMismatch(inputs: 3, values: 2),
      "There are 3 inputs but 2 values: give one value for each input."
    ),
    (.noData, "A process cannot be fitted without data: give at least one input and its value."),
    (.nonFiniteValue(index: 4, value: "nan"), "The value of index 4 is nan: leave out what could not be calculated."),
    (.invalidNoise(variance: "-1.0"), "A variance of noise of -1.0 is invalid: give zero or more."),
    (.invalidSetting("A sentence."), "A sentence."),
    (
      .noMode(count: 7),
      "The most probable latent values of 7 successes and failures were not found: check that the kernel and the mean "
        + "are finite at every input."
    ),
    (
      .noRandomFeatures(kernel: "MyKernel"),
      "The kernel MyKernel has no random features: write its features(draws:like:from:), or draw from the joint "
        + "prediction instead."
    ),
    (
      .numerics(.noEigendecomposition(size: 2)),
      "The eigenvalues of the 2×2 matrix could not be found: check that all its elements are finite."
    ),
  ])
  func descriptionsNameTheThingAndTheWayOut(error: GaussianProcessError, description: String) {
    #expect(error.description == description)
  }
}
