/// What the outcome of an attempt is evidence of.
package enum AttemptVerdict: Sendable {
  /// Of the molecule: it is recorded.
  case molecule
  /// Of nothing yet: the same attempt may succeed if it is repeated.
  case accident
  /// Of the machine, according to the program itself: the control decides whether it is of the molecule.
  case doubtful
  /// Of the machine: no other molecule would succeed.
  case machine
  /// Of nothing: the run is being stopped.
  case stopped

  package init(on failure: CalculationFailure?, after termination: Termination, isDiskFull: Bool) {
    switch (failure?.failureClass, termination) {
    case (.cancelled, _): self = .stopped
    case (.some, _) where isDiskFull: self = .machine
    case (.resource, .outputLimitExceeded), (.resource, .folderLimitExceeded): self = .molecule
    case (.resource, .exited): self = .doubtful
    case (.resource, _): self = .machine
    case (.random, _): self = .accident
    default: self = .molecule
    }
  }
}
