public import Chemistry
import Files
import Foundation

/// A molecule to be calculated.
public struct CalculationJob: Sendable, Hashable {
  /// The calculation's number in its campaign; it names the attempts' folders.
  public let number: Int
  /// The molecule.
  public let molecule: Molecule

  /// Creates a job.
  public init(number: Int, molecule: Molecule) {
    self.number = number
    self.molecule = molecule
  }
}

/// What happens while the stage runs, for display.
public enum CalculationEvent: Sendable, Hashable {
  /// A step of a calculation has been planned, with a number of attempts to be run for it.
  case planned(job: Int, attempts: Int)
  /// An attempt's program is being started.
  case attemptStarted(job: Int, attempt: Int)
  /// An attempt has ended.
  case attemptEnded(job: Int, AttemptRecord)
}

/// Calculations made earlier, by this or another campaign.
///
/// The cache is asked before a program is run, and outcomes are stored in it after they were reported. Only facts about
/// the molecule are stored: results, and failures that would recur.
public protocol CalculationCache: Sendable {
  /// The outcome of an earlier calculation of a molecule, with the same calculator, protocol and versions; nil if there is
  /// none.
  func outcome(for molecule: Molecule) throws -> CalculationOutcome?

  /// Stores an outcome for later requests.
  func keep(_ outcome: CalculationOutcome, for molecule: Molecule) throws
}

/// Carries out calculations: plans, runs the attempts in a bounded pool, reads them and plans further until there is an
/// outcome.
///
/// Calculations that have begun take precedence, in the order of the jobs; a free worker plans the next job (embedding
/// its conformers). So no worker is idle while there is work, and at most `concurrency` cores are busy, or one more if a job is
/// planned ahead.
///
/// Only facts about the molecule are reported. An attempt that ended by an accident (`FailureClass.random`) is repeated
/// in its place, and only its last try is recorded, so that a disturbed calculation is reported like an undisturbed
/// one. If every try ends by an accident, a control decides on the cause: the same calculator is run for a small
/// molecule. If the control ends normally, the machine is in order, and the accident (a crash, a kill for lack of
/// memory) is a failure of the molecule. If it does not, or if the program, the folder or the disk space is gone,
/// nothing is reported and the run ends with a `CalculationStageError`. A program that ends by itself and reports a
/// lack of resources (memory for a large molecule, say) is checked against the control at once.
///
/// The control is also run if the first calculations all fail in the same way, for a reason that may be the program's
/// (``Calculator/maySuspectProgram(of:)``), even if they are spread over several batches (``FirstFailures``). If it fails
/// in the same way, no more is reported and the run ends.
///
/// The control is run whatever else is running, so that what is reported does not depend on the order in which programs
/// end.
public struct CalculationStage: Sendable {
  /// Plans the attempts and reads their outputs.
  public let calculator: any Calculator
  /// Runs the attempts.
  public let executor: any Executor
  /// The greatest number of attempts and plannings at once; at least 1.
  public let concurrency: Int
  /// The directory for the attempts' folders.
  public let workdir: String
  /// Which of these folders are kept.
  public let folderRetention: FolderRetention
  /// The cache of earlier calculations; nil to calculate everything.
  public let cache: (any CalculationCache)?
  private let siblings: AttemptFolder.Siblings

  /// The greatest number of attempts for one molecule; a plan for more is rejected.
  public static let attemptLimit = 1000

  /// How often an attempt that ends by an accident is run in all.
  public static let triesAfterAccidents = 3

  /// A disk with less free space, in bytes, is full: the output of an attempt that failed there may be truncated.
  public static let fullDiskBytes = 1 << 20

  /// Creates a stage.
  public init(
    calculator: any Calculator, executor: any Executor, concurrency: Int, workdir: String,
    folderRetention: FolderRetention = .failed, cache: (any CalculationCache)? = nil
  ) {
    self.calculator = calculator
    self.executor = executor
    self.concurrency = max(1, concurrency)
    self.workdir = workdir
    self.folderRetention = folderRetention
    self.cache = cache
    siblings = AttemptFolder.Siblings(under: Self.absolute(workdir))
  }

