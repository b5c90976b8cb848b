/// What an attempt says, and of whom.
enum AttemptVerdict {
  /// Something of the molecule: it stands.
  case molecule
  /// Nothing yet: the same again may work.
  case accident
  /// Something of the machine, as the program itself says: the control decides whether it is the molecule's.
  case doubtful
  /// Something of the machine: no molecule fares better.
  case machine
  /// Nothing: the run is being stopped.
  case stopped

  init(on failure: CalculationFailure?, after termination: Termination, isDiskFull: Bool) {
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
