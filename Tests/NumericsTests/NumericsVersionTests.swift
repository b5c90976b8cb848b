import Numerics
import Testing

@Suite struct NumericsVersionTests {
  @Test func itIsAVersion() throws {
    #expect(NumericsVersion.openBLAS.wholeMatch(of: /\d+\.\d+.*/) != nil)
  }
}
