import Calculation
import Chemistry
import CohobateTesting
import Foundation
import Glibc
import Synchronization
import Testing

@Suite struct CalculationStageTests {
  let scratch: Scratch
  let jobs: [CalculationJob]

  init() throws {
    scratch = try Scratch()
    jobs = try ["C", "CC", "CCC", "CCCC"].enumerated().map { index, smiles in
      CalculationJob(number: index + 1, molecule: try Molecule(smiles: smiles))
    }
  }

  private func stage(
    _ calculator: PlannedCalculator, concurrency: Int = 2, folderRetention: FolderRetention = .failed,
    _ answer: @escaping @Sendable (AttemptRequest, String) async -> AttemptOutput
  ) -> CalculationStage {
    CalculationStage(
      calculator: calculator, executor: RecordedExecutor(answer), concurrency: concurrency, workdir: scratch.path,
      folderRetention: folderRetention)
  }

  @Test func everyJobIsReportedOnceWithItsLowestEnergy() async throws {
    let stage = stage(PlannedCalculator(attempts: 3)) { request, _ in
      AttemptOutput(termination: .exited(0), standardOutput: "-\(request.number)", wallSeconds: 0.5)
    }
    var outcomes: [Int: CalculationOutcome] = [:]
    var events: [CalculationEvent] = []
    try await stage.run(jobs, onEvent: { events.append($0) }) { number, outcome in
      #expect(outcomes.updateValue(outcome, forKey: number) == nil)
    }
    #expect(outcomes.keys.sorted() == [1, 2, 3, 4])
    for outcome in outcomes.values {
      #expect(try outcome.result.get().values == ["energy": -3])
      #expect(outcome.attempts.map(\.number) == [1, 2, 3])
      #expect(outcome.attempts.map(\.energy) == [-1, -2, -3])
      #expect(outcome.attempts.allSatisfy { $0.wallSeconds == 0.5 && $0.commandLine == ["/bin/true"] })
    }
    #expect(events.first == .planned(job: 1, attempts: 3))
    #expect(events.count == 4 + 12 + 12)
    #expect(scratch.contents.isEmpty)
  }

  /// Whichever calculator read it.
  @Test(arguments: ["1e150", "-1e-150"]) func aValueThatCannotBeCalculatedWithIsAFailure(number: String) async throws {
    let stage = stage(PlannedCalculator(attempts: 1)) { request, _ in
      AttemptOutput(termination: .exited(0), standardOutput: request.molecule?.smiles == "CC" ? number : "1")
    }
    var failures: [Int: CalculationFailure] = [:]
    try await stage.run(jobs) { number, outcome in
      if case .failure(let failure) = outcome.result { failures[number] = failure }
    }
    #expect(failures.keys.sorted() == [2])
    #expect(failures[2]?.failureClass == .unknown)
    #expect(failures[2]?.message.contains(" as 'energy', which is out of range") == true)
  }

  @Test func noJobsIsNothing() async throws {
    try await stage(PlannedCalculator(attempts: 1)) { _, _ in AttemptOutput(termination: .exited(0)) }
      .run([]) { _, _ in Issue.record("There is nothing to report.") }
  }

  @Test func thePoolIsFullAndNeverFuller() async throws {
    // Every attempt waits until three are running: fewer places would wait for ever.
    let running = Mutex((now: 0, most: 0))
    let stage = stage(PlannedCalculator(attempts: 3), concurrency: 3) { _, _ in
      running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      while running.withLock({ $0.most }) < 3 { await Task.yield() }
      running.withLock { $0.now -= 1 }
      return AttemptOutput(termination: .exited(0), standardOutput: "1")
    }
    var count = 0
    try await stage.run(jobs) { _, _ in count += 1 }
    #expect(count == 4)
    #expect(running.withLock { $0.most } == 3)
  }

  @Test func jobsBeginInTheirOrder() async throws {
    let order = Mutex<[String]>([])
    let stage = stage(PlannedCalculator(attempts: 2), concurrency: 1) { request, folder in
      order.withLock { $0.append((folder as NSString).lastPathComponent) }
      return AttemptOutput(termination: .exited(0), standardOutput: "1")
    }
    try await stage.run(jobs) { _, _ in }
    #expect(order.withLock { $0 } == (1...4).flatMap { ["00000\($0)-01", "00000\($0)-02"] })
  }

