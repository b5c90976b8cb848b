import Files
import Glibc
import Subprocess

/// A program that is run by `cohobate-keeper`: within limits, and in a group of its own. The keeper stops it, with all that
/// descends from it, when nobody holds the lifeline any more, be it because Cohobate was killed.
///
/// The keeper has the clock as well: however busy Cohobate is, the time limit falls when it is due.
struct KeptProgram: Sendable {
  /// Bounds on every process of the program, and on its folder.
  struct Limits: Sendable {
    let fileBytes: Int
    let folderBytes: Int
    let memoryBytes: Int
    let graceSeconds: Double
  }

  /// How a run ended.
  struct Ending: Sendable {
    let termination: Termination
    /// From the program's start to its end; nil where it was not started.
    var wallSeconds: Double?
  }

  let commandLine: [String]
  let environment: [String: String]
  let folder: String
  let limits: Limits
  /// The program's standard input: a file, or `KeptProgram.keepers` for the lifeline itself.
  var standardInput = "/dev/null"
  /// The program's standard output: a file, or `KeptProgram.keepers`.
  var standardOutput = "stdout"
  /// Whether the folder is removed at the end.
  var removesFolder = false
  /// The seconds of wall time after which the program is stopped; nil for never.
  var timeLimitSeconds: Double?

  /// Stands for the descriptor that the keeper itself was given.
  static let keepers = "-"
  static let standardError = "stderr"

  /// So long after the grace a keeper is waited for that has been told to stop. Only one that waits for a process which even
  /// SIGKILL does not end (a hanging network disk) takes any time at all; it gives up a little earlier.
  private static let patienceSeconds = 10.0

  /// Runs the program to its end, its limits, or until the task is cancelled.
  /// - Parameters:
  ///   - input: The reading end of the lifeline: the keeper's standard input.
  ///   - output: The keeper's standard output, which is then the program's alone; nil where that goes to a file.
  func run(input: Descriptor, output: Descriptor? = nil) async -> Ending {
    if Task.isCancelled { return Ending(termination: .cancelled) }
    do {
      let keeper = try Companion.path(of: LocalExecutor.keeper)
      let words = try Descriptor.pipe()
      var options = PlatformOptions()
      // So that a terminal's Ctrl-C reaches only Cohobate.
      options.createSession = true
      options.teardownSequence = [
        .send(
          signal: .terminate, toProcessGroup: false,
          allowedDurationToNextStep: .seconds(limits.graceSeconds + Self.patienceSeconds))
      ]
      let outcome = try await Subprocess.run(
        .path(path(keeper)), arguments: Arguments(arguments), environment: .custom(variables),
        workingDirectory: path(folder), platformOptions: options,
        input: .fileDescriptor(descriptor(input.number), closeAfterSpawningProcess: false),
        output: output.map { .fileDescriptor(descriptor($0.given()), closeAfterSpawningProcess: true) }
          ?? .fileDescriptor(descriptor(words.writing.number), closeAfterSpawningProcess: false),
        error: .fileDescriptor(descriptor(words.writing.number), closeAfterSpawningProcess: false))
      if Task.isCancelled { return Ending(termination: .cancelled) }
      words.reading.waitNever()
      let said = String(decoding: words.reading.read() ?? [], as: UTF8.self).split(separator: "\n")
      // The last line is the keeper's, whatever a program wrote to the same pipe before.
      let report = said.last.flatMap(KeeperReport.init)
      if report == nil, let obstacle = said.first { return Ending(termination: .notStarted("\(obstacle).")) }
      return Ending(
        termination: termination(outcome.terminationStatus, report), wallSeconds: report?.wallSeconds)
    } catch {
      return Ending(termination: Task.isCancelled ? .cancelled : .notStarted("\(error)"))
    }
  }

  /// What the keeper says of the end counts more than the status, which a program may choose.
  private func termination(_ status: TerminationStatus, _ report: KeeperReport?) -> Termination {
    switch (report?.reason, status) {
    case (.limit, _): .timedOut
    // The lifeline is held here, so that somebody else told the keeper to stop: a signal to the whole group, say.
    case (.stopped, _): .signalled(SIGTERM)
    case (.folder, _):
      .folderLimitExceeded(bytes: limits.folderBytes, found: report?.bytes ?? 0, files: report?.files ?? 0)
    case (_, .exited(let status)): .exited(status)
    // Where the session's own limit is lower, that is the machine's, whatever the molecule is.
    case (_, .signaled(SIGXFSZ)) where (SessionLimits.fileBytes ?? .max) >= limits.fileBytes:
      .outputLimitExceeded(bytes: limits.fileBytes)
    case (_, .signaled(let signal)): .signalled(signal)
    }
  }

  private var arguments: [String] {
    // A limit of less than a millisecond is one all the same; and years are as good as for ever.
    let limit = timeLimitSeconds.map { Int(min(max(1, $0 * 1000), 1e12)) } ?? 0
    return [
      "\(limits.fileBytes)", "\(limits.folderBytes)", "\(limits.memoryBytes)", "\(SessionLimits.openFilesOfPrograms)",
      "\(limit)", "\(Int(limits.graceSeconds * 1000))", standardInput, standardOutput, Self.standardError,
      removesFolder ? folder : "-",
    ] + commandLine
  }

  private var variables: [Environment.Key: String] {
    environment.merging(["HOME": folder, "TMPDIR": folder]) { $1 }
      .reduce(into: [:]) { $0[Environment.Key(stringLiteral: $1.key)] = $1.value }
  }
}

/// The keeper's last line: `ended 1234567 limit 40960 bytes 9 files`.
private struct KeeperReport {
  enum Reason: Substring {
    case itself, stopped, limit, folder
  }

  let wallSeconds: Double
  let reason: Reason
  /// What was in the program's folder, or the part of it that was counted before it was too much.
  let bytes: Int
  let files: Int

  init?(_ line: Substring) {
    let words = line.split(separator: " ")
    guard words.count == 7, words[0] == "ended", let ran = Double(words[1]), let reason = Reason(rawValue: words[2]),
      let bytes = Int(words[3]), let files = Int(words[5])
    else { return nil }
    (wallSeconds, self.reason, self.bytes, self.files) = (ran / 1e6, reason, bytes, files)
  }
}

/// A path as the library wants it: a type of a package of its own, which need not be imported for this.
private func path<Path: ExpressibleByStringLiteral>(_ text: String) -> Path where Path.StringLiteralType == String {
  Path(stringLiteral: text)
}

/// A descriptor as the library wants it, again of a type that need not be imported.
private func descriptor<Other: RawRepresentable<CInt>>(_ number: CInt) -> Other {
  guard let descriptor = Other(rawValue: number) else {
    preconditionFailure("Every number is a descriptor to the library.")
  }
  return descriptor
}
