import Stores
import Testing

@Suite struct CalculationRecordTests {
  @Test func aFailureIsWholeOrAbsent() {
    var calculation = CalculationRecord(
      id: 1, iteration: 0, position: 1, state: .failed, calculator: "xtb", protocol: 1,
      failureClass: "timeout", failureMessage: "It took too long.", evidence: "", endedAt: Sample.start, wallSeconds: 1)
    #expect(
      calculation.failure == FailureRecord(failureClass: "timeout", message: "It took too long.", evidence: ""))
    calculation.evidence = nil
    #expect(calculation.failure == nil)
  }

  @Test func anAttemptKeepsTheFailureItWasGiven() {
    func attempt(_ failure: FailureRecord?) -> CalculationAttemptRecord {
      CalculationAttemptRecord(
        calculation: 1, number: 1, commandLine: [], exitStatus: 1, termination: .exited, startedAt: Sample.start,
        wallSeconds: 1, failure: failure)
    }
    #expect(attempt(nil).failure == nil)
    #expect(attempt(Sample.failure).failure == Sample.failure)
  }
}
