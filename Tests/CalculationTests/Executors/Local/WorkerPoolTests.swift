import Calculation
import Foundation
import Glibc
import Testing

@Suite struct WorkerPoolTests {
  let scratch: Scratch
  let executor = LocalExecutor(outputLimitBytes: 1 << 20, graceSeconds: 0.1)
  let folder: String

  init() throws {
    scratch = try Scratch()
    folder = "\(scratch.path)/attempt"
  }

  private func request(_ script: String, _ question: String, timeLimitSeconds: Double = 300) -> AttemptRequest {
    AttemptRequest(
      number: 1, molecule: nil, geometry: nil, executable: "/bin/sh", arguments: ["-c", script],
      environment: ["PATH": "/usr/bin:/bin"], timeLimitSeconds: timeLimitSeconds, standardInput: question,
      isForWorker: true)
  }

  private func ask(_ script: String, _ question: String, timeLimitSeconds: Double = 300) async -> AttemptOutput {
    await executor.run(request(script, question, timeLimitSeconds: timeLimitSeconds), in: folder)
  }

  /// Answers with its number and the question.
  private static let echo = "while read -r line; do echo \"$$ $line\"; done"

  /// The process that gave an answer of `echo`.
  private func process(_ output: AttemptOutput) -> Substring? { output.standardOutput.split(separator: " ").first }

  /// A helper that holds the answers' pipe open keeps nobody waiting for an answer that cannot come.
  @Test func aWorkerWhoseKeeperIsKilledHasEnded() async {
    let output = await ask(
      "setsid sleep 1000 & read -r line; kill -KILL $PPID; sleep 1000", "question", timeLimitSeconds: 300)
    #expect(output.termination == .signalled(SIGKILL))
  }

  @Test func foldersThatAnotherProcessLeftAreRemoved() async throws {
    let left = "\(scratch.path)/worker-1-7"
    try FileManager.default.createDirectory(atPath: "\(left)/a", withIntermediateDirectories: true)
    #expect(await ask(Self.echo, "question").termination == .exited(0))
    #expect(!FileManager.default.fileExists(atPath: left))
  }