  /// Carries out all jobs of a list, and returns when the last has been reported.
  ///
  /// The closures are never called concurrently.
  /// - Parameters:
  ///   - jobs: The calculations, started in this order. Their numbers are distinct.
  ///   - first: What the earlier calculations of this run of Cohobate say about the program.
  ///   - onEvent: Called as things happen.
  ///   - finished: Called once for every job as it ends. If it throws, the running attempts are stopped and the error
  ///     is thrown on.
  /// - Throws: What `finished` throws; `CalculationStageError` when the machine fails; `CalculationsDeferred` when all
  ///   that is left was submitted and is not waited for; or `CancellationError` when the calling task is cancelled. Each time the running attempts are stopped, and nothing more is reported.
  public func run(
    _ jobs: [CalculationJob],
    first: inout FirstFailures,
    onEvent: (CalculationEvent) -> Void = { _ in },
    finished: (Int, CalculationOutcome) async throws -> Void
  ) async throws {
    var jobs = jobs[...]
    try await run(first: &first, next: { jobs.popFirst() }, onEvent: onEvent, finished: finished)
  }

  /// Carries out all jobs of a list that belongs to no longer run.
  public func run(
    _ jobs: [CalculationJob],
    onEvent: (CalculationEvent) -> Void = { _ in },
    finished: (Int, CalculationOutcome) async throws -> Void
  ) async throws {
    var first = FirstFailures()
    try await run(jobs, first: &first, onEvent: onEvent, finished: finished)
  }

  /// Carries out jobs that may be added while others run, and returns when all have been reported and there is none
  /// left.
  ///
  /// The jobs are asked for one at a time, and not taken from an asynchronous sequence, for two reasons. A job is asked
  /// for only when a worker is free and every outcome that has arrived was reported, so that a decision on the next
  /// molecule knows all of them; a sequence would be read ahead by a task of its own. And the question comes between two
  /// reports, never beside one, so that the record alone decides the answer.
  ///
  /// The closures are never called concurrently.
  /// - Parameters:
  ///   - first: What the earlier calculations of this run of Cohobate say about the program.
  ///   - next: The next calculation, with a number of its own; nil if there is none at this time. It is asked again after
  ///     each event, and no more once it gives none while nothing runs or is held back. While it is waited for, nothing
  ///     is reported; with several jobs at once, outcomes that arrived meanwhile may not be reported yet when it is asked.
  ///   - plansAhead: Whether a job is asked for and planned while every place is taken by others and none of their attempts waits, so that no
  ///     place waits for a plan. The job is then asked for before the outcomes of those that run are known.
  ///   - meanwhile: Work that may lead to further jobs, to be done beside the calculations; nil if there is none at this time. It is
  ///     asked at the beginning, after each event and after such work, but not during it.
  ///   - onEvent: As above.
  ///   - finished: As above.
  /// - Throws: What `next`, `meanwhile` with its work, and `finished` throw, and the errors above.
  public func run(
    first: inout FirstFailures,
    next: () async throws -> CalculationJob?,
    plansAhead: Bool = false,
    meanwhile: () throws -> (@Sendable () async throws -> Void)? = { nil },
    onEvent: (CalculationEvent) -> Void = { _ in },
    finished: (Int, CalculationOutcome) async throws -> Void
  ) async throws {
    var schedule = CalculationSchedule()
    var kept = folderRetention == .failed ? AttemptFolder.count(under: workdir) : 0
    var running = 0
    var deferred = 0
    var isWorking = false
    // The job that is planned beside those that take the places.
    var planned: Int?
    func report(_ ended: [FirstFailures.Held]) async throws {
      for held in ended {
        try await finished(held.job.number, held.outcome)
        // Stored after the report, so that a run killed in between does not find its own calculation in the cache as
        // another's.
        if !held.outcome.isReused { try cache?.keep(held.outcome, for: held.job.molecule) }
      }
    }
    // The end of the work beside the calculations is nil.
    try await withThrowingTaskGroup(of: CalculationStep.Outcome?.self) { group in
      func start(_ step: CalculationStep) {
        if case .attempt(let job, let request) = step {
          onEvent(.attemptStarted(job: job.number, attempt: request.number))
        }
        let mayKeep = folderRetention == .all || (folderRetention == .failed && kept < AttemptFolder.keptLimit)
        group.addTask { try await carryOut(step, mayKeep: mayKeep) }
        running += 1
      }
      while true {
        if !isWorking, let work = try meanwhile() {
          isWorking = true
          group.addTask {
            try await work()
            return nil
          }
        }
        while running < concurrency {
          if let step = schedule.next() {
            start(step)
          } else if planned != nil {
            // It takes the place that has become free.
            planned = nil
            running += 1
          } else if let job = try await next() {
            start(schedule.begin(job))
          } else {
            break
          }
        }
        if plansAhead, planned == nil, running == concurrency, !schedule.hasWaiting, let job = try await next() {
          start(schedule.begin(job))
          planned = job.number
          running -= 1
        }
        guard let ended = try await group.next() else {
          // Reports may lead to further jobs.
          let held = first.endBatch()
          if held.isEmpty {
            if deferred > 0 { throw CalculationsDeferred(attempts: deferred) }
            break
          }
          try await report(held)
          continue
        }
        try Task.checkCancellation()
        guard let outcome = ended else {
          isWorking = false
          continue
        }
        if let job = planned, outcome.plannedJob == job { planned = nil } else { running -= 1 }
        switch outcome {
        case .reused(let job, let outcome):
          schedule.reused(job, outcome)
        case .planned(let job, .attempts(let requests)):
          schedule.planned(job, requests)
          onEvent(.planned(job: job.number, attempts: requests.count))
        case .planned(let job, .result(let result)): schedule.ended(job, .success(result))
        case .planned(let job, .failed(let failure)): schedule.ended(job, .failure(failure))
        case .deferred: deferred += 1
        case .attempted(let job, let record, let attempt):
          if record.failure != nil { kept += 1 }
          schedule.attempted(job, record, attempt)
          onEvent(.attemptEnded(job: job.number, record))
        }
        // Programs that wait start before anything is written.
        while running < concurrency, let step = schedule.next() { start(step) }
        if let (job, outcome) = schedule.takeFinished() {
          try await report(first.take(job, outcome, maySuspect: calculator.maySuspectProgram(of:)))
          if let (failure, calculations, reported) = first.suspicion {
            if try await failsForControl(as: failure, besides: job) {
              throw CalculationStageError.programFailed(failure, calculations: calculations, reported: reported)
            }
            try await report(first.clear())
          }
        }
      }
    }
  }

