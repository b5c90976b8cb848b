import Files
import Foundation
import Glibc

/// Runs attempts as processes of this machine.
///
/// Each program is run by `cohobate-keeper`, a small program beside Cohobate's own. It is stopped, with everything that
/// descends from it, when the time limit is reached, the calling task is cancelled or Cohobate ends, be it by SIGKILL:
/// first by SIGTERM, then by SIGKILL. Whatever is left when the program has ended is killed as well. The kernel stops a
/// program that writes a file of more than `outputLimitBytes` and refuses one memory beyond `memoryLimitBytes`; the keeper
/// has the clock, and stops a program whose folder takes more than `folderLimitBytes`.
///
/// Standard output and error go to the files `stdout` and `stderr` in the attempt's folder, and what is given on standard
/// input comes from the file `stdin` there. Through pipes, a program that writes line by line, as xtb does, would cost a
/// wake-up for every line.
///
/// Workers live as long as the executor and its copies, see `WorkerPool`; those of ``whileNeeded(_:)`` have ended, and their
/// folders are gone, when it returns.
public struct LocalExecutor: Executor {
  /// The most bytes that any file the program writes may have, standard output and error included; of a worker, its
  /// answer and what it writes to standard error for one question.
  public let outputLimitBytes: Int
  /// The most bytes that all files in the program's folder may take of the disk together, each at least 4 KiB. The keeper
  /// looks four times a second, and at the end.
  public let folderLimitBytes: Int
  /// The most bytes of writable memory (the kernel's `RLIMIT_DATA`: heap, private mappings and threads' stacks) that each
  /// of the program's processes may have. A program that asks for more is refused it, and says so or crashes.
  public let memoryLimitBytes: Int
  /// Seconds between SIGTERM and SIGKILL.
  public let graceSeconds: Double

  /// The usual `outputLimitBytes`.
  public static let outputLimit = 64 << 20

  private let workers = WorkerPool()

  /// Creates an executor.
  public init(
    outputLimitBytes: Int = outputLimit, folderLimitBytes: Int = 1 << 30, memoryLimitBytes: Int = 8 << 30,
    graceSeconds: Double = 0.5
  ) {
    self.outputLimitBytes = outputLimitBytes
    self.folderLimitBytes = folderLimitBytes
    self.memoryLimitBytes = memoryLimitBytes
    self.graceSeconds = graceSeconds
  }

  /// Calls the body with an executor, and waits for the end of its workers, however the body ends.
  public static func whileNeeded<Result>(_ body: (LocalExecutor) async throws -> Result) async throws -> Result {
    let executor = LocalExecutor()
    let result: Result
    do {
      result = try await body(executor)
    } catch {
      await executor.workers.end()
      throw error
    }
    await executor.workers.end()
    return result
  }

  /// The name of the companion program that every other program is run by.
  package static let keeper = "cohobate-keeper"

  private static let standardInput = "stdin"
  private static let standardOutput = "stdout"

  /// Runs the program without a shell, in the folder, with the request's environment and nothing else. A worker works in
  /// a folder of its own beside it; its answer is the standard output, and the termination `.exited(0)`.
  public func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
    let clock = ContinuousClock()
    let start = clock.now
    if request.isForWorker {
      let place = URL(filePath: folder).deletingLastPathComponent().path(percentEncoded: false)
      let reply = await workers.ask(request, limits: limits, under: place)
      return AttemptOutput(
        termination: reply.termination, standardOutput: reply.standardOutput, standardError: reply.standardError,
        wallSeconds: (clock.now - start) / .seconds(1), freeBytes: FreeSpace.bytes(at: place))
    }
    let ending =
      if let obstacle = prepare(request, in: folder) {
        KeptProgram.Ending(termination: .notStarted(obstacle))
      } else {
        await execute(request, in: folder)
      }
    var termination = ending.termination
    let freeBytes = FreeSpace.bytes(at: folder)
    let standardOutput = contents(of: Self.standardOutput, in: folder) ?? ""
    let standardError = contents(of: KeptProgram.standardError, in: folder) ?? ""
    // Python ignores the signal, and sees its write fail.
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
      wallSeconds: ending.wallSeconds ?? (clock.now - start) / .seconds(1), freeBytes: freeBytes)
  }

  /// Whether a file in a folder has at least this many bytes.
  private func hasFile(of bytes: Int, in folder: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains { name in
      var status = stat()
      return unsafe lstat("\(folder)/\(name)", &status) == 0 && status.st_size >= bytes
    }
  }

  private var limits: KeptProgram.Limits {
    KeptProgram.Limits(
      fileBytes: outputLimitBytes, folderBytes: folderLimitBytes, memoryBytes: memoryLimitBytes,
      graceSeconds: graceSeconds)
  }

  // MARK: Before and after

  /// Writes the request's files; returns why the program cannot be started, if it cannot.
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

  /// A file's beginning, up to the limit, as text; nil also where the program has put something else in its place.
  private func contents(of name: String, in folder: String) -> String? {
    RegularFile.beginning(of: "\(folder)/\(name)", atMost: outputLimitBytes).map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: The run itself

  /// Runs the program to its end, or to the task's.
  private func execute(_ request: AttemptRequest, in folder: String) async -> KeptProgram.Ending {
    var program = KeptProgram(
      commandLine: request.commandLine, environment: request.environment, folder: folder, limits: limits)
    if request.standardInput != nil { program.standardInput = Self.standardInput }
    program.standardOutput = Self.standardOutput
    program.timeLimitSeconds = request.timeLimitSeconds
    do {
      let lifeline = try Descriptor.pipe()
      // The writing end is to be held until the program has ended.
      defer { extendLifetime(lifeline.writing) }
      return await program.run(input: lifeline.reading)
    } catch {
      return KeptProgram.Ending(termination: .notStarted("no pipe could be made for it (\(error))."))
    }
  }
}
