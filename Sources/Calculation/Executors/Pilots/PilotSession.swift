import Files
import Foundation

/// The attempts of a run that pilots have, and the pilots.
actor PilotSession {
  /// How a wait for an attempt ended.
  enum Outcome: Sendable {
    case result(PilotResult)
    /// It was submitted, and is not waited for.
    case deferred
    case cancelled
    /// The pilots that took it were lost, three in succession.
    case lost
    /// The machine prevents it; the sentence says why.
    case failed(String)
  }

  private struct Wait {
    let task: PilotTask
    let order: Int
    var continuation: CheckedContinuation<Outcome, Never>?
    /// How many looks in succession found the task nowhere.
    var misses = 0
    /// How many pilots that had taken it were lost.
    var losses = 0
  }

  /// A task that so many pilots did not survive is not tried again.
  private static let mostLosses = 3

  private let machine: MachineSettings
  private let system: any BatchSystem
  /// What happens to the jobs when the session ends before its attempts do.
  private var leaving: MachineSettings.Leaving
  private let clock = ContinuousClock()

  private var jobs: PilotJobs?
  private var spool: Spool?
  /// The name of the folder of the campaign's attempts.
  private var attemptsFolder = ""
  private var waits: [String: Wait] = [:]
  /// The number of tries of each attempt in this session.
  private var tries: [String: Int] = [:]
  /// The tasks that were in the spool when the session began.
  private var found: Set<String> = []
  private var order = 0
  private var supply: PilotSupply
  private var watching: Task<Void, Never>?
  private var querying: Task<Void, Never>?
  private var submitting: Task<Void, Never>?
  /// Why nothing can run; nil while something can.
  private var failure: String?
  /// When the first attempt of those that are waited for came, and the last.
  private var firstArrival: ContinuousClock.Instant?
  private var lastArrival: ContinuousClock.Instant?
  /// Since when no task can be written.
  private var unwritableSince: ContinuousClock.Instant?

  /// How long a spool folder that takes no files is waited for, in seconds.
  private static let patienceSeconds = 600.0

  init(_ machine: MachineSettings, system: any BatchSystem) {
    self.machine = machine
    self.system = system
    leaving = machine.leaving
    supply = PilotSupply(machine)
  }

  // MARK: The session

  func begin(_ campaign: String, programs: [String]) async throws(CalculatorUnavailable) {
    let jobs = PilotJobs(of: campaign, on: machine)
    let spool = Spool(folder: jobs.folder)
    do {
      try spool.prepare(programs: programs)
      try jobs.scriptText(for: system).write(toFile: jobs.script, atomically: true, encoding: .utf8)
    } catch {
      throw CalculatorUnavailable(
        problem: "The spool folder '\(jobs.folder)' cannot be used: \(fileProblem(error, at: jobs.folder))",
        remedy: "name a folder on a disk that this machine and the nodes share under 'spool' in the machine file")
    }
    (self.jobs, self.spool, attemptsFolder) = (jobs, spool, campaign)
    (waits, tries, failure, unwritableSince, deferred) = ([:], [:], nil, nil, 0)
    supply = PilotSupply(machine)
    supply.noteFormer(spool.pilots(), at: clock.now)
    supply.noteQuestion(at: clock.now)
    found = spool.waiting().union(spool.claims().map(\.task)).union(spool.results()).union(spool.taken())
    let asked = clock.now
    do throws(BatchFailure) {
      supply.note(try await system.active(jobs), askedAt: asked)
    } catch {
      throw CalculatorUnavailable(queueOf: machine, error)
    }
    watching = Task { await self.watch() }
  }

  func end(isInterrupted: Bool) async throws(CalculatorUnavailable) {
    guard let jobs, let spool else { return }
    let isLeft: Bool
    switch leaving {
    case .cancelling: isLeft = false
    case .detaching: isLeft = isInterrupted
    case .submitting: isLeft = deferred > 0 || isInterrupted
    }
    // First of all, because an interrupted run has little time.
    if !isLeft { spool.stop() }
    watching?.cancel()
    querying?.cancel()
    await watching?.value
    // A submission that is under way is over before the jobs are cancelled.
    await submitting?.value
    for id in waits.keys { finish(id, .cancelled) }
    (self.jobs, self.spool) = (nil, nil)
    if isLeft {
      // A run that submits only may have been quicker than the watch.
      supply.note(spool.pilots(), at: clock.now)
      let count = supply.wanted(outstanding: deferred, at: clock.now)
      if leaving == .submitting { try await submitLast(jobs, count: count) }
      return
    }
    // A task of its own, because this one may be cancelled. The command goes on even if this process ends.
    let system = system
    await Task {
      // Pilots that leave by themselves end as jobs that are done.
      if !isInterrupted {
        for _ in 0..<20 where spool.pilots().contains(where: { !$0.hasLeft }) {
          try? await Task.sleep(for: .milliseconds(50))
        }
      }
      try? await system.cancel(jobs)
    }.value
    spool.clear()
  }

  /// Submits the jobs for attempts that nobody waits for. A later run cannot learn that the queue refused them.
  private func submitLast(_ jobs: PilotJobs, count: Int) async throws(CalculatorUnavailable) {
    let reason: String
    if let failure {
      reason = failure.prefix(1).uppercased() + withoutFullStop(failure).dropFirst()
    } else if count > 0 {
      do throws(BatchFailure) {
        try await system.submit(jobs, count: count)
        return
      } catch {
        reason = "The queue of '\(machine.name)' takes no jobs: \(error)"
      }
    } else {
      return
    }
    throw CalculatorUnavailable(
      problem: reason,
      remedy:
        "try 'cohobate machine check', and run the same command again: what waits in the spool folder is kept")
  }

  /// The attempts that were submitted and are not waited for.
  private var deferred = 0

  func keepJobs(_ keeps: Bool) { leaving = keeps ? .detaching : .cancelling }

  // MARK: Questions

  /// Why the queue would not accept the session's jobs; nil if it would.
  func refusal() async -> String? {
    guard let jobs else { return nil }
    return await system.refusal(of: jobs)
  }

  /// The session's jobs, asked for now.
  func jobStates() async -> [QueuedJob]? {
    guard let jobs else { return nil }
    return try? await system.active(jobs)
  }

  // MARK: Attempts

  func outcome(of request: AttemptRequest, in folder: String, limits: SupervisedProgram.Limits) async -> Outcome {
    guard let spool else { return .failed("no session has begun.") }
    if let failure { return .failed(failure) }
    if Task.isCancelled { return .cancelled }
    if request.timeLimitSeconds > Double(machine.jobSeconds) * 0.8 {
      return .failed(
        "its time limit of \(Int(request.timeLimitSeconds)) s does not fit into jobs of \(machine.jobSeconds) s; raise 'time' in "
          + "the machine file, or lower the calculator's time limit.")
    }
    var task = PilotTask(request, folder: folder, campaign: attemptsFolder, limits: limits)
    let number = tries[task.id, default: 0] + 1
    tries[task.id] = number
    if number > 1 { task = task.again(number) }
    let id = task.id
    order += 1
    if found.contains(id), let result = spool.take(task) { return .result(result) }
    // One whose result was not whole is missed by the watch, and written again.
    if !found.contains(id) { write(task, order: order, in: spool) }
    if leaving == .submitting {
      deferred += 1
      return .deferred
    }
    if waits.isEmpty { firstArrival = clock.now }
    lastArrival = clock.now
    waits[id] = Wait(task: task, order: order)
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled {
          waits[id] = nil
          continuation.resume(returning: .cancelled)
        } else {
          waits[id]?.continuation = continuation
        }
      }
    } onCancel: {
      Task { await self.finish(id, .cancelled) }
    }
  }

  /// Writes a task. A disk that does not take it now is tried again by the watch.
  private func write(_ task: PilotTask, order: Int, in spool: Spool) {
    do {
      try spool.write(task, order: order)
      unwritableSince = nil
    } catch {
      let since = unwritableSince ?? clock.now
      unwritableSince = since
      if clock.now - since > .seconds(Self.patienceSeconds) {
        fail("the spool folder '\(spool.folder)' takes no files: \(fileProblem(error, at: spool.folder)).")
      }
    }
  }

  private func finish(_ id: String, _ outcome: Outcome) {
    guard let wait = waits.removeValue(forKey: id) else { return }
    wait.continuation?.resume(returning: outcome)
  }

  private func fail(_ reason: String) {
    failure = reason
    for id in waits.keys { finish(id, .failed(reason)) }
  }

  // MARK: The watch

  /// Reads results as they appear, and looks after tasks and pilots.
  private func watch() async {
    let shortest = Duration.milliseconds(10)
    var pause = shortest
    var nextLook = clock.now
    while !Task.isCancelled {
      if takeResults() {
        pause = shortest
      } else if isArriving {
        (pause, nextLook) = (shortest, min(nextLook, clock.now + .milliseconds(100)))
      } else {
        pause = min(pause * 3 / 2, .milliseconds(200))
      }
      if clock.now >= nextLook {
        look()
        // A batch that has just come is looked at sooner, for its pilots.
        nextLook = clock.now + (isArriving ? .milliseconds(100) : .seconds(min(machine.heartbeatSeconds, 1)))
      }
      try? await Task.sleep(for: pause)
    }
  }

  /// Whether there was a result.
  private func takeResults() -> Bool {
    guard let spool, !waits.isEmpty else { return false }
    var hasTaken = false
    for id in spool.results() {
      guard let wait = waits[id], wait.continuation != nil, let result = spool.take(wait.task) else { continue }
      finish(id, .result(result))
      hasTaken = true
    }
    return hasTaken
  }

  /// Looks for tasks that are lost and for pilots that are missing.
  private func look() {
    guard let spool, let jobs else { return }
    spool.refresh()
    let (waiting, claims, pilots) = (spool.waiting(), spool.claims(), spool.pilots())
    supply.note(pilots, at: clock.now)
    if let reason = supply.reasonPilotsLeave {
      fail("the jobs on '\(machine.name)' end at once: \(reason); what they printed is in '\(jobs.log)'.")
    }
    let there = waiting.union(claims.map(\.task)).union(spool.results())
    for (id, wait) in waits where there.contains(id) == false {
      waits[id]?.misses = wait.misses + 1
      // Once is not enough: a task that was put back meanwhile was in neither list.
      if wait.misses >= 1 {
        waits[id]?.misses = 0
        write(wait.task, order: wait.order, in: spool)
      }
    }
    for (id, wait) in waits where there.contains(id) && wait.misses > 0 { waits[id]?.misses = 0 }
    for claim in claims {
      // A result that nobody took yet may belong to it.
      guard supply.isLost(claim.pilot, at: clock.now) else { continue }
      waits[claim.task]?.losses += 1
      if let wait = waits[claim.task], wait.losses >= Self.mostLosses {
        spool.forget(claim.task)
        finish(claim.task, .lost)
      } else {
        spool.putBack(claim)
      }
    }
    if querying == nil, supply.mayAsk(at: clock.now) { ask(jobs) }
    let count = supply.wanted(outstanding: waits.count, at: clock.now)
    if count > 0, failure == nil, !isArriving, submitting == nil { submit(jobs, count: count) }
  }

  /// Submits jobs in a task of its own: a queue may take long for each, and results come meanwhile.
  private func submit(_ jobs: PilotJobs, count: Int) {
    let system = system
    submitting = Task {
      let failure: BatchFailure?
      do throws(BatchFailure) {
        try await system.submit(jobs, count: count)
        failure = nil
      } catch {
        failure = error
      }
      self.noteSubmission(of: count, failure)
    }
  }

  private func noteSubmission(of count: Int, _ failure: BatchFailure?) {
    submitting = nil
    guard let failure else { return supply.noteSubmission(of: count, at: clock.now) }
    if let reason = supply.note(failure, at: clock.now) { fail(reason) }
  }

  /// Whether more attempts of a batch are probably coming, so that it is too early to count its pilots.
  private var isArriving: Bool {
    guard let firstArrival, let lastArrival, waits.count < machine.mostJobs * machine.slots else { return false }
    return clock.now - lastArrival < .milliseconds(400) && clock.now - firstArrival < .seconds(5)
  }

  /// Asks the queue in a task of its own, since it may take long to answer.
  private func ask(_ jobs: PilotJobs) {
    let (system, asked) = (system, clock.now)
    supply.noteQuestion(at: asked)
    querying = Task {
      let answer: Result<[QueuedJob], BatchFailure>
      do throws(BatchFailure) {
        answer = .success(try await system.active(jobs))
      } catch {
        answer = .failure(error)
      }
      self.take(answer, askedAt: asked)
    }
  }

  private func take(_ answer: Result<[QueuedJob], BatchFailure>, askedAt asked: ContinuousClock.Instant) {
    querying = nil
    switch answer {
    case .success(let active):
      supply.note(active, askedAt: asked)
      if let reason = supply.reasonJobsCannotStart {
        fail(
          "the jobs on '\(machine.name)' wait for what cannot come: \(reason); ask the administrator what your account may use."
        )
      }
      if let reason = supply.reasonNoPilotStarts {
        fail("\(reason); what the jobs printed is in '\(jobs?.log ?? "")'.")
      }
    case .failure: supply.noteSilence(at: clock.now)
    }
  }
}
