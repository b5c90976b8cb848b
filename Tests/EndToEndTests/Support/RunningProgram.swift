import Foundation
import Glibc

/// The program as a child process, watched line by line.
///
/// Its stderr comes through a socket, its stdout goes to a file. Whoever reads waits; a child that says nothing for
/// `patience` is killed, so that no test waits for ever.
final class RunningProgram {
  static let patience = Duration.seconds(120)

  let process: pid_t
  private let errorStream: FileHandle
  private let outputFile: FileHandle
  private var unread: [UInt8] = []
  private var errors: [UInt8] = []
  private var cause: Ending.Cause?

  /// - Parameter path: Another program, which runs the one under test.
  init(
    _ arguments: [String], path: String = Program.path, in folder: TemporaryFolder,
    environment: [String: String] = [:], input: String = "/dev/null"
  ) throws {
    // Unlike a pipe it is born closed to other children, which would keep it open.
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SpawnFailure(path: path, number: errno) }
    errorStream = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    defer { close(ends[1]) }
    let name = FileManager.default.temporaryDirectory.appending(component: "cohobate-output-\(UUID().uuidString)")
    try Data().write(to: name)
    outputFile = try FileHandle(forUpdating: name)
    // The file lives as long as it is open.
    try FileManager.default.removeItem(at: name)
    var variables = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "COLUMNS": "80"]
    variables["HOME"] = folder.path
    // Beside the folder: what a test finds in the folder is its own.
    variables["COHOBATE_CACHE"] = folder.cache
    variables.merge(environment) { $1 }
    process = try spawn(
      path, arguments, folder: folder.path, environment: variables, input: input,
      output: outputFile.fileDescriptor, error: ends[1])
  }

  deinit {
    if cause == nil {
      Glibc.kill(process, SIGKILL)
      _ = waited()
    }
  }

  /// The next line on stderr, or nil when it was closed.
  func nextLine() -> String? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread.removeFirst(end + 1) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      switch read(within: Self.patience) {
      case .some: break
      case .end: return nil
      case .late:
        Glibc.kill(process, SIGKILL)
        return nil
      }
    }
  }

  /// Lets the program run for a time. Returns whether it still ran then.
  func run(for time: Duration) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + time
    while true {
      let left = end - clock.now
      guard left > .zero else { return true }
      switch read(within: left) {
      case .some: break
      case .end: return false
      case .late: return true
      }
    }
  }

  /// Reads `count` lines. Returns whether there were as many.
  func run(lines count: Int) -> Bool {
    for _ in 0..<count where nextLine() == nil { return false }
    return true
  }

  /// Whether it has not ended.
  var isRunning: Bool { waited(options: WNOHANG) == nil }

  /// Sends the program a signal.
  func send(_ signal: Int32) { if isRunning { Glibc.kill(process, signal) } }

  /// Stops the program's threads, all of them: a signal sent is not yet one that had its effect. Returns whether they stand.
  func pause() -> Bool {
    send(SIGSTOP)
    var change = unsafe siginfo_t()
    return unsafe waitid(P_PID, id_t(process), &change, WSTOPPED | WNOWAIT) == 0
  }

  /// Waits for the end.
  func end() -> Ending {
    while nextLine() != nil {}
    let cause = waited() ?? .signalled(0)
    let output = (try? outputFile.seek(toOffset: 0)).flatMap { try? outputFile.readToEnd() } ?? Data()
    return Ending(
      cause: cause, output: String(decoding: output, as: UTF8.self), errors: String(decoding: errors, as: UTF8.self))
  }

  /// Sends a signal, and waits for the end.
  func end(by signal: Int32) -> Ending {
    send(signal)
    return end()
  }

  /// How it ended, asked of the kernel once only: nil where it has not, and was not to be waited for.
  private func waited(options: Int32 = 0) -> Ending.Cause? {
    if let cause { return cause }
    var status: Int32 = 0
    var found = unsafe waitpid(process, &status, options)
    while found < 0 && errno == EINTR { found = unsafe waitpid(process, &status, options) }
    if found == process { cause = Ending.Cause(waitStatus: status) }
    return cause
  }

  private enum Reading {
    case some, end, late
  }

  private func read(within time: Duration) -> Reading {
    var request = pollfd(fd: errorStream.fileDescriptor, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(max(1, time / .milliseconds(1)))
    let ready = unsafe poll(&request, 1, milliseconds)
    guard ready > 0 else { return ready < 0 && errno == EINTR ? .some : .late }
    let bytes = errorStream.availableData
    unread += bytes
    errors += bytes
    return bytes.isEmpty ? .end : .some
  }
}
