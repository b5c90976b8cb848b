import Glibc
import Subprocess

/// A program that is run by `cohobate-keeper`: within limits, and in a group of its own. The keeper stops it, with all that
/// descends from it, when nobody holds the lifeline any more, be it because Cohobate was killed.
struct KeptProgram: Sendable {
  /// Bounds on every process of the program.
  struct Limits: Sendable {
    let fileBytes: Int
    let memoryBytes: Int
    let graceSeconds: Double
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

  /// Stands for the descriptor that the keeper itself was given.
  static let keepers = "-"
  static let standardError = "stderr"

  /// So long after the grace a keeper is waited for that has been told to stop. Only one that waits for a process which even
  /// SIGKILL does not end (a hanging network disk) takes any time at all.
  private static let patienceSeconds = 10.0

  /// Runs the program to its end, or until the task is cancelled.
  /// - Parameters:
  ///   - input: The reading end of the lifeline: the keeper's standard input.
  ///   - output: The keeper's standard output, which is then the program's alone; nil where that goes to a file.
  func run(input: Descriptor, output: Descriptor? = nil) async -> Termination {
    if Task.isCancelled { return .cancelled }
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
      if Task.isCancelled { return .cancelled }
      words.reading.waitNever()
      if let said = words.reading.read(), !said.isEmpty {
        return .notStarted(String(decoding: said, as: UTF8.self) + ".")
      }
      return switch outcome.terminationStatus {
      case .exited(let status): .exited(status)
      case .signaled(SIGXFSZ): .outputLimitExceeded(bytes: limits.fileBytes)
      case .signaled(let signal): .signalled(signal)
      }
    } catch {
      return Task.isCancelled ? .cancelled : .notStarted("\(error)")
    }
  }

  private var arguments: [String] {
    [
      "\(limits.fileBytes)", "\(limits.memoryBytes)", "\(Int(limits.graceSeconds * 1000))", standardInput,
      standardOutput, Self.standardError, removesFolder ? folder : "-",
    ] + commandLine
  }

  private var variables: [Environment.Key: String] {
    environment.merging(["HOME": folder, "TMPDIR": folder]) { $1 }
      .reduce(into: [:]) { $0[Environment.Key(stringLiteral: $1.key)] = $1.value }
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
