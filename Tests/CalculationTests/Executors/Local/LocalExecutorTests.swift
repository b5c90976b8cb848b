import Calculation
import Foundation
import Glibc
import Testing

@Suite struct LocalExecutorTests {
  let scratch: Scratch
  let executor = LocalExecutor(outputLimitBytes: 1 << 20, graceSeconds: 0.2)

  init() throws {
    scratch = try Scratch()
  }

  func run(_ request: AttemptRequest) async -> AttemptOutput {
    await executor.run(request, in: scratch.path)
  }

  // MARK: A program that does what it should

  @Test func writesFilesRunsInTheFolderAndCollects() async {
    let request = AttemptRequest.running(
      "/bin/sh", ["-c", "pwd; cat a; printf hello > b; : > empty; echo oops >&2"],
      files: [.init(name: "a", contents: "α\n")], collect: ["b", "empty", "missing"])
    let output = await run(request)
    #expect(output.termination == .exited(0))
    #expect(output.standardOutput == "\(scratch.path)\nα\n")
    #expect(output.standardError == "oops\n")
    #expect(output.files == ["b": "hello", "empty": ""])
    #expect(output.wallSeconds > 0)
  }

  @Test func theEnvironmentIsTheRequestsAndTheFolder() async {
    let output = await run(.running("/usr/bin/env", environment: ["B": "2 3", "A": "1"]))
    #expect(
      Set(output.standardOutput.split(separator: "\n").map(String.init))
        == ["A=1", "B=2 3", "HOME=\(scratch.path)", "TMPDIR=\(scratch.path)"])
  }

  @Test func standardInputIsEmptyAndNoShellSeesTheArguments() async {
    #expect(await run(.running("/bin/cat")).termination == .exited(0))
    #expect(await run(.running("/bin/echo", ["$HOME", "*", "a b;"])).standardOutput == "$HOME * a b;\n")
  }

  @Test func textThatIsNoUTF8IsReadAllTheSame() async {
    #expect(await run(.running("/usr/bin/printf", ["a\\377b"])).standardOutput == "a\u{FFFD}b")
  }

  // MARK: A program that does not

  @Test func statusesAndSignalsAreTold() async {
    #expect(await run(.shell("exit 3")).termination == .exited(3))
    #expect(await run(.shell("kill -SEGV $$")).termination == .signalled(SIGSEGV))
  }

  @Test(arguments: ["/nonexistent/program", "sleep", "/tmp"]) func aMissingProgramIsNamed(program: String) async {
    guard case .notStarted(let reason) = await run(.running(program)).termination else {
      Issue.record("'\(program)' was started.")
      return
    }
    #expect(reason.contains("'\(program)'"))
  }

  @Test func aFileThatCannotBeWrittenIsNamed() async {
    let request = AttemptRequest.running("/bin/true", files: [.init(name: "no/such/folder", contents: "")])
    guard case .notStarted(let reason) = await run(request).termination else {
      Issue.record("It was started.")
      return
    }
    #expect(reason.contains("no/such/folder"))
  }

  @Test func aHangingProgramIsStoppedAtItsTimeLimit() async {
    let output = await run(.running("/bin/sleep", ["1000"], timeLimitSeconds: 0.3))
    #expect(output.termination == .timedOut)
    #expect(output.wallSeconds >= 0.3 && output.wallSeconds < 300)
  }

  @Test(arguments: [1e-9, 1e300]) func everyTimeLimitHasAMeaning(seconds: Double) async {
    let output = await run(.shell(seconds < 1 ? "sleep 1000" : "exit 0", timeLimitSeconds: seconds))
    #expect(output.termination == (seconds < 1 ? .timedOut : .exited(0)))
  }

  @Test func aProgramThatEndsWellWhenItIsStoppedHasTimedOutAllTheSame() async {
    let output = await run(
      .shell("trap 'exit 0' TERM; while :; do sleep 0.01; done", timeLimitSeconds: 0.2))
    #expect(output.termination == .timedOut)
  }

  @Test func aProgramThatClosesItsOutputIsStillTimed() async {
    #expect(await run(.shell("exec >&- 2>&-; sleep 1000", timeLimitSeconds: 0.3)).termination == .timedOut)
  }

  @Test func whatWasSaidBeforeTheLimitIsKept() async {
    let output = await run(.shell("echo words; echo errors >&2; sleep 1000", timeLimitSeconds: 0.5))
    #expect(output.termination == .timedOut)
    #expect(output.standardOutput == "words\n")
    #expect(output.standardError == "errors\n")
  }

  @Test func aDeafProgramIsKilledWithItsChildren() async throws {
    let output = await run(
      .shell("trap '' TERM; sleep 1000 & echo $$ $!; while :; do sleep 1000; done", timeLimitSeconds: 0.3))
    #expect(output.termination == .timedOut)
    try await expectGone(output.standardOutput, count: 2)
  }

  @Test func childrenLeftBehindAreKilled() async throws {
    let output = await run(.shell("sleep 1000 >/dev/null 2>&1 & echo $!"))
    #expect(output.termination == .exited(0))
    try await expectGone(output.standardOutput, count: 1)
  }

  @Test func aChildThatHoldsTheOutputOpenDoesNotHoldUpTheEnd() async throws {
    let output = await run(.shell("sleep 1000 & echo $!"))
    #expect(output.termination == .exited(0))
    #expect(output.wallSeconds < 300)
    try await expectGone(output.standardOutput, count: 1)
  }

  @Test(arguments: ["exec yes", "exec yes >&2", "exec yes >file"])
  func aProgramThatNeverStopsWritingIsStopped(script: String) async {
    let output = await run(.shell(script))
    #expect(output.termination == .outputLimitExceeded(bytes: 1 << 20))
    #expect(output.standardOutput.utf8.count + output.standardError.utf8.count <= 1 << 20)
  }

  @Test(arguments: [
    // A few large files, each below its own limit; and many small ones, below others.
    "while :; do head -c 500000 /dev/zero > file-$((i += 1)); done",
    "mkdir -p a/b; while :; do : > a/b/file-$((i += 1)); done",
  ])
  func aFolderThatGetsTooLargeStopsTheProgram(script: String) async {
    let executor = LocalExecutor(outputLimitBytes: 1 << 20, folderLimitBytes: 4 << 20)
    let output = await executor.run(.shell(script), in: scratch.path)
    guard case .folderLimitExceeded(bytes: 4 << 20, let found, let files) = output.termination else {
      Issue.record("It ended as \(output.termination).")
      return
    }
    #expect(found > 4 << 20 && files > 1)
  }

  @Test func aFolderThatIsTooLargeAtTheEndIsFoundAsWell() async {
    let executor = LocalExecutor(folderLimitBytes: 100_000)
    let output = await executor.run(.shell("head -c 200000 /dev/zero > file; echo done"), in: scratch.path)
    guard case .folderLimitExceeded(bytes: 100_000, _, _) = output.termination else {
      Issue.record("It ended as \(output.termination).")
      return
    }
    #expect(output.standardOutput == "done\n")
  }

  @Test func howMuchTheDiskStillTakesIsTold() async throws {
    let free = try #require(await run(.running("/bin/true")).freeBytes)
    #expect(free > 1 << 20)
  }

  @Test func aProgramThatWantsTooMuchMemoryIsRefusedIt() async {
    let frugal = LocalExecutor(memoryLimitBytes: 64 << 20)
    let output = await frugal.run(.running("/usr/bin/tail", ["/dev/zero"]), in: scratch.path)
    #expect(output.termination == .exited(1))
    #expect(output.standardError.contains("memory exhausted"))
    let limits = await executor.run(.running("/bin/cat", ["/proc/self/limits"]), in: scratch.path)
    let data = limits.standardOutput.split(separator: "\n").first { $0.hasPrefix("Max data size") }
    #expect(data?.contains(" \(8 << 30) ") == true)
  }

  @Test func aFolderThatIsNotThereIsNamed() async {
    let output = await executor.run(.running("/bin/true"), in: "\(scratch.path)/none")
    guard case .notStarted(let reason) = output.termination else {
      Issue.record("It was started.")
      return
    }
    #expect(reason.contains("\(scratch.path)/none"))
  }

  @Test func collectedFilesAreBounded() async throws {
    _ = try scratch.write(String(repeating: "x", count: 3 << 20), to: "big")
    #expect(await run(.running("/bin/true", collect: ["big"])).files["big"]?.utf8.count == 1 << 20)
  }

  // MARK: When Cohobate stops

  /// Nobody writes to the pipe, so that whoever opened it to read would wait for ever.
  @Test(arguments: ["mkfifo", "ln -s /dev/zero"]) func whatAProgramPutsInThePlaceOfAFileIsNotWaitedFor(command: String)
    async
  {
    let request = AttemptRequest(
      number: 1, molecule: nil, geometry: nil, executable: "/bin/sh",
      arguments: ["-c", "rm stdout stderr; for f in stdout stderr result; do \(command) $f; done"],
      environment: ["PATH": "/usr/bin:/bin"], timeLimitSeconds: 300, collect: ["result"])
    let output = await LocalExecutor().run(request, in: scratch.path)
    #expect(output.termination == .exited(0))
    #expect(output.standardOutput == "" && output.standardError == "" && output.files == [:])
  }

  /// The limit of the session and not the executor's own: the machine stopped the program.
  @Test(arguments: ["exec yes", "trap '' XFSZ; yes; exit 0"]) func theSessionsLimitOnFilesIsTheMachines(script: String)
    async
  {
    let path = scratch.path
    await #expect(processExitsWith: .success) { [path = path as String, script = script as String] in
      var limit = rlimit(rlim_cur: 5000, rlim_max: 5000)
      _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let output = await LocalExecutor().run(.running("/bin/sh", ["-c", script]), in: path)
      #expect(output.termination == .signalled(SIGXFSZ))
      let failure = output.terminationFailure(of: "yes", timeLimitSeconds: 1)
      #expect(failure?.failureClass == .resource)
      #expect(AttemptVerdict(on: failure, after: output.termination, isDiskFull: false) == .machine)
    }
  }

  @Test func cancellationStopsTheProgramAndItsChildren() async throws {
    let (executor, path) = (executor, scratch.path)
    let running = Task {
      await executor.run(.shell("sleep 1000 & echo $$ $! > pids.part; mv pids.part pids; wait"), in: path)
    }
    let identifiers = try await contents(of: "\(path)/pids")
    running.cancel()
    let output = await running.value
    #expect(output.termination == .cancelled)
    try await expectGone(identifiers, count: 2)
  }

  @Test func aCancelledTaskStartsNothing() async {
    let (executor, path) = (executor, scratch.path)
    let output = await Task {
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      return await executor.run(.shell("echo started > mark"), in: path)
    }.value
    #expect(output.termination == .cancelled)
    #expect(scratch.contents.isEmpty)
  }

  // MARK: The machine

  @Test func aFolderIsFreeUnlessAProcessWorksThere() async throws {
    let folder = try scratch.folder()
    #expect(await executor.isFree(folder))
    let program = Process()
    program.executableURL = URL(filePath: "/bin/sleep")
    program.arguments = ["1000"]
    program.currentDirectoryURL = URL(filePath: folder)
    try program.run()
    #expect(await !executor.isFree(folder))
    #expect(await !executor.isFreeNow(folder))
    // Folders below count for those above, and neighbours do not.
    #expect(await !executor.isFree(scratch.path))
    #expect(await executor.isFree(try scratch.folder()))
    #expect(await executor.isFreeNow(try scratch.folder()))
    let (executor, waiting) = (executor, ContinuousClock.now)
    async let isFree = executor.isFree(folder)
    // It inherits the signals that this thread blocks, such as SIGTERM.
    kill(program.processIdentifier, SIGKILL)
    program.waitUntilExit()
    #expect(await isFree)
    #expect(ContinuousClock.now - waiting < .seconds(60))
  }

  @Test func itsToolIsTheKeeper() async throws {
    let tools = await executor.tools()
    #expect(tools.map(\.name) == ["cohobate-keeper"])
    #expect(try tools.first?.place.get().hasSuffix("/cohobate-keeper") == true)
  }

  @Test func itRunsNoMoreAtOnceThanTheSessionAllows() {
    #expect(executor.capacity(wanted: 1).jobs == 1)
    #expect(executor.capacity(wanted: nil).jobs >= 1)
    let many = executor.capacity(wanted: 1 << 30)
    #expect(many.jobs < 1 << 30)
    #expect(many.notes.first?.contains("calculations run at once and not 1073741824") == true)
  }

  @Test func theProgramDiesWithAControllerThatIsKilled() async throws {
    let result = try await #require(
      processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]
    ) {
      let scratch = try Scratch()
      let path = scratch.path
      let running = Task {
        await LocalExecutor().run(.shell("echo $$ > pids.part; mv pids.part pids; exec sleep 1000"), in: path)
      }
      let identifier = try await contents(of: "\(path)/pids")
      try FileManager.default.removeItem(atPath: path)
      FileHandle.standardOutput.write(Data("sleeper \(identifier)".utf8))
      kill(getpid(), SIGKILL)
      _ = await running.value
    }
    let said = String(decoding: result.standardOutputContent, as: UTF8.self)
    let identifier = try #require(said.split(separator: "sleeper ").last)
    try await expectGone(String(identifier), count: 1)
  }
}

/// Waits until a file is there and reads it.
private func contents(of path: String) async throws -> String {
  let deadline = ContinuousClock.now + .seconds(60)
  while ContinuousClock.now < deadline {
    if let text = try? String(contentsOfFile: path, encoding: .utf8) { return text }
    await Task.yield()
  }
  throw CocoaError(.fileNoSuchFile)
}
