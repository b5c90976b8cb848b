import GaussianProcess
import Testing

@Suite struct OptimizerVersionTests {
  @Test func itIsAVersion() throws {
    #expect(OptimizerVersion.nlopt.wholeMatch(of: /\d+\.\d+.*/) != nil)
  }
}
