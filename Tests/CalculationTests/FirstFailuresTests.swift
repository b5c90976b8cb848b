import Calculation
import Chemistry
import CohobateTesting
import Synchronization
import Testing

/// What a run does whose first calculations all fail in the same way.
@Suite struct FirstFailuresTests {
  let scratch: Scratch
  let jobs: [CalculationJob]

  init() throws {
    scratch = try Scratch()
    jobs = try ["CC", "CCC", "CCCC", "CCCCC", "CCCCCC"].enumerated().map { index, smiles in
      CalculationJob(number: index + 1, molecule: try Molecule(smiles: smiles))
    }
  }

  /// Runs jobs whose program prints what the closure says of a SMILES, and gives the numbers of those that were reported.
  private func reported(
    _ jobs: [CalculationJob], hasSucceeded: Bool = false, _ print: @escaping @Sendable (String) -> String
  ) async throws -> (numbers: [Int], error: CalculationStageError?) {
    try await reported(batches: [jobs], hasSucceeded: hasSucceeded, print)
  }

  /// The same for batches, each of which is calculated to its end before the next.
  private func reported(
    batches: [[CalculationJob]], hasSucceeded: Bool = false, _ print: @escaping @Sendable (String) -> String
  ) async throws -> (numbers: [Int], error: CalculationStageError?) {
    let stage = CalculationStage(
      calculator: PlannedCalculator(attempts: 1),
      executor: RecordedExecutor { request, _ in
        AttemptOutput(termination: .exited(0), standardOutput: print(request.molecule?.smiles ?? ""))
      }, concurrency: 1, workdir: scratch.path)
    var numbers: [Int] = []
    var first = FirstFailures(hasSucceeded: hasSucceeded)
    do {
      for batch in batches {
        try await stage.run(batch, first: &first) { number, _ in numbers.append(number) }
      }
    } catch let error as CalculationStageError {
      return (numbers, error)
    }
    return (numbers, nil)
  }