  // MARK: One place of the pool

  private func carryOut(_ step: CalculationStep, mayKeep: Bool) async throws -> CalculationStep.Outcome {
    switch step {
    case .plan(let job, let ended):
      if ended.isEmpty, let outcome = try cache?.outcome(for: job.molecule) { return .reused(job, outcome) }
      return .planned(job, try plan(job, after: ended))
    case .attempt(let job, let request):
      let (calculation, molecule) = (job.number, job.molecule)
      var tries = 0
      // Kills from outside are counted separately: a kill among a program's own accidents must not decide what is
      // recorded.
      var accidents = (own: 0, kills: 0)
      while true {
        tries += 1
        let folder = AttemptFolder(calculation: calculation, attempt: request.number, under: absoluteWorkdir)
        let run = await attempt(request, in: folder, mayKeep: mayKeep)
        if run.isDeferred { return .deferred }
        // A signal that stops Cohobate may have stopped the program first; then there was no accident.
        try Task.checkCancellation()
        guard let failure = run.attempt.failure else { return .attempted(job, run.record, run.attempt) }
        switch run.verdict {
        case .molecule: return .attempted(job, run.record, run.attempt)
        case .accident, .doubtful:
          if run.verdict == .accident {
            switch run.record.termination {
            case .signalled(SIGKILL), .signalled(SIGTERM): accidents.kills += 1
            default: accidents.own += 1
            }
            if max(accidents.own, accidents.kills) < Self.triesAfterAccidents { continue }
          }
          do {
            if try await letsProgramsEnd(besides: molecule, of: calculation, attempt: request.number) {
              return .attempted(job, run.record, run.attempt)
            }
          } catch is CalculationsDeferred {
            return .deferred
          }
          throw CalculationStageError.machineFailed(
            calculation: calculation, of: molecule.smiles, failure, tries: tries)
        case .machine:
          throw CalculationStageError.machineFailed(
            calculation: calculation, of: molecule.smiles, failure, tries: tries)
        case .stopped: throw CancellationError()
        }
      }
    }
  }

  /// Whether the calculator's program ends normally for another, small molecule.
  private func letsProgramsEnd(besides molecule: Molecule, of calculation: Int, attempt number: Int) async throws
    -> Bool
  {
    guard let run = try await control(besides: molecule, of: calculation, attempt: number) else { return false }
    // A program that had to be stopped did not end.
    return run.verdict == .molecule && run.attempt.failure?.failureClass != .timeout
  }

  /// Whether another, small molecule fails in the same way.
  private func failsForControl(as failure: CalculationFailure, besides job: CalculationJob) async throws -> Bool {
    let run = try await control(besides: job.molecule, of: job.number, attempt: 1)
    return run?.attempt.failure?.message == failure.message
  }

