import Calculation
import Testing

@Suite struct CalculatorTests {
  @Test func whatIsMissingComesWithWhatToDo() {
    let missing = CalculatorUnavailable(
      problem: "'x' was not found on PATH", remedy: "install it with 'apt-get install x'")
    #expect(missing.description == "'x' was not found on PATH; install it with 'apt-get install x'.")
  }

  @Test func combinesByLowestEnergyUnlessItSaysOtherwise() {
    let calculator = PlannedCalculator { _ in .attempts([]) }
    let results = [-1.0, -2.0].map { AttemptResult(values: ["energy": $0]) }
    #expect(calculator.combine(results) == CalculationResult(lowestEnergyOf: results))
  }
}
