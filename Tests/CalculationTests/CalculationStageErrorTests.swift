import Calculation
import Chemistry
import CohobateTesting
import Foundation
import Glibc
import Synchronization
import Testing

/// Whose fault a failure is: the molecule's, which is recorded, or the machine's, which stops the run.
@Suite struct CalculationStageErrorTests {
  let scratch: Scratch
  let jobs: [CalculationJob]

  init() throws {
    scratch = try Scratch()
    jobs = try ["C", "CC", "CCC", "CCCC"].enumerated().map { index, smiles in
      CalculationJob(number: index + 1, molecule: try Molecule(smiles: smiles))
    }
  }

  /// A stage whose executor answers as the test says.
  private func stage(
    _ calculator: PlannedCalculator, concurrency: Int = 2,
    _ answer: @escaping @Sendable (AttemptRequest, String) async -> AttemptOutput
  ) -> CalculationStage {
    CalculationStage(
      calculator: calculator, executor: RecordedExecutor(answer), concurrency: concurrency, workdir: scratch.path)
  }

  @Test func itSaysWhatFailedAndTheWayOut() {
    let accident = CalculationStageError.machineFailed(
      calculation: 7, of: "CCO", CalculationFailure(.random, "xtb was ended by signal 9.", evidence: "last\nwords"),
      tries: 3)
    #expect(
      accident.description == """
        The machine failed in calculation 7, of 'CCO', and nothing is recorded of it: xtb was ended by signal 9. It was \
        tried 3 times. Its last output: last | words. Fix the cause ('cohobate doctor' checks the machine), and run the same \
        command to resume.
        """)
    let missing = CalculationStageError.machineFailed(
      calculation: 1, of: "C", CalculationFailure(.resource, "There is no xtb."), tries: 1)
    #expect(
      missing.description == """
        The machine failed in calculation 1, of 'C', and nothing is recorded of it: There is no xtb. Fix the \
        cause ('cohobate doctor' checks the machine), and run the same command to resume.
        """)
  }

  /// A program that notes each of its starts in a file and then does what the lines say; `$starts` counts them.
  private func program(_ lines: String) throws -> String {
    let path = try scratch.write(
      """
      #!/bin/sh
      echo "$2" >> "$1"
      starts=$(grep -c "^$2$" "$1")
      \(lines)
      """, to: "program")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  /// A stage with the real executor; each molecule has `attempts` attempts, all of the program.
  private func stage(running program: String, attempts: Int = 1, concurrency: Int = 1) -> CalculationStage {
    let starts = "\(scratch.path)/starts"
    return CalculationStage(
      calculator: PlannedCalculator { molecule in
        .attempts(
          (1...attempts).map {
            .running(program, [starts, "\(molecule.smiles)-\($0)"], number: $0, molecule: molecule)
          })
      }, executor: LocalExecutor(), concurrency: concurrency, workdir: "\(scratch.path)/Workdir")
  }

  private func starts() throws -> [String] {
    try String(contentsOfFile: "\(scratch.path)/starts", encoding: .utf8).split(separator: "\n").map(String.init)
  }

  /// The failure that stops a run of which nothing is reported.
  private func machineFailure(_ stage: CalculationStage, of jobs: [CalculationJob]? = nil) async throws
    -> CalculationFailure
  {
    let error = await #expect(throws: CalculationStageError.self) {
      try await stage.run(jobs ?? [self.jobs[0]]) { _, _ in Issue.record("Nothing is to be reported.") }
    }
    guard case .machineFailed(_, _, let failure, _) = try #require(error) else { throw CancellationError() }
    return failure
  }

  @Test func anAccidentIsRunAgainAndLeavesNoTrace() async throws {
    let program = try program(
      """
      test -e left && exit 3
      touch left
      if [ "${2#*-}" = 2 ] && [ $starts -lt 3 ]; then kill -TERM $$; fi
      printf %s "-${2#*-}"
      """)
    var outcome: CalculationOutcome?
    try await stage(running: program, attempts: 3).run([jobs[0]]) { outcome = $1 }
    let found = try #require(outcome)
    #expect(try starts() == ["C-1", "C-2", "C-2", "C-2", "C-3"])
    #expect(try found.result.get().values == ["energy": -3])
    #expect(found.attempts.map(\.number) == [1, 2, 3])
    #expect(found.attempts.map(\.energy) == [-1, -2, -3])
    #expect(found.attempts.allSatisfy { $0.termination == .exited(0) && $0.failure == nil })
  }

  @Test(arguments: ["TERM", "KILL", "SEGV"])
  func anAccidentThatComesAgainForOneMoleculeAloneIsItsFailure(signal: String) async throws {
    let program = try program(
      """
      [ "$2" = C-2 ] && echo last words && kill -\(signal) $$
      printf 1
      """)
    var outcomes: [CalculationOutcome] = []
    try await stage(running: program, attempts: 2).run(Array(jobs.prefix(2))) { outcomes.append($1) }
    // Another molecule's attempt is the control, which leaves nothing behind.
    #expect(try starts() == ["C-1", "C-2", "C-2", "C-2", "O-1", "CC-1", "CC-2"])
    #expect(outcomes.map { $0.attempts.map(\.failure?.failureClass) } == [[nil, .random], [nil, nil]])
    #expect(outcomes[0].attempts[1].failure?.evidence == "last words")
    #expect(try outcomes[0].result.get().values == ["energy": 1])
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/Workdir") == ["000001-02"])
  }

  @Test func aMoleculeThatIsNeverCalculatedIsAFailureThatStopsNothing() async throws {
    let program = try program("[ $2 = C-1 ] && kill -KILL $$; printf 1")
    var outcomes: [CalculationOutcome] = []
    try await stage(running: program).run(Array(jobs.prefix(2))) { outcomes.append($1) }
    #expect(throws: CalculationFailure(.random, "it was ended by signal 9.")) { try outcomes[0].result.get() }
    #expect(throws: Never.self) { try outcomes[1].result.get() }
  }

  @Test(arguments: ["TERM", "KILL", "SEGV"])
  func anAccidentThatComesToTheControlAsWellStopsTheRun(signal: String) async throws {
    let failure = try await machineFailure(stage(running: program("echo last words; kill -\(signal) $$")))
    #expect(try starts() == ["C-1", "C-1", "C-1", "O-1"])
    #expect(failure.failureClass == .random)
    #expect(failure.evidence.contains("last words"))
  }

  @Test func whereNoControlCanBeRunTheMachineIsToBlame() async throws {
    let calculator = PlannedCalculator { molecule in
      molecule.smiles == "C"
        ? .attempts([.running("/bin/true", molecule: molecule)]) : .failed(CalculationFailure(.input, "It is unknown."))
    }
    let failure = try await machineFailure(
      stage(calculator) { _, _ in AttemptOutput(termination: .signalled(SIGKILL)) })
    #expect(failure.failureClass == .random)
  }

  @Test func aFailingMachineStopsTheOtherPrograms() async throws {
    let program = try program(
      """
      if [ "$2" != CC-1 ]; then
        until grep -q CC-1 "$1"; do :; done
        kill -TERM $$
      fi
      exec sleep 1000
      """)
    let failure = try await machineFailure(stage(running: program, concurrency: 2), of: jobs)
    #expect(failure.failureClass == .random)
    #expect(try starts().sorted() == ["C-1", "C-1", "C-1", "CC-1", "O-1"])
  }

  @Test func whatAProgramLacksForOneMoleculeAloneIsItsFailure() async throws {
    var outcomes: [CalculationOutcome] = []
    let program = try program("[ $2 = C-1 ] && exit 9; printf 1")
    try await stage(running: program).run(Array(jobs.prefix(2))) { outcomes.append($1) }
    #expect(try starts() == ["C-1", "O-1", "CC-1"])
    #expect(throws: CalculationFailure(.resource, "It lacks something.")) { try outcomes[0].result.get() }
    #expect(throws: Never.self) { try outcomes[1].result.get() }
  }

  @Test func whatAProgramLacksForTheControlAsWellStopsTheRun() async throws {
    let failure = try await machineFailure(stage(running: program("exit 9")))
    #expect(try starts() == ["C-1", "O-1"])
    #expect(failure.failureClass == .resource)
  }

  @Test func aFullDiskIsTheMachinesWhateverTheProgramSays() async throws {
    for output in [
      AttemptOutput(termination: .exited(0), standardError: "I did my best", freeBytes: 4096),
      AttemptOutput(termination: .outputLimitExceeded(bytes: 7), freeBytes: 0),
    ] {
      let failure = try await machineFailure(stage(PlannedCalculator(attempts: 1)) { _, _ in output })
      #expect(failure.failureClass == .resource)
      #expect(failure.message.hasPrefix("The disk with '\(scratch.path)' is full ("), "\(failure)")
    }
  }

  @Test func whatIsAcceptedOnAFullDiskCounts() async throws {
    var outcome: CalculationOutcome?
    let stage = stage(PlannedCalculator(attempts: 1)) { _, _ in
      AttemptOutput(termination: .exited(0), standardOutput: "1", freeBytes: 0)
    }
    try await stage.run([jobs[0]]) { outcome = $1 }
    #expect(throws: Never.self) { try #require(outcome).result.get() }
  }

  @Test func aMissingProgramStopsTheRun() async throws {
    let failure = try await machineFailure(stage(running: "/nonexistent/program", concurrency: 2), of: jobs)
    #expect(failure.failureClass == .resource)
    #expect(failure.message.contains("'/nonexistent/program'"))
  }

  @Test func aPlanThatMissesItsProgramStopsTheRun() async throws {
    let missing = CalculationFailure(.resource, "There is no such program.")
    let stage = stage(PlannedCalculator { _ in .failed(missing) }) { _, _ in AttemptOutput(termination: .exited(0)) }
    #expect(try await machineFailure(stage, of: jobs) == missing)
  }

  @Test func aFolderThatGetsTooLargeIsAFailureOfTheMolecule() async throws {
    let program = try program("while :; do seq 1000 > file-$((i += 1)); done")
    let starts = "\(scratch.path)/starts"
    let stage = CalculationStage(
      calculator: PlannedCalculator { .attempts([.running(program, [starts, "x"], molecule: $0)]) },
      executor: LocalExecutor(folderLimitBytes: 1 << 20), concurrency: 1, workdir: "\(scratch.path)/Workdir")
    var outcome: CalculationOutcome?
    try await stage.run([jobs[0]]) { outcome = $1 }
    let found = #expect(throws: CalculationFailure.self) { try #require(outcome).result.get() }
    let failure = try #require(found)
    #expect(failure.failureClass == .resource)
    #expect(failure.message == "it was stopped because its files took more than 1048576 bytes together.")
    #expect(failure.evidence.contains(/\d+ files with \d+ bytes were counted/))
  }

  @Test func whatWritesTooMuchIsAFailureOfTheMolecule() async throws {
    let count = Mutex(0)
    let stage = stage(PlannedCalculator(attempts: 2)) { request, _ in
      count.withLock { $0 += 1 }
      return request.number == 1
        ? AttemptOutput(termination: .outputLimitExceeded(bytes: 7))
        : AttemptOutput(termination: .exited(0), standardOutput: "1")
    }
    var outcome: CalculationOutcome?
    try await stage.run([jobs[0]]) { outcome = $1 }
    #expect(try #require(outcome).result.get().values == ["energy": 1])
    #expect(try #require(outcome).attempts.map(\.failure?.failureClass) == [.resource, nil])
    #expect(count.withLock { $0 } == 2)
  }

  @Test func anAttemptThatWasStoppedIsNotReported() async throws {
    let stage = stage(PlannedCalculator(attempts: 2)) { request, _ in
      request.number == 1
        ? AttemptOutput(termination: .exited(0), standardOutput: "1") : AttemptOutput(termination: .cancelled)
    }
    await #expect(throws: CancellationError.self) {
      try await stage.run([jobs[0]]) { _, _ in Issue.record("Nothing is to be reported.") }
    }
  }

  @Test func anAccidentOnTheWayToTheEndIsNone() async throws {
    // The program dies of what stops Cohobate, and the cancellation comes after.
    let stage = stage(PlannedCalculator(attempts: 1), concurrency: 1) { _, _ in
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      return AttemptOutput(termination: .signalled(SIGTERM))
    }
    await #expect(throws: CancellationError.self) {
      try await stage.run([jobs[0]]) { _, _ in Issue.record("Nothing is to be reported.") }
    }
  }

  @Test func aFolderThatCannotBeMadeStopsTheRun() async throws {
    let file = try scratch.write("", to: "file")
    let failure = try await machineFailure(
      CalculationStage(
        calculator: PlannedCalculator(attempts: 1), executor: LocalExecutor(), concurrency: 1, workdir: file))
    #expect(failure.failureClass == .resource)
    #expect(failure.message.contains(file))
  }
}