  /// What a worker says to standard error goes to a file: a limit of the session on files is the machine's.
  @Test func theSessionsLimitOnFilesIsTheMachines() async {
    let path = scratch.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      var limit = rlimit(rlim_cur: 5000, rlim_max: 5000)
      _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let request = AttemptRequest(
        number: 1, molecule: nil, geometry: nil, executable: "/bin/sh",
        arguments: ["-c", "read -r line; exec yes >&2"], environment: ["PATH": "/usr/bin:/bin"],
        timeLimitSeconds: 300, standardInput: "question", isForWorker: true)
      let output = await LocalExecutor().run(request, in: "\(path)/attempt")
      #expect(output.termination == .signalled(SIGXFSZ))
      let failure = output.terminationFailure(of: "yes", timeLimitSeconds: 1)
      #expect(AttemptVerdict(on: failure, after: output.termination, isDiskFull: false) == .machine)
    }
  }

  // MARK: One that answers

  @Test func oneWorkerAnswersAThousandQuestions() async {
    var processes: Set<Substring> = []
    for number in 1...1000 {
      let output = await ask(Self.echo, "question \(number)")
      #expect(output.termination == .exited(0))
      #expect(output.standardOutput.hasSuffix(" question \(number)"))
      if let process = process(output) { processes.insert(process) }
    }
    #expect(processes.count == 1)
  }

  @Test func twoQuestionsAtOnceTakeTwoWorkersWhichStay() async {
    // Each answers only once the other has its question as well.
    let script = "while read -r mine other; do : > ../$mine; until test -e ../$other; do :; done; echo $$; done"
    async let first = ask(script, "a b")
    async let second = ask(script, "b a")
    let both = await [first.standardOutput, second.standardOutput]
    #expect(Set(both).count == 2)
    #expect(both.contains(await ask(script, "c a").standardOutput))
  }

  @Test func commandsAreNotMixedUp() async {
    #expect(await ask("while read -r l; do echo one; done", "").standardOutput == "one")
    #expect(await ask("while read -r l; do echo two; done", "").standardOutput == "two")
    #expect(await ask("while read -r l; do echo one; done", "").standardOutput == "one")
  }

  @Test func aLongQuestionAndALongAnswerPass() async {
    let question = String(repeating: "x", count: 1 << 19)
    let output = await ask("while read -r line; do echo \"$line\"; done", question)
    #expect(output.standardOutput == question)
  }

  @Test func itWorksInAFolderOfItsOwnWithThatAsHome() async {
    let said = await ask("read -r l; echo \"$PWD $HOME $TMPDIR\"; read -r l", "").standardOutput.split(separator: " ")
    #expect(Set(said).count == 1)
    #expect(said.first?.hasPrefix("\(scratch.path)/worker-") == true)
  }

  @Test func itIsToldOfItsErrorsQuestionByQuestion() async {
    let script = "while read -r line; do echo \"error $line\" >&2; echo done; done"
    #expect(await ask(script, "1").standardError == "error 1\n")
    #expect(await ask(script, "2").standardError == "error 2\n")
  }

  // MARK: One that does not

  /// Expects that the question is answered, by another process.
  private func expectANewWorker(_ script: String, than old: AttemptOutput) async {
    let next = await ask(script, "fine")
    #expect(next.termination == .exited(0))
    #expect(next.standardOutput.hasSuffix(" fine"))
    #expect(process(next) != process(old))
  }

  /// Answers like `echo`, except for the question "bad".
  private static func echo(butWhenBad command: String) -> String {
    "while read -r line; do test \"$line\" = bad && { \(command); }; echo \"$$ $line\"; done"
  }

  @Test func oneThatDiesIsFollowedByAnother() async {
    for (command, ending) in [
      ("echo oops >&2; exit 3", Termination.exited(3)), ("echo oops >&2; kill -SEGV $$", .signalled(SIGSEGV)),
    ] {
      let script = Self.echo(butWhenBad: command)
      let before = await ask(script, "good")
      let output = await ask(script, "bad")
      #expect(output.termination == ending)
      #expect(output.standardError == "oops\n")
      #expect(output.standardOutput == "")
      await expectANewWorker(script, than: before)
    }
  }

  @Test func oneThatHangsIsStoppedAndItsLateAnswerIsNobodys() async {
    let script = Self.echo(butWhenBad: "trap 'echo late; exit' TERM; sleep 1000 & wait")
    let before = await ask(script, "good")
    #expect(await ask(script, "bad", timeLimitSeconds: 0.3).termination == .timedOut)
    await expectANewWorker(script, than: before)
  }

  @Test func oneThatSaysMoreThanItIsAskedIsStopped() async {
    let script = Self.echo(butWhenBad: "printf 'one\\ntwo\\n'")
    let before = await ask(script, "good")
    let output = await ask(script, "bad")
    #expect(output.termination == .exited(0))
    #expect(output.standardOutput == "one")
    await expectANewWorker(script, than: before)
  }

  @Test(arguments: [#"ready"#, #"{"id": 8}"#, #"[7]"#])
  func oneWhoseLineIsNotTheAnswerIsStopped(_ line: String) async throws {
    let script = "echo start >> ../starts; while read -r line; do echo '\(line)'; done"
    let question = #"{"id": 7}"#
    for starts in 1...2 {
      #expect(await ask(script, question).standardOutput == line)
      let said = try String(contentsOfFile: "\(scratch.path)/starts", encoding: .utf8)
      #expect(said == String(repeating: "start\n", count: starts))
    }
  }

  @Test(arguments: [#"{"id": 7}"#, #"{"id": null}"#, "{}"])
  func oneThatMayHaveAnsweredStays(_ line: String) async {
    let script = "while read -r line; do echo '\(line)'; done"
    _ = await ask(script, #"{"id": 7}"#)
    let folders = scratch.contents
    _ = await ask(script, #"{"id": 7}"#)
    #expect(scratch.contents == folders)
    #expect(folders.count == 1)
  }

  @Test(arguments: ["cat /dev/zero", "yes | tr -d '\\n'", "cat /dev/zero >&2"])
  func oneThatNeverStopsTalkingIsStopped(_ command: String) async {
    let script = Self.echo(butWhenBad: "exec \(command)")
    let before = await ask(script, "good")
    let output = await ask(script, "bad")
    #expect(output.termination == .outputLimitExceeded(bytes: 1 << 20))
    #expect(output.standardOutput.utf8.count <= 1 << 20)
    await expectANewWorker(script, than: before)
  }

  @Test func aQuestionThatKillsIsAskedOfANewWorkerOnce() async throws {
    let script = "echo start >> ../starts; \(Self.echo(butWhenBad: "exit 7"))"
    _ = await ask(script, "good")
    #expect(await ask(script, "bad").termination == .exited(7))
    #expect(await ask(script, "bad").termination == .exited(7))
    let starts = try String(contentsOfFile: "\(scratch.path)/starts", encoding: .utf8)
    #expect(starts == "start\nstart\nstart\n")
  }

  @Test func oneThatEndedBetweenQuestionsIsReplaced() async throws {
    // The parent is the keeper, which ends after its program.
    let script = "read -r line; echo \"$PPID $line\""
    let first = await ask(script, "first")
    try await expectGone(String(process(first) ?? ""), count: 1)
    #expect(await ask(script, "second").standardOutput.hasSuffix(" second"))
  }

  @Test func oneThatReadsNothingRaisesNoSignal() async {
    let output = await ask("exec <&-; exit 4", String(repeating: "x", count: 1 << 20))
    #expect(output.termination == .exited(4))
  }

  @Test func aProgramThatIsMissingIsNamed() async {
    let request = AttemptRequest(
      number: 1, molecule: nil, geometry: nil, executable: "/no/such/program", arguments: [], environment: [:],
      timeLimitSeconds: 300, standardInput: "", isForWorker: true)
    #expect(
      await executor.run(request, in: folder).termination
        == .notStarted("there is no program at '/no/such/program'."))
  }

  @Test func aQuestionOfTwoLinesIsRefused() async {
    #expect(await ask(Self.echo, "one\ntwo").termination == .notStarted("its question has more than one line."))
    #expect(await ask(Self.echo, "one\n").standardOutput.hasSuffix(" one"))
  }

  // MARK: When Cohobate stops

  @Test func cancellationStopsTheWorker() async throws {
    let witness = try Witness(in: scratch.path)
    let request = request("exec 9>'\(witness.path)'; read -r line; echo asked >&9; sleep 1000", "?")
    let running = Task { [executor, folder] in await executor.run(request, in: folder) }
    #expect(await witness.hears(["asked"]))
    running.cancel()
    #expect(await running.value.termination == .cancelled)
    #expect(await witness.isDeserted())
    #expect(scratch.contents == ["witness"])
  }

  @Test func workersEndWithTheirExecutor() async throws {
    let witness = try Witness(in: scratch.path)
    let script = "exec 9>'\(witness.path)'; trap '' TERM; while read -r line; do echo \"$line\"; done; sleep 1000"
    do {
      let passing = LocalExecutor(graceSeconds: 0.1)
      #expect(await passing.run(request(script, "here"), in: folder).standardOutput == "here")
    }
    #expect(await witness.isDeserted())
  }

  /// Also one that was stopped before, and takes its time.
  @Test func thoseWhoNeedWorkersAreHeldUntilAllHaveEnded() async throws {
    let request = request("trap '' TERM; while read -r line; do echo other; done; sleep 1000", #"{"id": 7}"#)
    let executor = LocalExecutor()
    let said = try await executor.session(as: "workers") { await executor.run(request, in: folder).standardOutput }
    #expect(said == "other")
    #expect(scratch.contents == [])
    // Another session may follow.
    #expect(
      try await executor.session(as: "workers") { await executor.run(request, in: folder).standardOutput } == "other")
    #expect(scratch.contents == [])
  }

  @Test func workersEndWithAControllerThatIsKilledAndLeaveNoFolder() async throws {
    let witness = try Witness(in: scratch.path)
    let script = "exec 9>'\(witness.path)'; trap '' TERM; while read -r line; do echo \"$line\"; done; sleep 1000"
    let request = request(script, "here")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [script = request.arguments[1] as String, folder = folder as String] in
      let request = AttemptRequest(
        number: 1, molecule: nil, geometry: nil, executable: "/bin/sh", arguments: ["-c", script],
        environment: ["PATH": "/usr/bin:/bin"], timeLimitSeconds: 300, standardInput: "here", isForWorker: true)
      let executor = LocalExecutor(graceSeconds: 0.1)
      guard await executor.run(request, in: folder).standardOutput == "here" else { return }
      kill(getpid(), SIGKILL)
      _ = executor
    }
    #expect(await witness.isDeserted())
    // The keeper, which removes the folder, ends just after the last of its charges.
    let deadline = ContinuousClock.now + .seconds(60)
    while scratch.contents != ["witness"], ContinuousClock.now < deadline { await Task.yield() }
    #expect(scratch.contents == ["witness"])
  }
}
