import Foundation
import Glibc
import Subprocess
import Synchronization

/// Runs attempts as processes of this machine.
///
/// Each program gets a session of its own, so that a terminal's Ctrl-C reaches only Cohobate. It is stopped with
/// everything in its process group when the time limit is reached or the calling task is cancelled: first by SIGTERM,
/// then by SIGKILL. Whatever of the group is left when the program has ended is killed as well.
///
/// The program is started through util-linux's `prlimit` and `setpriv`, which become it. The one makes the kernel stop a
/// program that writes a file of more than `outputLimitBytes` and refuse one memory beyond `memoryLimitBytes`; the other
/// makes it stop one whose Cohobate was killed.
///
/// Standard input comes from the file `stdin` in the attempt's folder, standard output and error go to `stdout` and
/// `stderr` there. Through pipes, a program that writes line by line, as xtb does, would cost a wake-up for every line.
public struct LocalExecutor: Executor {
  /// The most bytes that any file the program writes may have, standard output and error included.
  public let outputLimitBytes: Int
  /// The most bytes of writable memory (the kernel's `RLIMIT_DATA`: heap, private mappings and threads' stacks) that each
  /// of the program's processes may have. A program that asks for more is refused it, and says so or crashes.
  public let memoryLimitBytes: Int
  /// Seconds between SIGTERM and SIGKILL.
  public let graceSeconds: Double

  /// Creates an executor.
  public init(outputLimitBytes: Int = 64 << 20, memoryLimitBytes: Int = 8 << 30, graceSeconds: Double = 0.5) {
    self.outputLimitBytes = outputLimitBytes
    self.memoryLimitBytes = memoryLimitBytes
    self.graceSeconds = graceSeconds
  }

  private static let limiter = "/usr/bin/prlimit"
  private static let deathSignaller = "/usr/bin/setpriv"
  private static let standardInput = "stdin"
  private static let standardOutput = "stdout"
  private static let standardError = "stderr"

