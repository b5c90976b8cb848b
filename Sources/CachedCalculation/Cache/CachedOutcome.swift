package import Calculation

/// An outcome in the form that the cache stores.
package struct CachedOutcome: Sendable, Hashable, Codable {
  let result: CalculationResult?
  let failure: CalculationFailure?
  let attempts: [AttemptRecord]
  let wallSeconds: Double

  /// The storable form of an outcome; nil if the outcome depends on the machine and its load rather than on the
  /// molecule.
  ///
  /// Nor may any of its attempts have failed by accident, at a time limit or for an unknown reason: another conformer
  /// might then have been used.
  package init?(_ outcome: CalculationOutcome) {
    guard outcome.attempts.allSatisfy({ $0.failure?.wouldComeAgain(after: $0.termination) ?? true }) else { return nil }
    switch outcome.result {
    case .success(let result):
      self.result = result
      failure = nil
    case .failure(let failure):
      // A failure of class `resource` comes from an attempt, and is examined there.
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
  /// Whether the same calculation would fail in the same way on any machine and under any load.
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
