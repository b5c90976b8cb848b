/// Holds back outcomes while all calculations fail in the same way, because the program may be at fault and not the
/// molecules.
///
/// A value lasts as long as a run of the program: it counts over all batches, so that batches of one or two molecules
/// make a program suspect as well. Outcomes are held until a calculation ends differently, and then again from the third
/// equal failure in a row on; those that are still held when no jobs are left are reported as they are, and are counted
/// further. A success, or a control that clears the program, ends the suspicion for the next thousand outcomes.
public struct FirstFailures: Sendable {
  /// An outcome with its job.
  struct Held {
    let job: CalculationJob
    let outcome: CalculationOutcome
  }

  /// The number of equal failures that makes the program suspect.
  static let suspicious = 3
  /// The number of outcomes after which a program that was known to work may be suspected again.
  static let trusted = 1000

  private var held: [Held] = []
  /// The failure with which the last calculations ended, and their number.
  private var last: (failure: CalculationFailure, count: Int)?
  /// Whether the program is known to work.
  private var isCleared: Bool
  /// The number of outcomes since then.
  private var sinceCleared = 0
  /// Whether the outcomes of this batch are reported at once, because one of them ended differently.
  private var isOpen = false

  /// - Parameter hasSucceeded: Whether a calculation of the same kind has succeeded before.
  public init(hasSucceeded: Bool = false) { isCleared = hasSucceeded }

  /// Adds an outcome, and returns those to report now, in their order of arrival.
  ///
  /// - Parameter maySuspect: Whether the calculator's program, and not the molecule, may be the cause of a failure.
  mutating func take(
    _ job: CalculationJob, _ outcome: CalculationOutcome, maySuspect: (CalculationFailure) -> Bool
  ) -> [Held] {
    let new = Held(job: job, outcome: outcome)
    // A cached outcome says nothing about the present program.
    guard !outcome.isReused else { return [new] }
    if isCleared {
      sinceCleared += 1
      guard sinceCleared >= Self.trusted else { return [new] }
      (isCleared, isOpen, last) = (false, true, nil)
    }
    // Nor does a molecule for which the program was never started.
    if case .failure = outcome.result, outcome.attempts.isEmpty { return [new] }
    guard case .failure(let failure) = outcome.result, maySuspect(failure) else {
      if case .success = outcome.result { (isCleared, sinceCleared) = (true, 0) }
      last = nil
      return release() + [new]
    }
    if let last, last.failure.message == failure.message {
      self.last = (last.failure, last.count + 1)
    } else {
      last = (failure, 1)
      if !held.isEmpty { return release() + [new] }
    }
    if isOpen, (last?.count ?? 0) < Self.suspicious { return [new] }
    held.append(new)
    return []
  }

  /// The failure that makes the program suspect, with the number of calculations that ended so, and how many of them are
  /// reported already; nil while too few have failed.
  var suspicion: (failure: CalculationFailure, calculations: Int, reported: Int)? {
    guard !held.isEmpty, let last, last.count >= Self.suspicious else { return nil }
    return (last.failure, last.count, last.count - held.count)
  }

  /// Notes that the control ended differently, and returns the held outcomes.
  mutating func clear() -> [Held] {
    (isCleared, sinceCleared) = (true, 0)
    return release()
  }

  /// Returns the held outcomes at the end of a batch. The next equal failures are held again.
  mutating func endBatch() -> [Held] {
    defer { isOpen = false }
    return release()
  }

  private mutating func release() -> [Held] {
    defer { held = [] }
    isOpen = true
    return held
  }
}
