/// What a place of the pool does.
enum CalculationStep: Sendable {
  case plan(job: Int, after: [EndedAttempt])
  case attempt(job: Int, AttemptRequest)

  enum Outcome: Sendable {
    case reused(job: Int, CalculationOutcome)
    case planned(job: Int, CalculationPlan)
    case attempted(job: Int, AttemptRecord, EndedAttempt)
  }
}

/// Who is next, and what has come in so far. Jobs are named by their place in the list.
struct CalculationSchedule {
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

  init(jobs: [CalculationJob]) {
    jobCount = jobs.count
  }

  mutating func next() -> CalculationStep? {
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

  mutating func planned(_ job: Int, _ requests: [AttemptRequest]) {
    progress[job]?.expected += requests.count
    waiting += requests.map { .attempt(job: job, $0) }
  }

  /// Takes an attempt in; when it was the last of its step, the calculation is to be planned on.
  mutating func attempted(_ job: Int, _ record: AttemptRecord, _ attempt: EndedAttempt) {
    progress[job]?.records.append(record)
    progress[job]?.ended.append(attempt)
    guard let state = progress[job], state.ended.count == state.expected else { return }
    let ended = state.ended.sorted { $0.request.number < $1.request.number }
    // Before what waits already: a calculation that has begun is not put off for those that have not.
    waiting.insert(.plan(job: job, after: ended), at: nextWaiting)
  }

  /// Takes in what came of a calculation, with all attempts at it.
  mutating func ended(_ job: Int, _ result: Result<CalculationResult, CalculationFailure>) {
    guard let state = progress.removeValue(forKey: job) else { return }
    let outcome = CalculationOutcome(
      result: result, attempts: state.records.sorted { $0.number < $1.number },
      wallSeconds: (clock.now - state.beganAt) / .seconds(1))
    finished = (job, outcome)
  }

  /// Takes in what came of a calculation earlier.
  mutating func reused(_ job: Int, _ outcome: CalculationOutcome) {
    guard progress.removeValue(forKey: job) != nil else { return }
    // Whatever the cache says of it.
    finished = (
      job,
      CalculationOutcome(
        result: outcome.result, attempts: outcome.attempts, wallSeconds: outcome.wallSeconds, isReused: true)
    )
  }

  /// The calculation that the last outcome completed, if it did.
  mutating func takeFinished() -> (job: Int, outcome: CalculationOutcome)? {
    defer { finished = nil }
    return finished
  }
}
