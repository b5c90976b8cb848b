import Files
import Foundation
import Glibc

/// Runs attempts as processes of this machine.
///
/// Each program is run by `cohobate-keeper`, a small program in Cohobate's folder. It stops the program, with all its
/// descendants, when the time limit is reached, the calling task is cancelled or Cohobate ends, even by SIGKILL: first
/// with SIGTERM, then with SIGKILL. Processes left when the program has ended are killed as well. The kernel stops a
/// program that writes a file of more than `outputLimitBytes` and denies it memory beyond `memoryLimitBytes`; the
/// keeper enforces the time limit, and stops a program whose folder takes more than `folderLimitBytes`.
///
/// Standard output and error go to the files `stdout` and `stderr` in the attempt's folder, and standard input comes
/// from the file `stdin` there. With pipes, a program that writes line by line, as xtb does, would cost a wake-up for
/// every line.
///
/// Workers live until the end of the session, or of the executor and its copies, see `WorkerPool`. They have ended, and
/// their folders are removed, when ``end()`` returns.
public struct LocalExecutor: Executor {
  /// The limit on the size of every file that the program writes, in bytes, including standard output and error; for a
  /// worker, on its answer and its standard error for one question.
  public let outputLimitBytes: Int
  /// The limit on the disk space of all files in the program's folder together, in bytes, each counted with at least 4
  /// KiB. The keeper checks it four times a second, and at the end.
  public let folderLimitBytes: Int
  /// The limit on writable memory, in bytes, of each of the program's processes (the kernel's `RLIMIT_DATA`: heap,
  /// private mappings and threads' stacks). A program that requests more is refused, and reports it or crashes.
  public let memoryLimitBytes: Int
  /// The time between SIGTERM and SIGKILL, in seconds.
  public let graceSeconds: Double
  /// The number of attempts at once if no other is wanted; nil for one for each core.
  public let cores: Int?

  /// The default of `outputLimitBytes`.
  public static let outputLimit = 64 << 20

  private let workers = WorkerPool()

  /// Creates an executor.
  public init(
    outputLimitBytes: Int = outputLimit, folderLimitBytes: Int = 1 << 30, memoryLimitBytes: Int = 8 << 30,
    graceSeconds: Double = 0.5, cores: Int? = nil
  ) {
    self.outputLimitBytes = outputLimitBytes
    self.folderLimitBytes = folderLimitBytes
    self.memoryLimitBytes = memoryLimitBytes
    self.graceSeconds = graceSeconds
    self.cores = cores
  }

  static let registration = Executors.Registration(name: "local", summary: "this machine", keys: ["cores"]) { machine in
    LocalExecutor(cores: machine.cores)
  }

  /// The name of the bundled program that runs every other program.
  package static let keeper = "cohobate-keeper"

  private static let standardInput = "stdin"
  private static let standardOutput = "stdout"