  /// Runs the program without a shell, in the folder, with the request's environment and nothing else.
  public func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
    let clock = ContinuousClock()
    let start = clock.now
    var termination: Termination
    if let obstacle = prepare(request, in: folder) {
      termination = .notStarted(obstacle)
    } else {
      termination = await supervise(request, in: folder)
    }
    let standardOutput = contents(of: Self.standardOutput, in: folder) ?? ""
    let standardError = contents(of: Self.standardError, in: folder) ?? ""
    if case .exited = termination, max(standardOutput.utf8.count, standardError.utf8.count) >= outputLimitBytes {
      // Python ignores the signal, and sees its write fail.
      termination = .signalled(SIGXFSZ)
    }
    if termination == .signalled(SIGXFSZ) { termination = .outputLimitExceeded(bytes: outputLimitBytes) }
    return AttemptOutput(
      termination: termination, standardOutput: standardOutput, standardError: standardError,
      files: request.collect.reduce(into: [:]) { $0[$1] = contents(of: $1, in: folder) },
      wallSeconds: (clock.now - start) / .seconds(1))
  }

  // MARK: Before and after

  /// Writes the request's files; returns why the program cannot be started, if it cannot.
  private func prepare(_ request: AttemptRequest, in folder: String) -> String? {
    for program in [request.executable, Self.limiter, Self.deathSignaller] where !Program.isThere(program) {
      return "there is no program at '\(program)'."
    }
    let line = request.standardInput.map { $0 + (request.isForWorker ? "\n" : "") }
    for file in request.files + (line.map { [.init(name: Self.standardInput, contents: $0)] } ?? []) {
      do {
        try Data(file.contents.utf8).write(to: URL(filePath: folder).appending(component: file.name))
      } catch {
        return "'\(file.name)' could not be written into '\(folder)' (\(error.localizedDescription))."
      }
    }
    return nil
  }

  private func newFile(_ name: String, in folder: String) -> FileHandle? {
    let path = "\(folder)/\(name)"
    return FileManager.default.createFile(atPath: path, contents: nil) ? FileHandle(forWritingAtPath: path) : nil
  }

  /// A file's beginning, up to the limit, as text.
  private func contents(of name: String, in folder: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: "\(folder)/\(name)") else { return nil }
    defer { try? file.close() }
    guard let data = try? file.read(upToCount: outputLimitBytes) ?? Data() else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  // MARK: The run itself

  private enum Ending: Sendable {
    case ended(Termination)
    case timeLimit
  }

  /// Runs the program against the clock.
  private func supervise(_ request: AttemptRequest, in folder: String) async -> Termination {
    await withTaskGroup(of: Ending.self) { group in
      group.addTask { .ended(await execute(request, in: folder)) }
      group.addTask {
        try? await Task.sleep(for: .seconds(request.timeLimitSeconds))
        return .timeLimit
      }
      var reachedLimit = false
      while let ending = await group.next() {
        group.cancelAll()
        switch ending {
        case .timeLimit: reachedLimit = true
        case .ended(.cancelled) where reachedLimit && !Task.isCancelled: return .timedOut
        case .ended(let termination): return termination
        }
      }
      return .cancelled  // Not reached: the run always ends.
    }
  }

  /// Runs the program to its end, or to the task's.
  private func execute(_ request: AttemptRequest, in folder: String) async -> Termination {
    if Task.isCancelled { return .cancelled }
    guard let standardOutput = newFile(Self.standardOutput, in: folder),
      let standardError = newFile(Self.standardError, in: folder)
    else { return .notStarted("the files for its output could not be made in '\(folder)'.") }
    // A file rather than a pipe: a program that does not read it cannot hold anybody up.
    guard
      let standardInput = FileHandle(
        forReadingAtPath: request.standardInput == nil ? "/dev/null" : "\(folder)/\(Self.standardInput)")
    else { return .notStarted("its standard input could not be read in '\(folder)'.") }
    defer {
      try? standardInput.close()
      try? standardOutput.close()
      try? standardError.close()
    }

    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(graceSeconds))
    ]
    var environment = request.environment.reduce(into: [:]) { $0[Environment.Key(stringLiteral: $1.key)] = $1.value }
    environment["HOME"] = folder
    environment["TMPDIR"] = folder
    let limits = ["--fsize=\(outputLimitBytes)", "--data=\(memoryLimitBytes)", "--core=0", "--"]
    let signaller = [Self.deathSignaller, "--pdeathsig", "KILL", "--"]

    let identifier = Mutex<pid_t?>(nil)
    defer { killGroup(of: identifier.withLock { $0 }) }
    do {
      let outcome = try await Subprocess.run(
        .path(path(Self.limiter)), arguments: Arguments(limits + signaller + request.commandLine),
        environment: .custom(environment), workingDirectory: path(folder), platformOptions: options,
        input: .fileDescriptor(descriptor(of: standardInput), closeAfterSpawningProcess: false),
        output: .fileDescriptor(descriptor(of: standardOutput), closeAfterSpawningProcess: false),
        error: .fileDescriptor(descriptor(of: standardError), closeAfterSpawningProcess: false)
      ) { execution in
        identifier.withLock { $0 = execution.processIdentifier.value }
      }
      if Task.isCancelled { return .cancelled }
      return switch outcome.terminationStatus {
      case .exited(let status): .exited(status)
      case .signaled(let signal): .signalled(signal)
      }
    } catch {
      if Task.isCancelled { return .cancelled }
      return .notStarted("\(error)")
    }
  }

  /// Kills what a program left behind. Its group is named after the program, which has ended: as long as a member lives
  /// the kernel gives the number to nobody else. If none does, the number is free. That another program has been given it
  /// and leads a group by it in the instant since the end takes a whole round of the kernel's numbers, and is not guarded
  /// against: Linux has no call that kills a group only if it is still the same.
  private func killGroup(of identifier: pid_t?) {
    if let identifier { kill(-identifier, SIGKILL) }
  }
}

/// A path as the library wants it: a type of a package of its own, which need not be imported for this.
private func path<Path: ExpressibleByStringLiteral>(_ text: String) -> Path where Path.StringLiteralType == String {
  Path(stringLiteral: text)
}

/// A file's descriptor as the library wants it, again of a type that need not be imported.
private func descriptor<Descriptor: RawRepresentable<CInt>>(of file: FileHandle) -> Descriptor {
  guard let descriptor = Descriptor(rawValue: file.fileDescriptor) else {
    preconditionFailure("Every number is a descriptor to the library.")
  }
  return descriptor
}
