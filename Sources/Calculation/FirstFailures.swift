/// Holds back the outcomes of a run whose first calculations all fail in the same way: then the program may be at fault and not the
/// molecules.
///
/// Outcomes are held only until the first calculation ends otherwise. What is held when the jobs are done is reported as it is.
struct FirstFailures {
  /// An outcome with the place of its job in the list.
  struct Held {
    let job: Int
    let outcome: CalculationOutcome
  }

  /// This many equal failures make the program suspect.
  static let suspicious = 3

  private var held: [Held] = []
  /// Whether all that comes is reported at once.
  private var isOver: Bool

  /// - Parameter hasSucceeded: Whether a calculation of the same kind succeeded before.
  init(hasSucceeded: Bool) { isOver = hasSucceeded }

  /// Takes in an outcome, and gives those that are to be reported now, in the order in which they came.
  ///
  /// - Parameter maySuspect: Whether the calculator's program, and not the molecule, may be the cause of a failure.
  mutating func take(_ job: Int, _ outcome: CalculationOutcome, maySuspect: (CalculationFailure) -> Bool) -> [Held] {
    let new = Held(job: job, outcome: outcome)
    // What was calculated earlier says nothing of the program as it is now.
    guard !isOver, !outcome.isReused else { return [new] }
    if case .failure(let failure) = outcome.result, !outcome.attempts.isEmpty, maySuspect(failure),
      self.failure.map({ $0.message == failure.message }) ?? true
    {
      held.append(new)
      return []
    }
    return release() + [new]
  }

  /// The failure that made the program suspect; nil as long as too few failed.
  var suspicion: CalculationFailure? { held.count >= Self.suspicious ? failure : nil }

  /// Gives what is held, and holds nothing from now on.
  mutating func release() -> [Held] {
    defer { held = [] }
    isOver = true
    return held
  }

  private var failure: CalculationFailure? {
    guard case .failure(let failure)? = held.first?.outcome.result else { return nil }
    return failure
  }
}
