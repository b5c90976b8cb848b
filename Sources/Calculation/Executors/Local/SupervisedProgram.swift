import Files
import Glibc
import Subprocess

/// A program that is run by `cohobate-keeper`, within limits and in its own process group. The keeper stops it, with
/// all its descendants, when the lifeline is closed, even if Cohobate was killed.
///
/// The keeper also measures the time, so that a busy Cohobate does not delay the time limit.
package struct SupervisedProgram: Sendable {
  /// Bounds on every process of the program, and on its folder.
  package struct Limits: Sendable {
    package let fileBytes: Int
    package let folderBytes: Int
    package let memoryBytes: Int
    package let graceSeconds: Double

    package init(fileBytes: Int, folderBytes: Int, memoryBytes: Int, graceSeconds: Double) {
      (self.fileBytes, self.folderBytes) = (fileBytes, folderBytes)
      (self.memoryBytes, self.graceSeconds) = (memoryBytes, graceSeconds)
    }
  }

  /// How a run ended.
  struct Ending: Sendable {
    let termination: Termination
    /// The wall time from the program's start to its end; nil if it was not started.
    var wallSeconds: Double?
  }

  let commandLine: [String]
  let environment: [String: String]
  let folder: String
  let limits: Limits
  /// The program's standard input: a file, or `SupervisedProgram.keepers` for the lifeline itself.
  var standardInput = "/dev/null"
  /// The program's standard output: a file, or `SupervisedProgram.keepers`.
  var standardOutput = "stdout"
  /// Whether the folder is removed at the end.
  var removesFolder = false
  /// The seconds of wall time after which the program is stopped; nil for never.
  var timeLimitSeconds: Double?

  /// Stands for the keeper's own descriptor.
  static let keepers = "-"
  static let standardError = "stderr"

  /// The time in seconds, after the grace period, to wait for a keeper that was told to stop. Only a keeper with a
  /// process that even SIGKILL does not end (because of a hanging network disk) needs any; it gives up a little
  /// earlier.
  private static let patienceSeconds = 10.0

  /// Runs the program until it ends, exceeds a limit, or the task is cancelled.
  /// - Parameters:
  ///   - input: The reading end of the lifeline: the keeper's standard input.
  ///   - output: The keeper's standard output, passed on to the program; nil if the program's output goes to a file.
  func run(input: Descriptor, output: Descriptor? = nil) async -> Ending {
    if Task.isCancelled { return Ending(termination: .cancelled) }
    do {
      let keeper = try BundledExecutable.path(of: LocalExecutor.keeper)
      let words = try Descriptor.pipe()
      var options = PlatformOptions()
      // A new session, so that Ctrl-C in a terminal reaches only Cohobate.
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
      let report = KeeperReport(
        KeeperReport.Status(outcome.terminationStatus),
        saying: String(decoding: words.reading.read() ?? [], as: UTF8.self),
        limits: limits, sessionFileBytes: SessionLimits.fileBytes)
      return Ending(termination: report.termination, wallSeconds: report.wallSeconds)
    } catch {
      return Ending(termination: Task.isCancelled ? .cancelled : .notStarted("\(error)"))
    }
  }

  private var arguments: [String] {
    // A limit below a millisecond is rounded up to one; years are treated as unlimited.
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

extension KeeperReport.Status {
  fileprivate init(_ status: TerminationStatus) {
    switch status {
    case .exited(let status): self = .exited(status)
    case .signaled(let signal): self = .signalled(signal)
    }
  }
}

/// A path in the form that the library expects: a type of another package, which need not be imported for this.
private func path<Path: ExpressibleByStringLiteral>(_ text: String) -> Path where Path.StringLiteralType == String {
  Path(stringLiteral: text)
}

/// A descriptor in the form that the library expects, again of a type that need not be imported.
private func descriptor<Other: RawRepresentable<CInt>>(_ number: CInt) -> Other {
  guard let descriptor = Other(rawValue: number) else {
    preconditionFailure("Every number is a descriptor to the library.")
  }
  return descriptor
}
