package import Calculation
package import CampaignStore
import Chemistry

extension CalculationOutcome {
  /// What the record keeps of the outcome.
  package var entry: OutcomeEntry {
    switch result {
    case .success(let result):
      .succeeded(
        observations: result.values.sorted { $0.key < $1.key }.map { name, value in
          ObservationEntry(property: name, value: value, spread: result.spreads[name])
        },
        geometry: result.geometry?.xyz())
    case .failure(let failure): .failed(FailureRecord(failure))
    }
  }

  /// What the record keeps of the attempts.
  package func attemptRecords(calculation: Int) -> [CalculationAttemptRecord] {
    attempts.map { CalculationAttemptRecord($0, calculation: calculation) }
  }
}

extension FailureRecord {
  init(_ failure: CalculationFailure) {
    self.init(failureClass: failure.failureClass.rawValue, message: failure.message, evidence: failure.evidence)
  }
}

extension CalculationAttemptRecord {
  fileprivate init(_ attempt: AttemptRecord, calculation: Int) {
    let termination: AttemptTermination
    var exitStatus: Int?
    var signal: Int?
    switch attempt.termination {
    case .exited(let status): (termination, exitStatus) = (.exited, Int(status))
    case .signalled(let number): (termination, signal) = (.signalled, Int(number))
    case .timedOut: termination = .timedOut
    case .cancelled: termination = .cancelled
    case .outputLimitExceeded: termination = .outputLimitExceeded
    case .notStarted: termination = .notStarted
    }
    self.init(
      calculation: calculation, number: attempt.number, commandLine: attempt.commandLine, exitStatus: exitStatus,
      signal: signal, termination: termination, startedAt: attempt.startedAt, wallSeconds: attempt.wallSeconds,
      energy: attempt.energy, notes: attempt.notes.isEmpty ? nil : attempt.notes.joined(separator: "\n"),
      failure: attempt.failure.map(FailureRecord.init))
  }
}
