package import Calculation
import Chemistry
package import Stores

extension CalculationOutcome {
  /// The outcome in the form of the record.
  package var entry: OutcomeEntry {
    switch result {
    case .success(let result):
      .succeeded(
        ResultEntry(
          observations: result.values.sorted { $0.key < $1.key }.map { name, value in
            ObservationEntry(property: name, value: value, uncertainty: result.spreads[name])
          },
          geometry: result.geometry?.xyz(), isomer: result.isomer, atomicValues: result.atomicValues,
          changes: result.changes,
          notes: result.notes))
    case .failure(let failure): .failed(FailureRecord(failure))
    }
  }

  /// The attempts in the form of the record.
  package func attemptRecords(calculation: Int) -> [CalculationAttemptRecord] {
    attempts.map { CalculationAttemptRecord($0, calculation: calculation) }
  }
}

extension ProtocolEntry {
  /// A calculator's protocol with the versions that values depend on.
  package init(_ calculationProtocol: CalculationProtocol, programVersion: String, rdkitVersion: String) {
    self.init(
      name: calculationProtocol.name, version: calculationProtocol.version, json: calculationProtocol.json,
      summary: calculationProtocol.summary, programVersion: programVersion, rdkitVersion: rdkitVersion)
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
    // The failure says which of the two limits it was.
    case .outputLimitExceeded, .folderLimitExceeded: termination = .outputLimitExceeded
    case .notStarted: termination = .notStarted
    }
    self.init(
      calculation: calculation, number: attempt.number, step: attempt.step, conformer: attempt.conformer,
      changes: attempt.changes.storedLines, commandLine: attempt.commandLine, exitStatus: exitStatus, signal: signal,
      termination: termination, startedAt: attempt.startedAt, wallSeconds: attempt.wallSeconds, energy: attempt.energy,
      notes: attempt.notes.storedLines, machine: attempt.machine, failure: attempt.failure.map(FailureRecord.init))
  }
}
