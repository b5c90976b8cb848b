package import Calculation

/// An outcome as the cache keeps it.
package struct KeptOutcome: Sendable, Hashable, Codable {
  let result: CalculationResult?
  let failure: CalculationFailure?
  let attempts: [AttemptRecord]
  let wallSeconds: Double

  /// What is kept of an outcome; nil where it says more of the machine and its load than of the molecule.
  ///
  /// Also of the attempts none may have failed by accident, at a time limit or for an unknown reason: another conformer
  /// might have been kept.
  package init?(_ outcome: CalculationOutcome) {
    guard outcome.attempts.allSatisfy({ $0.failure?.wouldComeAgain(after: $0.termination) ?? true }) else { return nil }
    switch outcome.result {
    case .success(let result):
      self.result = result
      failure = nil
    case .failure(let failure):
      // A failure of class `resource` is that of an attempt, and looked at there.
      guard failure.failureClass == .resource ? !outcome.attempts.isEmpty : failure.wouldComeAgain(after: nil) else {
        return nil
      }
      result = nil
      self.failure = failure
    }
    attempts = outcome.attempts
    wallSeconds = outcome.wallSeconds
  }

  /// The outcome; nil if there is neither a result nor a failure, or both.
  package var outcome: CalculationOutcome? {
    let value: Result<CalculationResult, CalculationFailure>
    switch (result, failure) {
    case (let result?, nil): value = .success(result)
    case (nil, let failure?): value = .failure(failure)
    default: return nil
    }
    return CalculationOutcome(result: value, attempts: attempts, wallSeconds: wallSeconds, isReused: true)
  }
}

extension CalculationFailure {
  /// Whether the same question would end the same way, on any machine and under any load.
  fileprivate func wouldComeAgain(after termination: Termination?) -> Bool {
    switch failureClass {
    case .input, .topologyChanged, .convergence: return true
    case .resource:
      switch termination {
      case .outputLimitExceeded, .folderLimitExceeded: return true
      default: return false
      }
    // An unknown reason may be a package that is missing today and installed tomorrow.
    case .timeout, .random, .cancelled, .unknown: return false
    }
  }
}
