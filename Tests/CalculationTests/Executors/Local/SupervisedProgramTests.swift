import Calculation
import Foundation
import Glibc
import Testing

/// What the keeper does for a program and to it, seen through the executor.
@Suite struct SupervisedProgramTests {
  let scratch: Scratch
  let witness: Witness

  init() throws {
    scratch = try Scratch()
    witness = try Witness(in: scratch.path)
  }

  /// A shell that holds the witness's pipe as descriptor 9, as do its descendants.
  private func shell(_ script: String, timeLimitSeconds: Double = 300) -> AttemptRequest {
    Self.shell(script, witness.path, timeLimitSeconds)
  }

  private static func shell(_ script: String, _ witness: String, _ timeLimitSeconds: Double = 300) -> AttemptRequest {
    .running("/bin/sh", ["-c", "exec 9>\"$0\"; \(script)", witness], timeLimitSeconds: timeLimitSeconds)
  }

  /// A program with children deaf to SIGTERM: one in its group, one in a session of its own, and an orphan of that one's.
  private static let family = """
    trap '' TERM
    sh -c 'echo child >&9; exec sleep 1000' &
    setsid sh -c '(sh -c "echo orphan >&9; exec sleep 1000" &); echo session >&9; exec sleep 1000' &
    """
  private static let members: Set = ["child", "orphan", "session"]

  // MARK: Nothing outlives

