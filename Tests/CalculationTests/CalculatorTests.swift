import Calculation
import Testing

@Suite struct CalculatorTests {
  @Test func whatIsMissingComesWithWhatToDo() {
    let missing = CalculatorUnavailable(
      problem: "'x' was not found on PATH", remedy: "install it with 'apt-get install x'")
    #expect(missing.description == "'x' was not found on PATH; install it with 'apt-get install x'.")
    let silent = CalculatorUnavailable(problem: "The queue is silent", remedy: "ask", diagnosis: "'x check' tries it")
    #expect(silent.description == "The queue is silent; ask; 'x check' tries it.")
  }

  @Test func independentAttemptsComeToTheLowestEnergyOrTheMostTellingFailure() {
    let accepted = [-1.0, -2.0].enumerated().map { index, energy in
      EndedAttempt(
        request: .running("/bin/true", number: index + 1), result: .success(AttemptResult(values: ["energy": energy])))
    }
    let failures = [FailureClass.timeout, .input].enumerated().map { index, failureClass in
      EndedAttempt(
        request: .running("/bin/true", number: index + 3),
        result: .failure(CalculationFailure(failureClass, "It failed.")))
    }
    #expect(CalculationPlan.outcome(of: accepted) == .result(CalculationResult(lowestEnergyOf: accepted)))
    let values = CalculationResult(lowestEnergyOf: accepted)
    #expect(
      CalculationPlan.outcome(of: accepted + failures)
        == .result(
          CalculationResult(
            values: values.values, spreads: values.spreads,
            notes: ["It is based on 2 of 4 conformers; of the others: It failed."])))
    #expect(CalculationPlan.outcome(of: failures) == .failed(CalculationFailure(.input, "It failed.")))
  }
}
