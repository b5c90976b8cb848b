/// The next task of a worker in the pool.
package enum CalculationStep: Sendable {
  case plan(job: Int, after: [EndedAttempt])
  case attempt(job: Int, AttemptRequest)

  package enum Outcome: Sendable {
    case reused(job: Int, CalculationOutcome)
    case planned(job: Int, CalculationPlan)
    case attempted(job: Int, AttemptRecord, EndedAttempt)
  }
}

/// The waiting tasks and the finished calculations. Jobs are identified by their index in the list.
package struct CalculationSchedule {
  private struct Progress {
    var beganAt: ContinuousClock.Instant
    var expected = 0
    var records: [AttemptRecord] = []
    var ended: [EndedAttempt] = []
  }

  private let jobCount: Int
  private var unplanned = 0
  private var waiting: [CalculationStep] = []
  private var nextWaiting = 0
  private var progress: [Int: Progress] = [:]
  private var finished: (job: Int, outcome: CalculationOutcome)?
  private let clock = ContinuousClock()

  package init(jobs: [CalculationJob]) {
    jobCount = jobs.count
  }

  /// The next task for a free worker; nil if there is none yet.
  package mutating func next() -> CalculationStep? {
    if nextWaiting < waiting.count {
      defer { nextWaiting += 1 }
      return waiting[nextWaiting]
    }
    waiting.removeAll()
    nextWaiting = 0
    guard unplanned < jobCount else { return nil }
    defer { unplanned += 1 }
    progress[unplanned] = Progress(beganAt: clock.now)
    return .plan(job: unplanned, after: [])
  }

  /// Adds the attempts of a step after those that wait already.
  package mutating func planned(_ job: Int, _ requests: [AttemptRequest]) {
    progress[job]?.expected += requests.count
    waiting += requests.map { .attempt(job: job, $0) }
  }

  /// Records an attempt; after the last one of its step, the next step is planned.
  package mutating func attempted(_ job: Int, _ record: AttemptRecord, _ attempt: EndedAttempt) {
    progress[job]?.records.append(record)
    progress[job]?.ended.append(attempt)
    guard let state = progress[job], state.ended.count == state.expected else { return }
    let ended = state.ended.sorted { $0.request.number < $1.request.number }
    // Planning comes first: calculations that have begun take precedence over those that have not.
    waiting.insert(.plan(job: job, after: ended), at: nextWaiting)
  }

  /// Records the outcome of a calculation, with all its attempts.
  package mutating func ended(_ job: Int, _ result: Result<CalculationResult, CalculationFailure>) {
    guard let state = progress.removeValue(forKey: job) else { return }
    let outcome = CalculationOutcome(
      result: result, attempts: state.records.sorted { $0.number < $1.number },
      wallSeconds: (clock.now - state.beganAt) / .seconds(1))
    finished = (job, outcome)
  }

  /// Records the outcome of an earlier calculation.
  package mutating func reused(_ job: Int, _ outcome: CalculationOutcome) {
    guard progress.removeValue(forKey: job) != nil else { return }
    // Always true, whatever the cached outcome says.
    finished = (
      job,
      CalculationOutcome(
        result: outcome.result, attempts: outcome.attempts, wallSeconds: outcome.wallSeconds, isReused: true)
    )
  }

  /// The calculation that the last outcome completed, if any.
  package mutating func takeFinished() -> (job: Int, outcome: CalculationOutcome)? {
    defer { finished = nil }
    return finished
  }
}
