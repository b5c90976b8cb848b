import Calculation
import Campaign
import Chemistry
import Foundation
import Stores
import Testing

@Suite("What the record keeps of an outcome")
struct OutcomeRecordsTests {
  private let failure = CalculationFailure(.convergence, "It did not converge.", evidence: "last line")

  private func attempt(_ termination: Termination, failure: CalculationFailure? = nil) -> AttemptRecord {
    AttemptRecord(
      number: 2, commandLine: ["/bin/xtb", "in.xyz"], termination: termination, wallSeconds: 1.5,
      startedAt: Date(timeIntervalSince1970: 1000), failure: failure, energy: nil)
  }

  @Test("Values by name, with their spreads and the geometry")
  func success() throws {
    let geometry = try Molecule(smiles: "O").conformers(count: 1, seed: 1)[0]
    let result = CalculationResult(
      values: ["homo": -9, "gap": 2, "dipole": 1], spreads: ["gap": 0.1],
      atomicValues: ["charge": [-0.5, 0.25, 0.25]], geometry: geometry, notes: ["Odd."], changes: ["Cooler."],
      isomer: "C/C=C/C")
    let outcome = CalculationOutcome(result: .success(result), attempts: [], wallSeconds: 1)
    #expect(
      outcome.entry
        == .succeeded(
          ResultEntry(
            observations: [
              ObservationEntry(property: "dipole", value: 1, uncertainty: nil),
              ObservationEntry(property: "gap", value: 2, uncertainty: 0.1),
              ObservationEntry(property: "homo", value: -9, uncertainty: nil),
            ], geometry: geometry.xyz(), isomer: "C/C=C/C", atomicValues: ["charge": [-0.5, 0.25, 0.25]],
            changes: ["Cooler."],
            notes: ["Odd."])))
    #expect(outcome.attemptRecords(calculation: 1).isEmpty)
  }

  @Test("A failure with its class, sentence and evidence")
  func failed() {
    let outcome = CalculationOutcome(
      result: .failure(failure), attempts: [attempt(.exited(1), failure: failure)], wallSeconds: 1)
    let record = FailureRecord(failureClass: "convergence", message: "It did not converge.", evidence: "last line")
    #expect(outcome.entry == .failed(record))
    #expect(outcome.attemptRecords(calculation: 7).map(\.failure) == [record])
  }

  @Test(
    "Every way in which an attempt ends",
    arguments: [
      (Termination.exited(3), AttemptTermination.exited, 3, nil), (.signalled(9), .signalled, nil, 9),
      (.timedOut, .timedOut, nil, nil), (.cancelled, .cancelled, nil, nil),
      (.outputLimitExceeded(bytes: 8), .outputLimitExceeded, nil, nil),
      (.folderLimitExceeded(bytes: 8, found: 9, files: 1), .outputLimitExceeded, nil, nil),
      (.notStarted("no file"), .notStarted, nil, nil),
    ] as [(Termination, AttemptTermination, Int?, Int?)])
  func terminations(termination: Termination, expected: AttemptTermination, status: Int?, signal: Int?) {
    let outcome = CalculationOutcome(result: .failure(failure), attempts: [attempt(termination)], wallSeconds: 1)
    #expect(
      outcome.attemptRecords(calculation: 7) == [
        CalculationAttemptRecord(
          calculation: 7, number: 2, commandLine: ["/bin/xtb", "in.xyz"], exitStatus: status, signal: signal,
          termination: expected, startedAt: Date(timeIntervalSince1970: 1000), wallSeconds: 1.5)
      ])
  }
}
