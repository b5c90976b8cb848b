/// Holds back the outcomes of a run if its first calculations all fail in the same way, because the program may be at
/// fault and not the molecules.
///
/// Outcomes are held until a calculation ends differently. Outcomes still held when the jobs are done are reported as
/// they are.
struct FirstFailures {
  /// An outcome with the index of its job.
  struct Held {
    let job: Int
    let outcome: CalculationOutcome
  }

  /// The number of equal failures that makes the program suspect.
  static let suspicious = 3

  private var held: [Held] = []
  /// Whether every outcome is reported at once.
  private var isOver: Bool

  /// - Parameter hasSucceeded: Whether a calculation of the same kind has succeeded before.
  init(hasSucceeded: Bool) { isOver = hasSucceeded }

  /// Adds an outcome, and returns those to report now, in their order of arrival.
  ///
  /// - Parameter maySuspect: Whether the calculator's program, and not the molecule, may be the cause of a failure.
  mutating func take(_ job: Int, _ outcome: CalculationOutcome, maySuspect: (CalculationFailure) -> Bool) -> [Held] {
    let new = Held(job: job, outcome: outcome)
    // A cached outcome says nothing about the present program.
    guard !isOver, !outcome.isReused else { return [new] }
    if case .failure(let failure) = outcome.result, !outcome.attempts.isEmpty, maySuspect(failure),
      self.failure.map({ $0.message == failure.message }) ?? true
    {
      held.append(new)
      return []
    }
    return release() + [new]
  }

  /// The failure that makes the program suspect; nil while too few calculations have failed.
  var suspicion: CalculationFailure? { held.count >= Self.suspicious ? failure : nil }

  /// Returns the held outcomes, and holds none from now on.
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
