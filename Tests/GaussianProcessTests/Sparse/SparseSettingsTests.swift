import GaussianProcess
import Testing

struct SparseSettingsTests {
  @Test(arguments: [(0, 8, 2000, 500), (10, 0, 2000, 500), (10, 8, 1, 500), (10, 8, 2000, 0)])
  func whatHasNoSenseIsNamed(_ numbers: (Int, Int, Int, Int)) {
    var settings = SparseSettings()
    settings.inducingInputs = numbers.0
    settings.candidatesPerInducingInput = numbers.1
    settings.pointsToFit = numbers.2
    settings.pointsToCompare = numbers.3
    #expect(throws: GaussianProcessError.self) {
      try fitSparse(kernel: SquaredExponential().scaled(), inputs: [1, 2], values: [1, 2], sparse: settings)
    }
  }
}
