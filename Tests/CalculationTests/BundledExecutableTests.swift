import Calculation
import Testing

@Suite struct BundledExecutableTests {
  @Test func aBundledExecutableThatIsMissingIsNamedWithAWayOut() {
    let error = #expect(throws: CalculatorUnavailable.self) { try BundledExecutable.path(of: "cohobate-nobody") }
    #expect(error?.problem.contains("/cohobate-nobody'") == true)
    #expect(error?.remedy.contains("make build") == true)
  }
}