  @Test func nothingOutlivesAControllerThatIsKilled() async throws {
    let (path, pipe) = (scratch.path, witness.path)
    async let end: Void? = #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, pipe = pipe as String] in
      let executor = LocalExecutor(graceSeconds: 0.1)
      let running = Task { await executor.run(Self.shell("\(Self.family) wait", pipe), in: path) }
      let started = try await fileAppears("\(path)/go")
      #expect(started)
      kill(getpid(), SIGKILL)
      _ = await running.value
    }.map { _ in }
    #expect(await witness.hears(Self.members))
    _ = try scratch.write("", to: "go")
    _ = await end
    #expect(await witness.isDeserted())
  }

  /// The outer keeper inherits what the inner one's program left; the kernel tells the inner one of the outer one's end. Where both
  /// are stopped or killed it is an accident, never the program's doing.
  @Test(arguments: ["kill -KILL $PPID", "kill -KILL $(cut -d' ' -f4 /proc/$PPID/stat)"])
  func nothingOutlivesAKeeperThatIsKilled(kill: String) async {
    let output = await LocalExecutor(graceSeconds: 0.1).run(
      shell("\(Self.family) \(kill); wait; sleep 1000"), in: scratch.path)
    // The inner one may have said that it was told to stop.
    #expect([.signalled(SIGKILL), .signalled(SIGTERM)].contains(output.termination))
    #expect(await witness.isDeserted())
  }

  @Test func aKeeperThatIsStoppedKeepsTheClockAllTheSame() async {
    let output = await LocalExecutor(graceSeconds: 0.1).run(
      shell("kill -STOP $PPID; sleep 1000", timeLimitSeconds: 1), in: scratch.path)
    #expect(output.termination == .timedOut)
  }

  @Test func nothingOutlivesTheTimeLimit() async {
    let output = await LocalExecutor(graceSeconds: 0.1).run(
      shell("\(Self.family) wait", timeLimitSeconds: 1), in: scratch.path)
    #expect(output.termination == .timedOut)
    #expect(await witness.isDeserted())
  }

  @Test func nothingOutlivesTheProgram() async {
    let output = await LocalExecutor().run(shell("\(Self.family) exit 5"), in: scratch.path)
    #expect(output.termination == .exited(5))
    #expect(await witness.isDeserted())
  }

  @Test func orphansThatEndLeaveNoZombies() async throws {
    let output = await LocalExecutor().run(
      shell(
        """
        for i in 1 2 3 4 5 6 7 8; do (sh -c 'exit 0' &); done
        while grep -q '^State:.Z' $(for p in $(cat /proc/$PPID/task/*/children); do echo /proc/$p/status; done); do :; done
        """), in: scratch.path)
    #expect(output.termination == .exited(0))
  }

  /// The keeper by itself, with nobody beside it that has a clock.
  @Test func theKeeperKeepsTheClock() throws {
    let keeper = Process()
    keeper.executableURL = URL(filePath: try BundledExecutable.path(of: LocalExecutor.keeper))
    keeper.currentDirectoryURL = URL(filePath: scratch.path)
    keeper.arguments =
      ["1000000", "1000000", "1000000000", "1024", "50", "1000", "/dev/null", "out", "err", "-"] + [
        "/bin/sleep", "1000",
      ]
    let (lifeline, words) = (Pipe(), Pipe())
    (keeper.standardInput, keeper.standardError) = (lifeline, words)
    try keeper.run()
    keeper.waitUntilExit()
    #expect(keeper.terminationReason == .uncaughtSignal && keeper.terminationStatus == SIGTERM)
    let said = String(decoding: words.fileHandleForReading.availableData, as: UTF8.self)
    let report = try #require(try /ended (\d+) limit \d+ bytes \d+ files\n/.wholeMatch(in: said), "\(said)")
    #expect(try #require(Int(report.1)) >= 50_000)
    try lifeline.fileHandleForWriting.close()
  }

  /// Whether a program can be made here that another user may start and not end.
  private static var canMakeSetuidPrograms: Bool {
    var system = statvfs()
    guard geteuid() == 0, Program.isThere("/usr/bin/setpriv"),
      unsafe statvfs(FileManager.default.temporaryDirectory.path(percentEncoded: false), &system) == 0
    else { return false }
    return Int(system.f_flag) & 2 == 0  // ST_NOSUID
  }

  @Test(.enabled(if: canMakeSetuidPrograms)) func whatCannotBeKilledIsNamedAndLeft() throws {
    let (copy, raised, folder) = ("\(scratch.path)/keeper", "\(scratch.path)/raised", try scratch.folder())
    try FileManager.default.copyItem(atPath: try BundledExecutable.path(of: LocalExecutor.keeper), toPath: copy)
    try FileManager.default.copyItem(atPath: "/usr/bin/setpriv", toPath: raised)
    for (path, mode) in [(scratch.path, 0o755), (copy, 0o755), (raised, 0o4755), (folder, 0o777)] {
      #expect(unsafe chmod(path, mode_t(mode)) == 0)
    }
    let keeper = Process()
    keeper.executableURL = URL(filePath: "/usr/bin/setpriv")
    keeper.currentDirectoryURL = URL(filePath: folder)
    keeper.arguments =
      ["--reuid", "65534", "--clear-groups", copy]
      + ["1000000", "1000000", "1000000000", "1024", "50", "50", "/dev/null", "out", "err", "-"]
      + [raised, "--reuid", "0", "--clear-groups", "/bin/sleep", "600"]
    let (lifeline, words) = (Pipe(), Pipe())
    (keeper.standardInput, keeper.standardError) = (lifeline, words)
    try keeper.run()
    keeper.waitUntilExit()
    let said = String(decoding: words.fileHandleForReading.availableData, as: UTF8.self)
    #expect(said.hasPrefix("ended "), "\(said)")
    let errors = try String(contentsOfFile: "\(folder)/err", encoding: .utf8)
    let left = try #require(
      try /cohobate-keeper: process (\d+) \(sleep\) could not be ended, and was left.\n/.wholeMatch(in: errors),
      "\(errors)")
    #expect(kill(try #require(pid_t(left.1)), SIGKILL) == 0)
    try lifeline.fileHandleForWriting.close()
  }

  // MARK: What comes through

  @Test(arguments: [0, 1, 126, 127, 128, 137, 255]) func everyStatusIsTold(_ status: Int32) async {
    #expect(await LocalExecutor().run(shell("exit \(status)"), in: scratch.path).termination == .exited(status))
  }

  @Test(arguments: [SIGHUP, SIGINT, SIGKILL, SIGTERM, SIGPIPE, SIGABRT, SIGSEGV, SIGUSR1])
  func everySignalIsTold(_ signal: Int32) async {
    let output = await LocalExecutor().run(shell("kill -\(signal) $$"), in: scratch.path)
    #expect(output.termination == .signalled(signal))
  }

  /// A program of the same user may find the keeper's descriptor.
  @Test(arguments: ["ended 1 limit 1 bytes 1 files", "nonsense"])
  func whatAProgramWritesInTheKeepersNameIsNotBelieved(_ words: String) async {
    let output = await LocalExecutor().run(shell("echo '\(words)' 2>&- > /proc/$PPID/fd/2; exit 0"), in: scratch.path)
    #expect(output.termination == .exited(0))
  }

  /// Whatever the program makes of it, its end was no doing of its own.
  @Test func aKeeperThatIsToldToStopIsAnAccident() async {
    let output = await LocalExecutor().run(
      shell("trap 'exit 143' TERM; kill -TERM $PPID; sleep 1000 & wait"), in: scratch.path)
    #expect(output.termination == .signalled(SIGTERM))
  }

  /// So that `pkill -9 cohobate` leaves it to end the programs.
  @Test func theKeeperIsNotCalledAsCohobateIs() async {
    let output = await LocalExecutor().run(shell("cat /proc/$PPID/comm"), in: scratch.path)
    #expect(output.standardOutput == "keeper\n")
  }

  /// As another user than root, who may ask about every file.
  @Test(.enabled(if: geteuid() != 0)) func whatCannotBeAskedAboutCountsForNothing() async {
    let output = await LocalExecutor(folderLimitBytes: 1 << 20).run(
      shell("head -c 600000 /dev/zero > large; mkdir shut; touch shut/1 shut/2 shut/3; chmod 400 shut"),
      in: scratch.path)
    #expect(output.termination == .exited(0))
    unsafe chmod("\(scratch.path)/shut", 0o700)
  }

  @Test func signalsAreAsAProgramExpectsThem() async {
    let output = await LocalExecutor().run(.running("/bin/grep", ["^Sig[BI]", "/proc/self/status"]), in: scratch.path)
    let sets = output.standardOutput.split(separator: "\n").compactMap { line in
      line.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) }
    }
    // 32 and 33 are the C library's own, which it never lets anybody set.
    #expect(sets.map { $0 & 0x7fff_ffff } == [0, 0])
  }

  @Test func itHasItsThreeFilesAndNoOthers() async throws {
    let folder = "\(scratch.path)/files"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let output = await LocalExecutor().run(
      .running("/bin/sh", ["-c", "for f in /proc/$$/fd/*; do readlink $f; done"]), in: folder)
    let files = output.standardOutput.split(separator: "\n").map(String.init)
    #expect(Set(files) == ["/dev/null", "\(folder)/stdout", "\(folder)/stderr"])
    let limits = await LocalExecutor().run(.running("/bin/cat", ["/proc/self/limits"]), in: folder)
    #expect(limits.standardOutput.contains(/Max core file size +0 +0/))
  }

  @Test func oneThatIgnoresTheSignalOfTheLimitIsToldFromOneThatKeptToIt() async {
    let output = await LocalExecutor(outputLimitBytes: 1000).run(
      shell("trap '' XFSZ; yes 2>/dev/null; exit 0"), in: scratch.path)
    #expect(output.termination == .outputLimitExceeded(bytes: 1000))
  }

  @Test func standardInputIsWhatTheRequestGives() async {
    let text = String(repeating: "a line\n", count: 100_000)
    let request = AttemptRequest(
      number: 1, molecule: nil, geometry: nil, executable: "/bin/cat", arguments: [], environment: [:],
      timeLimitSeconds: 300, standardInput: text)
    #expect(await LocalExecutor().run(request, in: scratch.path).standardOutput == text)
  }

  @Test(arguments: ["-rf", "a b", "new\nline", "'quote\"", "$(touch x)", "*", ""])
  func argumentsAndFoldersMayBeCalledAnything(_ word: String) async throws {
    let folder = "\(scratch.path)/-\(word)-"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let output = await LocalExecutor().run(
      .running("/bin/sh", ["-c", "printf '%s|' \"$PWD\" \"$@\"", word, word, "--", word]), in: folder)
    #expect(output.standardOutput == "\(folder)|\(word)|--|\(word)|")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["stderr", "stdout"])
  }

  @Test(arguments: ["#!/no/such/interpreter\n", "neither a script nor a program"])
  func aFileThatCannotBeExecutedIsNamed(_ text: String) async throws {
    let path = try scratch.write(text, to: "odd")
    unsafe chmod(path, 0o755)
    guard case .notStarted(let reason) = await LocalExecutor().run(.running(path), in: scratch.path).termination else {
      Issue.record("It was started.")
      return
    }
    #expect(reason.contains("'\(path)' cannot be executed"))
  }
}

/// Waits until a file is there.
private func fileAppears(_ path: String) async throws -> Bool {
  let deadline = ContinuousClock.now + .seconds(60)
  while ContinuousClock.now < deadline {
    if FileManager.default.fileExists(atPath: path) { return true }
    await Task.yield()
  }
  return false
}