  @Test func aProgramThatFailsForAllEndsTheRunWithNothingReported() async throws {
    let asked = Mutex<[String]>([])
    let (numbers, error) = try await reported(jobs) { smiles in
      asked.withLock { $0.append(smiles) }
      return "loading"
    }
    #expect(numbers.isEmpty)
    #expect(
      error
        == .programFailed(CalculationFailure(.unknown, "It gave no number.", evidence: "loading"), calculations: 3))
    #expect(error?.description.contains("The first 3 calculations and one of a small molecule all failed") == true)
    // Three, what had begun meanwhile, and the control.
    #expect(asked.withLock { $0.count } <= 5)
    #expect(asked.withLock { $0.contains("C") })
  }

  @Test func failuresThatTheControlDoesNotHaveAreTheMolecules() async throws {
    let (numbers, error) = try await reported(jobs) { $0 == "C" ? "1" : "loading" }
    #expect(error == nil)
    #expect(numbers == [1, 2, 3, 4, 5])
  }

  @Test func oneThatSucceedsReleasesWhatWasHeld() async throws {
    let (numbers, error) = try await reported(jobs) { $0 == "CCCC" ? "1" : "loading" }
    #expect(error == nil)
    #expect(numbers == [1, 2, 3, 4, 5])
  }

  @Test func fewFailuresAreReportedAtTheEnd() async throws {
    let (numbers, error) = try await reported(Array(jobs.prefix(2))) { _ in "loading" }
    #expect(error == nil)
    #expect(numbers == [1, 2])
  }

  @Test func aProgramThatSucceededBeforeIsNotSuspect() async throws {
    let (numbers, error) = try await reported(jobs, hasSucceeded: true) { _ in "loading" }
    #expect(error == nil)
    #expect(numbers == [1, 2, 3, 4, 5])
  }

  @Test func threeEqualFailuresInARowMakeAProgramSuspectLaterInTheBatchToo() async throws {
    let (numbers, error) = try await reported(jobs) { $0 == "CC" ? "1e150" : "loading" }
    // The first ended differently, and two were reported before the third.
    #expect(numbers == [1, 2, 3])
    #expect(error == .programFailed(Self.failure, calculations: 3, reported: 2))
  }

  // MARK: Batches

  private static let failure = CalculationFailure(.unknown, "It gave no number.", evidence: "loading")

  @Test(arguments: [1, 2]) func equalFailuresCountOverSmallBatches(size: Int) async throws {
    let batches = stride(from: 0, to: jobs.count, by: size).map { Array(jobs[$0..<min($0 + size, jobs.count)]) }
    let (numbers, error) = try await reported(batches: batches) { _ in "loading" }
    // The first two were reported at the end of their batches; the third made the program suspect.
    #expect(numbers == [1, 2])
    #expect(error == .programFailed(Self.failure, calculations: 3, reported: 2))
    #expect(
      error?.description.contains(
        "The last 3 calculations and one of a small molecule all failed in the same way; 2 are recorded as failures, and "
          + "nothing is recorded of the rest: It gave no number.") == true)
  }

  @Test func aProgramThatTheControlClearedIsNotSuspectAgain() async throws {
    let controls = Mutex(0)
    let (numbers, error) = try await reported(batches: jobs.map { [$0] }) { smiles in
      if smiles == "C" { controls.withLock { $0 += 1 } }
      return smiles == "C" ? "1" : "loading"
    }
    #expect(error == nil)
    #expect(numbers == [1, 2, 3, 4, 5])
    #expect(controls.withLock { $0 } == 1)
  }

  @Test func aSuccessInAnEarlierBatchEndsTheSuspicion() async throws {
    let (numbers, error) = try await reported(batches: jobs.map { [$0] }) { $0 == "CCC" ? "1" : "loading" }
    #expect(error == nil)
    #expect(numbers == [1, 2, 3, 4, 5])
  }

  @Test func anotherFailureStartsTheCountAgain() async throws {
    let asked = Mutex<[String]>([])
    let (numbers, error) = try await reported(batches: jobs.map { [$0] }) { smiles in
      asked.withLock { $0.append(smiles) }
      return smiles == "CCC" ? "1e150" : "loading"
    }
    // Of the same class, with another message.
    #expect(numbers == [1, 2, 3, 4])
    #expect(error == .programFailed(Self.failure, calculations: 3, reported: 2))
    #expect(asked.withLock { $0 } == ["CC", "CCC", "CCCC", "CCCCC", "CCCCCC", "C"])
  }

  // MARK: Long runs

  /// What happened in a long run.
  private struct LongRun: Sendable {
    /// The calculations that were started, without controls.
    var started = 0
    var controls = 0
    var reported: [Int] = []
    /// The greatest number of outcomes that had arrived and were not reported when a calculation was started.
    var mostHeld = 0
    var error: CalculationStageError?
  }

  /// Runs calculations, one at a time and in batches, whose program prints what the closure says of their numbers, and
  /// of 0 for the control.
  private func longRun(
    _ count: Int, batch: Int, _ print: @escaping @Sendable (Int) -> String
  ) async throws -> LongRun {
    let run = Mutex(LongRun())
    let stage = CalculationStage(
      calculator: PlannedCalculator(attempts: 1),
      executor: RecordedExecutor { request, _ in
        let number = run.withLock { run in
          if request.molecule?.smiles == "C" {
            run.controls += 1
            return 0
          }
          run.mostHeld = max(run.mostHeld, run.started - run.reported.count)
          run.started += 1
          return run.started
        }
        return AttemptOutput(termination: .exited(0), standardOutput: print(number))
      }, concurrency: 1, workdir: scratch.path, folderRetention: .none)
    let molecule = jobs[0].molecule
    var first = FirstFailures()
    do {
      for start in stride(from: 1, through: count, by: batch) {
        let numbers = start...min(start + batch - 1, count)
        try await stage.run(numbers.map { CalculationJob(number: $0, molecule: molecule) }, first: &first) {
          number, _ in run.withLock { $0.reported.append(number) }
        }
      }
    } catch let error as CalculationStageError {
      run.withLock { $0.error = error }
    }
    return run.withLock { $0 }
  }

  @Test(arguments: [1, 10, 3000]) func aProgramThatStopsWorkingIsSuspectAfterAThousandOutcomes(batch: Int) async throws
  {
    let run = try await longRun(1500, batch: batch) { $0 == 1 ? "1" : "loading" }
    // The success is trusted for 999 further outcomes, and two are reported before the third makes the program suspect.
    #expect(run.reported == Array(1...1002))
    #expect(run.error == .programFailed(Self.failure, calculations: 3, reported: 2))
    #expect(run.controls == 1)
    #expect(run.mostHeld <= 2)
  }

  @Test(arguments: [1, 10, 3000]) func aControlThatSucceedsIsRepeatedOnceInAThousandOutcomes(batch: Int) async throws {
    let run = try await longRun(3100, batch: batch) { $0 <= 1 ? "1" : "loading" }
    #expect(run.error == nil)
    #expect(run.reported == Array(1...3100))
    // For the third failure of 1001, 2003 and 3005 on.
    #expect(run.controls == 3)
    #expect(run.mostHeld <= 2)
  }

  /// Every other calculation succeeds, or fails in another way: no three in a row are equal.
  @Test(arguments: ["1", "1e150"]) func aMixtureIsReportedWithoutAControl(other: String) async throws {
    let run = try await longRun(2500, batch: 3000) { $0.isMultiple(of: 2) ? other : "loading" }
    #expect(run.error == nil)
    #expect(run.reported == Array(1...2500))
    #expect(run.controls == 0)
    #expect(run.mostHeld <= 1)
  }

  /// Failures come first, so that nothing is known to work.
  @Test func equalFailuresAfterAThousandDifferentOnesMakeTheProgramSuspect() async throws {
    let run = try await longRun(1500, batch: 3000) {
      (1...1000).contains($0) && $0.isMultiple(of: 2) ? "1e150" : "loading"
    }
    #expect(run.reported == Array(1...1002))
    #expect(run.error == .programFailed(Self.failure, calculations: 3, reported: 2))
    #expect(run.mostHeld <= 1)
  }
}