  /// The control: a run of the calculator for another, small molecule. Nil if no program is run for it.
  private func control(besides molecule: Molecule, of calculation: Int, attempt number: Int) async throws -> Run? {
    let controls =
      molecule.composition == nil
      ? try calculator.controls.map { smiles in try Molecule(smiles: smiles, isRepeatUnit: calculator.takesRepeatUnits)
      }
      : try ["NaCl", "MgO"].map { formula in try Molecule(formula: formula) }
    guard let control = controls.first(where: { $0 != molecule }),
      case .attempts(let requests) = calculator.plan(for: control), let request = requests.first
    else { return nil }
    let folder = AttemptFolder(controlOf: calculation, attempt: number, under: absoluteWorkdir)
    let run = await attempt(request, in: folder, mayKeep: false)
    try Task.checkCancellation()
    // What it says is known by the next run, and nothing is recorded before.
    if run.isDeferred { throw CalculationsDeferred(attempts: 1) }
    return run
  }

  /// The next plan for a molecule, checked against the rules for every plan.
  private func plan(_ job: CalculationJob, after ended: [EndedAttempt]) throws(CalculationStageError) -> CalculationPlan
  {
    let plan = calculator.plan(for: job.molecule, after: ended)
    switch plan {
    case .failed(let failure) where failure.failureClass == .resource:
      // A resource that an attempt exhausted is the molecule's failure; a missing resource is the machine's.
      if ended.contains(where: { $0.failure == failure }) { return plan }
      throw .machineFailed(calculation: job.number, of: job.molecule.smiles, failure, tries: 1)
    case .attempts(let requests) where requests.isEmpty:
      return .failed(CalculationFailure(.unknown, "The calculator planned no attempt."))
    case .attempts(let requests) where ended.count + requests.count > Self.attemptLimit:
      return .failed(
        CalculationFailure(.unknown, "The calculator planned more than \(Self.attemptLimit) attempts for one molecule.")
      )
    default: return plan
    }
  }

  /// One run of a program.
  private struct Run {
    let record: AttemptRecord
    let attempt: EndedAttempt
    let verdict: AttemptVerdict
    let isDeferred: Bool
  }

  /// Runs an attempt once, in a new folder.
  private func attempt(_ request: AttemptRequest, in wanted: AttemptFolder, mayKeep: Bool) async -> Run {
    let folder = await wanted.free(for: executor, besides: siblings)
    let startedAt = Date()
    let output: AttemptOutput
    do {
      try folder.create()
      output = await executor.run(request, in: folder.path)
    } catch {
      output = AttemptOutput(
        termination: .notStarted(
          "the folder '\(folder.path)' could not be made: \(fileProblem(error, at: folder.path))."))
    }
    let isDiskFull = output.freeBytes.map { $0 < Self.fullDiskBytes } ?? false
    let result = calculator.parse(output, of: request).flatMap { $0.checked(of: calculator.name) }.mapError { failure in
      guard isDiskFull, failure.failureClass != .cancelled else { return failure }
      return CalculationFailure(
        .resource,
        "The disk with '\(absoluteWorkdir)' is full (\(output.freeBytes ?? 0) bytes are free), which may be why this "
          + "happened: \(failure.message)", evidence: failure.evidence)
    }
    let attempt = EndedAttempt(request: request, result: result.map { $0.described(for: request) })
    let failure = attempt.failure
    if !mayKeep || (folderRetention == .failed && (failure == nil || failure?.failureClass == .cancelled)) {
      folder.remove()
    }
    let record = AttemptRecord(
      number: request.number, step: request.step, conformer: request.conformer, changes: request.changes,
      commandLine: request.commandLine, termination: output.termination,
      wallSeconds: output.wallSeconds, startedAt: startedAt, failure: failure,
      energy: attempt.accepted?.values[Property.energy.name], notes: attempt.accepted?.notes ?? [],
      machine: output.machine)
    return Run(
      record: record, attempt: attempt,
      verdict: AttemptVerdict(on: failure, after: output.termination, isDiskFull: isDiskFull),
      isDeferred: output.isDeferred)
  }

  /// An absolute path, because the programs have other working directories than Cohobate.
  private var absoluteWorkdir: String { Self.absolute(workdir) }

  private static func absolute(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
  }
}

extension AttemptResult {
  /// The result, or a failure if one of its numbers is not finite, whichever calculator read it.
  fileprivate func checked(of calculator: String) -> Result<AttemptResult, CalculationFailure> {
    for (name, value) in (values.map { ($0, $1) } + uncertainties.map { ("uncertainty of \($0)", $1) }).sorted(by: {
      $0.0 < $1.0
    })
    where !isUsable(value) {
      return .failure(
        CalculationFailure(
          .unknown,
          "\(calculator) gave \(value) as '\(name)', which is out of range; numbers must be 0 or \(usableSizes).")
      )
    }
    return .success(self)
  }
}
