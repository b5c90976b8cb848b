/// The next task of a worker in the pool.
package enum CalculationStep: Sendable {
  case plan(CalculationJob, after: [EndedAttempt])
  case attempt(CalculationJob, AttemptRequest)

  package enum Outcome: Sendable {
    case reused(CalculationJob, CalculationOutcome)
    case planned(CalculationJob, CalculationPlan)
    case attempted(CalculationJob, AttemptRecord, EndedAttempt)
    /// The attempt was submitted, and a later run reads its output.
    case deferred

    /// The job that was planned, or found in the cache; nil for an attempt.
    var plannedJob: Int? {
      switch self {
      case .reused(let job, _), .planned(let job, _): job.number
      case .attempted, .deferred: nil
      }
    }
  }
}

/// The waiting tasks of the calculations that have begun, and the finished calculations.
package struct CalculationSchedule {
  private struct Progress {
    var beganAt: ContinuousClock.Instant
    var expected = 0
    var records: [AttemptRecord] = []
    var ended: [EndedAttempt] = []
  }

  private var waiting: [CalculationStep] = []
  private var nextWaiting = 0
  /// By the numbers of the jobs.
  private var progress: [Int: Progress] = [:]
  private var finished: (job: CalculationJob, outcome: CalculationOutcome)?
  private let clock = ContinuousClock()

  package init() {}

  /// Begins a calculation, and returns its first task.
  package mutating func begin(_ job: CalculationJob) -> CalculationStep {
    progress[job.number] = Progress(beganAt: clock.now)
    return .plan(job, after: [])
  }

  /// The next task for a free worker of the calculations that have begun; nil if there is none yet.
  package mutating func next() -> CalculationStep? {
    if nextWaiting < waiting.count {
      defer { nextWaiting += 1 }
      return waiting[nextWaiting]
    }
    waiting.removeAll()
    nextWaiting = 0
    return nil
  }

  /// Whether there is a task for a free worker.
  package var hasWaiting: Bool { nextWaiting < waiting.count }

  /// Adds the attempts of a step after those that wait already.
  package mutating func planned(_ job: CalculationJob, _ requests: [AttemptRequest]) {
    progress[job.number]?.expected += requests.count
    waiting += requests.map { .attempt(job, $0) }
  }

  /// Records an attempt; after the last one of its step, the next step is planned.
  package mutating func attempted(_ job: CalculationJob, _ record: AttemptRecord, _ attempt: EndedAttempt) {
    progress[job.number]?.records.append(record)
    progress[job.number]?.ended.append(attempt)
    guard let state = progress[job.number], state.ended.count == state.expected else { return }
    let ended = state.ended.sorted { $0.request.number < $1.request.number }
    // Planning comes first: calculations that have begun take precedence over those that have not.
    waiting.insert(.plan(job, after: ended), at: nextWaiting)
  }

  /// Records the outcome of a calculation, with all its attempts.
  package mutating func ended(_ job: CalculationJob, _ result: Result<CalculationResult, CalculationFailure>) {
    guard let state = progress.removeValue(forKey: job.number) else { return }
    let outcome = CalculationOutcome(
      result: result, attempts: state.records.sorted { $0.number < $1.number },
      wallSeconds: (clock.now - state.beganAt) / .seconds(1))
    finished = (job, outcome)
  }

  /// Records the outcome of an earlier calculation.
  package mutating func reused(_ job: CalculationJob, _ outcome: CalculationOutcome) {
    guard progress.removeValue(forKey: job.number) != nil else { return }
    // Always true, whatever the cached outcome says.
    finished = (
      job,
      CalculationOutcome(
        result: outcome.result, attempts: outcome.attempts, wallSeconds: outcome.wallSeconds, isReused: true)
    )
  }

  /// The calculation that the last outcome completed, if any.
  package mutating func takeFinished() -> (job: CalculationJob, outcome: CalculationOutcome)? {
    defer { finished = nil }
    return finished
  }
}
