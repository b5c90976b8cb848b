import Foundation
import Glibc
import Subprocess
import Synchronization

/// Runs attempts as processes of this machine.
///
/// Each program gets a session of its own, so that a terminal's Ctrl-C reaches only Cohobate. It is stopped with
/// everything in its process group when the time limit is reached, when it writes more than `outputLimitBytes`, or
/// when the calling task is cancelled: first by SIGTERM, then by SIGKILL. Whatever of the group is left when the
/// program has ended is killed as well. The program also dies when Cohobate itself is killed: it is started through
/// `setpriv --pdeathsig KILL`, which every Debian has.
public struct LocalExecutor: Executor {
  /// The most bytes that standard output, standard error or one collected file may have.
  public let outputLimitBytes: Int
  /// Seconds between SIGTERM and SIGKILL.
  public let graceSeconds: Double

  /// Creates an executor.
  public init(outputLimitBytes: Int = 64 << 20, graceSeconds: Double = 0.5) {
    self.outputLimitBytes = outputLimitBytes
    self.graceSeconds = graceSeconds
  }

  /// Sets the parent-death signal and becomes the program: the process identifier stays the same.
  private static let deathSignaller = "/usr/bin/setpriv"

  /// Runs the program without a shell, in the folder, with the request's environment and nothing else.
  public func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
    let clock = ContinuousClock()
    let start = clock.now
    func seconds() -> Double { (clock.now - start) / .seconds(1) }

    if let obstacle = prepare(request, in: folder) {
      return AttemptOutput(termination: .notStarted(obstacle), wallSeconds: seconds())
    }
    let process = RunningProcess()
    let termination = await supervise(request, in: folder, process: process)
    process.killGroup()
    let (standardOutput, standardError) = process.texts
    return AttemptOutput(
      termination: termination, standardOutput: standardOutput, standardError: standardError,
      files: collect(request.collect, from: folder), wallSeconds: seconds())
  }

  // MARK: Before and after

  /// Writes the request's files; returns why the program cannot be started, if it cannot.
  private func prepare(_ request: AttemptRequest, in folder: String) -> String? {
    for program in [request.executable, Self.deathSignaller]
    where !Program.isThere(program) {
      return "there is no program at '\(program)'."
    }
    for file in request.files {
      do {
        try Data(file.contents.utf8).write(to: URL(filePath: folder).appending(component: file.name))
      } catch {
        return "'\(file.name)' could not be written into '\(folder)' (\(error.localizedDescription))."
      }
    }
    return nil
  }

  private func collect(_ names: [String], from folder: String) -> [String: String] {
    var files: [String: String] = [:]
    for name in names {
      guard let file = FileHandle(forReadingAtPath: "\(folder)/\(name)") else { continue }
      defer { try? file.close() }
      guard let data = try? file.read(upToCount: outputLimitBytes) ?? Data() else { continue }
      files[name] = String(decoding: data, as: UTF8.self)
    }
    return files
  }

  // MARK: The run itself

  private enum Ending: Sendable {
    case ended(Termination)
    case timeLimit
  }

  /// Runs the program against the clock. The clock stands outside of the run, since a program may close its output
  /// and go on.
  private func supervise(
    _ request: AttemptRequest, in folder: String, process: RunningProcess
  ) async -> Termination {
    await withTaskGroup(of: Ending.self) { group in
      group.addTask { .ended(await execute(request, in: folder, process: process)) }
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

  private func execute(_ request: AttemptRequest, in folder: String, process: RunningProcess) async -> Termination {
    if Task.isCancelled { return .cancelled }
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(graceSeconds))
    ]
    var environment = request.environment.reduce(into: [:]) { $0[Environment.Key(stringLiteral: $1.key)] = $1.value }
    environment["HOME"] = folder
    environment["TMPDIR"] = folder
    do {
      let outcome = try await Subprocess.run(
        .path(path(Self.deathSignaller)),
        arguments: Arguments(["--pdeathsig", "KILL", "--", request.executable] + request.arguments),
        environment: .custom(environment), workingDirectory: path(folder), platformOptions: options,
        input: .none, output: .sequence, error: .sequence
      ) { execution in
        process.started(execution.processIdentifier.value)
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { try await process.read(execution.standardOutput, .output, limit: outputLimitBytes) }
          group.addTask { try await process.read(execution.standardError, .error, limit: outputLimitBytes) }
          // Not `waitForAll`, which would not throw before the other stream has ended too.
          for try await _ in group {}
        }
      }
      if Task.isCancelled { return .cancelled }
      return switch outcome.terminationStatus {
      case .exited(let status): .exited(status)
      case .signaled(let signal): .signalled(signal)
      }
    } catch is OutputLimitExceeded {
      return .outputLimitExceeded(bytes: outputLimitBytes)
    } catch {
      if Task.isCancelled { return .cancelled }
      return .notStarted("\(error)")
    }
  }
}

/// A path as the library wants it: a type of a package of its own, which need not be imported for this.
private func path<Path: ExpressibleByStringLiteral>(_ text: String) -> Path where Path.StringLiteralType == String {
  Path(stringLiteral: text)
}

/// Thrown while reading, so that the library stops the program.
private struct OutputLimitExceeded: Error {}

/// What is known of a process while it runs; it outlives the run, so that what was read before a stop is not lost.
private final class RunningProcess: Sendable {
  enum Stream: Int { case output, error }

  private struct State {
    var identifier: pid_t?
    var bytes: [[UInt8]] = [[], []]
  }

  private let state = Mutex(State())

  func started(_ identifier: pid_t) {
    state.withLock { $0.identifier = identifier }
  }

  func read(_ sequence: SubprocessOutputSequence, _ stream: Stream, limit: Int) async throws {
    for try await buffer in sequence {
      let isWithinLimit = state.withLock { state in
        unsafe buffer.withUnsafeBytes { unsafe state.bytes[stream.rawValue].append(contentsOf: $0) }
        return state.bytes[stream.rawValue].count <= limit
      }
      if !isWithinLimit { throw OutputLimitExceeded() }
    }
  }

  var texts: (output: String, error: String) {
    state.withLock { state in
      (String(decoding: state.bytes[0], as: UTF8.self), String(decoding: state.bytes[1], as: UTF8.self))
    }
  }

  /// Kills what the program left behind. Its group is named after the program, which has ended: as long as a member
  /// lives the kernel gives the number to nobody else, and if none does there is nothing to kill.
  func killGroup() {
    guard let identifier = state.withLock({ $0.identifier }) else { return }
    kill(-identifier, SIGKILL)
  }
}