  @Test func whatNeedsNoProgramIsReportedAsPlanned() async throws {
    let known = CalculationResult(values: ["energy": 1])
    let failure = CalculationFailure(.input, "It cannot be.")
    let calculator = PlannedCalculator { $0.heavyAtomCount == 1 ? .result(known) : .failed(failure) }
    let stage = stage(calculator) { _, _ in
      Issue.record("Nothing is to be run.")
      return AttemptOutput(termination: .exited(0))
    }
    var results: [Int: Result<CalculationResult, CalculationFailure>] = [:]
    try await stage.run(jobs) { results[$0] = $1.result }
    #expect(results == [1: .success(known), 2: .failure(failure), 3: .failure(failure), 4: .failure(failure)])
  }

  @Test func anEmptyPlanIsAFailureAndHoldsNothingUp() async throws {
    let stage = stage(PlannedCalculator { _ in .attempts([]) }) { _, _ in AttemptOutput(termination: .exited(0)) }
    var failures: [FailureClass] = []
    try await stage.run(jobs) { _, outcome in
      if case .failure(let failure) = outcome.result { failures.append(failure.failureClass) }
    }
    #expect(failures == Array(repeating: .unknown, count: 4))
  }

  @Test func aCalculationIsPlannedOnUntilThereIsAnOutcome() async throws {
    // Two attempts, then one that is told of both, then the result; the next molecule waits for none of it.
    let calculator = PlannedCalculator(steps: { molecule, ended in
      switch ended.count {
      case 0: return .attempts([1, 2].map { .running("/bin/true", number: $0, molecule: molecule) })
      case 2:
        let numbers = ended.compactMap { $0.accepted?.values["energy"] }
        return .attempts([.running("/bin/true", ["\(numbers)"], number: 3, molecule: molecule)])
      default:
        return .result(CalculationResult(values: ["energy": 7], changes: ended.map { "\($0.request.number)" }))
      }
    })
    let asked = Mutex<[String]>([])
    let stage = stage(calculator, concurrency: 1) { request, folder in
      asked.withLock { $0.append((folder as NSString).lastPathComponent + (request.arguments.first ?? "")) }
      return AttemptOutput(termination: .exited(0), standardOutput: "\(request.number)")
    }
    var outcomes: [CalculationOutcome] = []
    try await stage.run(Array(jobs.prefix(2))) { outcomes.append($1) }
    #expect(
      asked.withLock { $0 } == [
        "000001-01", "000001-02", "000001-03[1.0, 2.0]", "000002-01", "000002-02", "000002-03[1.0, 2.0]",
      ])
    #expect(outcomes.map(\.attempts.count) == [3, 3])
    #expect(try outcomes.map { try $0.result.get().changes } == [["1", "2", "3"], ["1", "2", "3"]])
  }

  @Test func aCalculatorThatNeverComesToAnEndIsEnded() async throws {
    let calculator = PlannedCalculator(steps: { molecule, ended in
      .attempts([.running("/bin/true", number: ended.count + 1, molecule: molecule)])
    })
    let stage = stage(calculator) { _, _ in AttemptOutput(termination: .exited(0), standardOutput: "1") }
    var outcome: CalculationOutcome?
    try await stage.run([jobs[0]]) { outcome = $1 }
    let found = try #require(outcome)
    #expect(found.attempts.count == CalculationStage.attemptLimit)
    let failure = #expect(throws: CalculationFailure.self) { try found.result.get() }
    #expect(failure?.failureClass == .unknown)
  }

  /// What is kept, and what is known at the start.
  private final class Memory: CalculationCache {
    private let outcomes: Mutex<[String: CalculationOutcome]>

    init(_ outcomes: [String: CalculationOutcome] = [:]) { self.outcomes = Mutex(outcomes) }

    var kept: [String] { outcomes.withLock { $0.keys.sorted() } }

    func outcome(for molecule: Molecule) -> CalculationOutcome? { outcomes.withLock { $0[molecule.smiles] } }

    func keep(_ outcome: CalculationOutcome, for molecule: Molecule) {
      outcomes.withLock { $0[molecule.smiles] = outcome }
    }
  }

  @Test func whatTheCacheKnowsIsNotRun() async throws {
    let known = CalculationOutcome(
      result: .success(CalculationResult(values: ["energy": -9])), attempts: [], wallSeconds: 4)
    let cache = Memory(["CC": known])
    let stage = CalculationStage(
      calculator: PlannedCalculator(attempts: 1),
      executor: RecordedExecutor { request, _ in
        #expect(request.molecule?.smiles != "CC")
        return AttemptOutput(termination: .exited(0), standardOutput: "1")
      }, concurrency: 2, workdir: scratch.path, cache: cache)
    var outcomes: [Int: CalculationOutcome] = [:]
    try await stage.run(jobs) { number, outcome in
      // Nothing is kept that has not been reported.
      #expect(!cache.kept.contains(jobs[number - 1].molecule.smiles) || number == 2)
      outcomes[number] = outcome
    }
    #expect(outcomes.mapValues(\.isReused) == [1: false, 2: true, 3: false, 4: false])
    #expect(try outcomes[2]?.result.get().values == ["energy": -9])
    #expect(outcomes[2]?.wallSeconds == 4)
    #expect(cache.kept == ["C", "CC", "CCC", "CCCC"])
  }

  @Test func someFailedAttemptsLeaveTheOthersStanding() async throws {
    let stage = stage(PlannedCalculator(attempts: 3)) { request, _ in
      request.number == 3
        ? AttemptOutput(termination: .exited(0), standardOutput: "-1") : AttemptOutput(termination: .timedOut)
    }
    var outcome: CalculationOutcome?
    try await stage.run([jobs[0]]) { outcome = $1 }
    let found = try #require(outcome)
    #expect(try found.result.get().values == ["energy": -1])
    #expect(found.attempts.map(\.failure?.failureClass) == [.timeout, .timeout, nil])
  }

  @Test func ifAllFailTheMostTellingFailureIsTheResult() async throws {
    let stage = stage(PlannedCalculator(attempts: 2)) { request, _ in
      // The control, which is about another molecule, ends well.
      guard request.molecule?.smiles == "C" else { return AttemptOutput(termination: .exited(0), standardOutput: "1") }
      return AttemptOutput(termination: request.number == 1 ? .signalled(SIGSEGV) : .timedOut)
    }
    var outcome: CalculationOutcome?
    try await stage.run([jobs[0]]) { outcome = $1 }
    guard case .failure(let failure) = try #require(outcome).result else {
      Issue.record("It should have failed.")
      return
    }
    #expect(failure.failureClass == .timeout)
  }

  /// Two crashes and a kill are three accidents, but not three of the program's own.
  @Test func aKillFromOutsideDoesNotDecideWhatIsRecorded() async throws {
    let signals = Mutex<[Int32]>([SIGSEGV, SIGSEGV, SIGKILL, SIGSEGV])
    let stage = stage(PlannedCalculator(attempts: 1)) { request, _ in
      guard request.molecule?.smiles == "C" else { return AttemptOutput(termination: .exited(0), standardOutput: "1") }
      return AttemptOutput(termination: .signalled(signals.withLock { $0.removeFirst() }))
    }
    var outcome: CalculationOutcome?
    try await stage.run([jobs[0]]) { outcome = $1 }
    let found = try #require(outcome)
    #expect(found.attempts.map(\.termination) == [.signalled(SIGSEGV)])
    #expect(signals.withLock { $0.isEmpty })
  }

  // MARK: Jobs that are added

  @Test(arguments: [1, 2, 3]) func aJobThatIsAddedWhileOthersRunIsRunAndTheRunEndsWithTheLast(concurrency: Int)
    async throws
  {
    let stage = stage(PlannedCalculator(attempts: 2), concurrency: concurrency) { _, _ in
      AttemptOutput(termination: .exited(0), standardOutput: "1")
    }
    // Two at first; each outcome adds one, while there are any.
    var (waiting, later) = (jobs[..<2], jobs[2...])
    var first = FirstFailures()
    var reported: [Int] = []
    try await stage.run(
      first: &first, next: { waiting.popFirst() },
      finished: { number, _ in
        reported.append(number)
        if let job = later.popFirst() { waiting.append(job) }
      })
    #expect(reported.sorted() == [1, 2, 3, 4])
    #expect(Set(reported.prefix(2)).isSubset(of: [1, 2, 3]))
  }

  /// So a decision knows every outcome that has arrived.
  @Test func aJobIsAskedForWhenEveryOutcomeIsReported() async throws {
    let ended = Mutex(0)
    let stage = stage(PlannedCalculator(attempts: 1), concurrency: 1) { _, _ in
      ended.withLock { $0 += 1 }
      return AttemptOutput(termination: .exited(0), standardOutput: "1")
    }
    var waiting = jobs[...]
    var first = FirstFailures()
    var count = 0
    try await stage.run(
      first: &first,
      next: {
        #expect(count == ended.withLock { $0 })
        return waiting.popFirst()
      }, finished: { _, _ in count += 1 })
    #expect(count == 4)
  }

  /// No place waits for a plan, and no more than one job is planned beside those that run.
  @Test(.timeLimit(.minutes(1)), arguments: [1, 2])
  func aJobIsPlannedWhileEveryPlaceIsTaken(concurrency: Int) async throws {
    let plans = Mutex<[String]>([])
    let running = Mutex((now: 0, most: 0))
    let calculator = PlannedCalculator { molecule in
      plans.withLock { $0.append(molecule.smiles) }
      return .attempts([.running("/bin/true", molecule: molecule)])
    }
    let stage = stage(calculator, concurrency: concurrency) { request, _ in
      running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      // The attempt ends once the next job is planned, which nobody would do if it waited for a place.
      let place = ["C", "CC", "CCC", "CCCC"].firstIndex(of: request.molecule?.smiles ?? "") ?? 0
      while plans.withLock({ $0.count }) < min(place + 2, 4) { await Task.yield() }
      running.withLock { $0.now -= 1 }
      return AttemptOutput(termination: .exited(0), standardOutput: "1")
    }
    var waiting = jobs[...]
    var first = FirstFailures()
    var reported: [Int] = []
    try await stage.run(
      first: &first, next: { waiting.popFirst() }, plansAhead: true,
      finished: { number, outcome in
        reported.append(number)
        #expect((try? outcome.result.get()) != nil)
      })
    #expect(reported.sorted() == [1, 2, 3, 4])
    #expect(plans.withLock { $0.sorted() } == ["C", "CC", "CCC", "CCCC"])
    #expect(running.withLock { $0.most } <= concurrency)
  }

  /// With nothing running, failures that are held would be waited for without end.
  @Test func heldFailuresAreReportedBeforeTheLastQuestionForAJob() async throws {
    let stage = stage(PlannedCalculator(attempts: 1)) { request, _ in
      AttemptOutput(termination: .exited(0), standardOutput: request.molecule?.smiles == "CCC" ? "1" : "")
    }
    var waiting = jobs[1..<2]
    var first = FirstFailures()
    var reported: [Int] = []
    try await stage.run(
      first: &first, next: { waiting.popFirst() },
      finished: { number, _ in
        reported.append(number)
        if number == 2 { waiting.append(jobs[2]) }
      })
    #expect(reported == [2, 3])
  }

  @Test func anErrorOfTheSourceStopsTheOthersAndIsThrownOn() async throws {
    struct Stop: Error {}
    let stage = stage(PlannedCalculator(attempts: 1)) { _, _ in
      while !Task.isCancelled { await Task.yield() }
      return AttemptOutput(termination: .cancelled)
    }
    var waiting = jobs[..<1]
    var first = FirstFailures()
    await #expect(throws: Stop.self) {
      try await stage.run(
        first: &first,
        next: {
          guard let job = waiting.popFirst() else { throw Stop() }
          return job
        }, finished: { _, _ in Issue.record("Nothing is to be reported.") })
    }
    #expect(scratch.contents.isEmpty)
  }

  // MARK: Folders

  /// A run that was killed may have left a program that still writes there.
  @Test func aFolderInUseIsNotTouched() async throws {
    struct Busy: Executor {
      let answered: RecordedExecutor
      func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
        await answered.run(request, in: folder)
      }
      func isFree(_ folder: String) async -> Bool { !folder.hasSuffix("-01") }
    }
    let used = "\(scratch.path)/000001-01"
    try FileManager.default.createDirectory(atPath: used, withIntermediateDirectories: true)
    _ = try scratch.write("1", to: "000001-01/result")
    let folders = Mutex<[String]>([])
    let stage = CalculationStage(
      calculator: PlannedCalculator(attempts: 1),
      executor: Busy(
        answered: RecordedExecutor { _, folder in
          folders.withLock { $0.append(folder) }
          return AttemptOutput(termination: .exited(0), standardOutput: "1")
        }), concurrency: 1, workdir: scratch.path)
    var count = 0
    try await stage.run([jobs[0]]) { _, _ in count += 1 }
    #expect(count == 1)
    #expect(folders.withLock { $0 }.map { ($0 as NSString).lastPathComponent } == ["000001-01.2"])
    #expect(scratch.contents == ["000001-01"])
    #expect(FileManager.default.fileExists(atPath: "\(used)/result"))
  }

  @Test(arguments: [(FolderRetention.none, []), (.failed, ["000001-02"]), (.all, ["000001-01", "000001-02"])])
  func foldersAreKeptAsAsked(kept: FolderRetention, expected: [String]) async throws {
    let stage = stage(PlannedCalculator(attempts: 2), folderRetention: kept) { request, folder in
      #expect(FileManager.default.createFile(atPath: "\(folder)/file", contents: nil))
      return AttemptOutput(termination: .exited(0), standardOutput: request.number == 1 ? "1" : "")
    }
    try await stage.run([jobs[0]]) { _, _ in }
    #expect(scratch.contents == expected)
  }

  @Test func keptFoldersAreLimited() async throws {
    let job = jobs[0]
    let many = (1...AttemptFolder.keptLimit + 5).map { CalculationJob(number: $0, molecule: job.molecule) }
    let stage = stage(PlannedCalculator(attempts: 1), concurrency: 1) { _, _ in
      AttemptOutput(termination: .timedOut)
    }
    try await stage.run(many) { _, _ in }
    #expect(scratch.contents.count == AttemptFolder.keptLimit)
  }

  @Test func aStaleFolderIsEmptiedBeforeTheAttempt() async throws {
    let stale = "\(scratch.path)/000001-01"
    try FileManager.default.createDirectory(atPath: stale, withIntermediateDirectories: true)
    _ = try scratch.write("1", to: "000001-01/.UHF")
    let stage = stage(PlannedCalculator(attempts: 1)) { _, folder in
      let isEmpty = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true
      return AttemptOutput(termination: .exited(0), standardOutput: isEmpty ? "1" : "")
    }
    var outcome: CalculationOutcome?
    try await stage.run([jobs[0]]) { outcome = $1 }
    #expect(throws: Never.self) { try #require(outcome).result.get() }
  }

  // MARK: Stopping

  @Test func anErrorOfTheHandlerStopsTheOthersAndIsThrownOn() async throws {
    struct Stop: Error {}
    let stopped = Mutex(0)
    let stage = stage(PlannedCalculator(attempts: 1)) { _, folder in
      if folder.hasSuffix("000001-01") { return AttemptOutput(termination: .exited(0), standardOutput: "1") }
      while !Task.isCancelled { await Task.yield() }
      stopped.withLock { $0 += 1 }
      return AttemptOutput(termination: .cancelled)
    }
    var count = 0
    await #expect(throws: Stop.self) {
      try await stage.run(jobs) { _, _ in
        count += 1
        throw Stop()
      }
    }
    #expect(count == 1)
    #expect(stopped.withLock { $0 } >= 1)
    #expect(scratch.contents.isEmpty)
  }

  @Test func cancellationStopsTheProgramsAndReportsNothing() async throws {
    let stage = CalculationStage(
      calculator: PlannedCalculator { molecule in
        .attempts([.running("/bin/sleep", ["1000"], molecule: molecule)])
      }, executor: LocalExecutor(), concurrency: 2, workdir: scratch.path)
    let jobs = jobs
    let (started, hasStarted) = AsyncStream.makeStream(of: Void.self)
    let running = Task {
      try await stage.run(
        jobs,
        onEvent: { event in
          if case .attemptStarted = event { hasStarted.yield() }
        }
      ) { _, _ in Issue.record("Nothing is to be reported.") }
    }
    for await _ in started { break }
    running.cancel()
    await #expect(throws: CancellationError.self) { try await running.value }
    #expect(scratch.contents.isEmpty)
  }
}
