import Calculation
import Testing

@Suite struct CompanionTests {
  @Test func aCompanionThatIsMissingIsNamedWithAWayOut() {
    let error = #expect(throws: CalculatorUnavailable.self) { try Companion.path(of: "cohobate-nobody") }
    #expect(error?.problem.contains("/cohobate-nobody'") == true)
    #expect(error?.remedy.contains("make build") == true)
  }
}