  /// Runs the program in the folder, without a shell and with only the request's environment. A worker runs in a
  /// separate folder beside it; its answer is the standard output, and the termination is `.exited(0)`.
  public func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
    let clock = ContinuousClock()
    let start = clock.now
    if request.isForWorker {
      let place = URL(filePath: folder).deletingLastPathComponent().path(percentEncoded: false)
      let reply = await workers.ask(request, limits: limits, under: place)
      return AttemptOutput(
        termination: reply.termination, standardOutput: reply.standardOutput, standardError: reply.standardError,
        wallSeconds: (clock.now - start) / .seconds(1), freeBytes: FreeSpace.bytes(at: place),
        machine: Self.registration.name)
    }
    let ending =
      if let obstacle = prepare(request, in: folder) {
        SupervisedProgram.Ending(termination: .notStarted(obstacle))
      } else {
        await execute(request, in: folder)
      }
    var termination = ending.termination
    let freeBytes = FreeSpace.bytes(at: folder)
    let standardOutput = contents(of: Self.standardOutput, in: folder) ?? ""
    let standardError = contents(of: SupervisedProgram.standardError, in: folder) ?? ""
    // Python ignores the signal, and its write fails.
    if case .exited = termination {
      if let limit = SessionLimits.fileBytes, limit < outputLimitBytes, hasFile(of: limit, in: folder) {
        termination = .signalled(SIGXFSZ)
      } else if max(standardOutput.utf8.count, standardError.utf8.count) >= outputLimitBytes {
        termination = .outputLimitExceeded(bytes: outputLimitBytes)
      }
    }
    return AttemptOutput(
      termination: termination, standardOutput: standardOutput, standardError: standardError,
      files: request.collect.reduce(into: [:]) { $0[$1] = contents(of: $1, in: folder) },
      wallSeconds: ending.wallSeconds ?? (clock.now - start) / .seconds(1), freeBytes: freeBytes,
      machine: Self.registration.name)
  }

  /// Whether a file in a folder has at least this many bytes.
  private func hasFile(of bytes: Int, in folder: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains { name in
      var status = stat()
      return unsafe lstat("\(folder)/\(name)", &status) == 0 && status.st_size >= bytes
    }
  }

  // MARK: The machine

  /// One attempt for each core unless another number is wanted, and never more than the session's open files allow.
  public func capacity(wanted: Int?) -> ExecutorCapacity {
    let (wanted, most) = (wanted ?? cores ?? ProcessInfo.processInfo.activeProcessorCount, SessionLimits.mostJobs)
    var notes: [String] = []
    if wanted > most {
      notes.append(
        "\(most) calculations run at once and not \(wanted), since the session allows \(SessionLimits.openFiles) open files; "
          + "raise that with 'ulimit -n'.")
    }
    if let bytes = SessionLimits.fileBytes, bytes < outputLimitBytes {
      notes.append(
        "The session allows files of at most \(bytes) bytes; the run stops where a program writes more. Raise that with 'ulimit -f'."
      )
    }
    return ExecutorCapacity(jobs: min(wanted, most), notes: notes)
  }

  /// The keeper, without which no program can run.
  public func tools() async -> [ExecutorTool] {
    let place = Result { () throws(CalculatorUnavailable) in try BundledExecutable.path(of: Self.keeper) }
    return [ExecutorTool(name: Self.keeper, place: place)]
  }

  /// Stops all workers, and waits until they have ended and their folders are removed. No attempt may be running.
  public func end() async { await workers.end() }

  /// Whether no process works in the folder. The keepers of a run that was killed stop their programs, which takes a
  /// moment.
  public func isFree(_ folder: String) async -> Bool {
    let limit = ContinuousClock.now + .seconds(graceSeconds + Self.patienceSeconds)
    while WorkingProcesses.exist(in: folder) {
      guard ContinuousClock.now < limit, (try? await Task.sleep(for: .milliseconds(20))) != nil else { return false }
    }
    return true
  }

  /// Whether no process works in the folder at this moment.
  public func isFreeNow(_ folder: String) async -> Bool { !WorkingProcesses.exist(in: folder) }

  /// The time in seconds, after the grace period, to wait for the programs of a run that was killed.
  private static let patienceSeconds = 2.0

  package var limits: SupervisedProgram.Limits {
    SupervisedProgram.Limits(
      fileBytes: outputLimitBytes, folderBytes: folderLimitBytes, memoryBytes: memoryLimitBytes,
      graceSeconds: graceSeconds)
  }

  // MARK: Before and after

  /// Writes the request's files; returns the reason if the program cannot be started.
  private func prepare(_ request: AttemptRequest, in folder: String) -> String? {
    if let obstacle = Program.obstacle(at: request.executable) { return obstacle + "." }
    let input = request.standardInput.map { AttemptRequest.File(name: Self.standardInput, contents: $0) }
    for file in request.files + (input.map { [$0] } ?? []) {
      do {
        try Data(file.contents.utf8).write(to: URL(filePath: folder).appending(component: file.name))
      } catch {
        return "'\(file.name)' could not be written into '\(folder)': \(fileProblem(error, at: folder))."
      }
    }
    return nil
  }

  /// The beginning of a file, up to the limit, as text; nil if there is none, or the program replaced it by something
  /// else.
  private func contents(of name: String, in folder: String) -> String? {
    RegularFile.beginning(of: "\(folder)/\(name)", atMost: outputLimitBytes).map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: The run itself

  /// Runs the program until it ends or the task is cancelled.
  private func execute(_ request: AttemptRequest, in folder: String) async -> SupervisedProgram.Ending {
    var program = SupervisedProgram(
      commandLine: request.commandLine, environment: request.environment, folder: folder, limits: limits)
    if request.standardInput != nil { program.standardInput = Self.standardInput }
    program.standardOutput = Self.standardOutput
    program.timeLimitSeconds = request.timeLimitSeconds
    do {
      let lifeline = try Descriptor.pipe()
      // The writing end must be held until the program has ended.
      defer { extendLifetime(lifeline.writing) }
      return await program.run(input: lifeline.reading)
    } catch {
      return SupervisedProgram.Ending(termination: .notStarted("no pipe could be made for it (\(error))."))
    }
  }
}
