import Foundation
import Glibc

/// In the parent: runs children that read the mutants, and counts the outcomes.
struct Supervision {
  private let options: Options
  private let folder: String

  /// A mutant that takes longer counts as a hang.
  private static let longestSeconds = 10
  /// The greatest number of examples shown of each kind of fault.
  private static let shown = 5

  init(_ options: Options) throws {
    self.options = options
    folder = FileManager.default.temporaryDirectory.appending(component: "cohobate-fuzz-\(getpid())")
      .path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// The outcomes of the mutants of a reader.
  private struct Counts {
    var accepted = 0
    var refused = 0
    var unclear: [String] = []
    var traps: [String] = []
    var hangs: [String] = []
  }

  /// Runs all readers; returns whether no mutant trapped or hung.
  func run() throws -> Bool {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var isClean = true
    say("reader               mutants  accepted   refused   unclear     traps     hangs")
    for name in options.readers.isEmpty ? FuzzedReaders.all.keys : options.readers {
      let counts = try counts(of: name)
      isClean = isClean && counts.traps.isEmpty && counts.hangs.isEmpty
      let numbers = [
        options.mutants, counts.accepted, counts.refused, counts.unclear.count, counts.traps.count, counts.hangs.count,
      ]
      say(name.padding(toLength: 18, withPad: " ", startingAt: 0) + numbers.map { padded("\($0)") }.joined())
      for (what, examples) in [("trap", counts.traps), ("hang", counts.hangs), ("unclear", counts.unclear)] {
        for example in examples.prefix(Self.shown) { say("  \(what): \(example)") }
      }
    }
    return isClean
  }

  private func padded(_ text: String) -> String { String(repeating: " ", count: max(1, 10 - text.count)) + text }

  /// Starts children until all mutants have been read: a child that ends early or hangs is replaced by one that begins
  /// after the mutant it was reading.
  private func counts(of name: String) throws -> Counts {
    var counts = Counts()
    var next = 0
    while next < options.mutants {
      let (process, output) = try child(of: name, from: next)
      var last: Int?
      let end = follow(output) { line in
        if let number = Int(line) { last = number }
        if line == "accepted" { counts.accepted += 1 }
        if line == "refused" { counts.refused += 1 }
        if line.hasPrefix("unclear ") { counts.unclear.append("mutant \(last ?? 0): \(line.dropFirst(8))") }
      }
      if end == .silent { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      switch (end, process.terminationReason, process.terminationStatus) {
      case (.silent, _, _): counts.hangs.append("mutant \(last ?? next)")
      case (_, .exit, 0): return counts
      case (_, .exit, 2): throw FuzzError("The reader '\(name)' could not be prepared.")
      case (_, _, let status): counts.traps.append("mutant \(last ?? next), signal or status \(status)")
      }
      guard let last else { throw FuzzError("The reader '\(name)' could not be prepared.") }
      next = last + 1
    }
    return counts
  }

  private func child(of name: String, from first: Int) throws -> (Process, FileHandle) {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let place = "\(folder)/\(name)-\(first)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    process.arguments = [
      "--reader", name, "--first", "\(first)", "--mutants", "\(options.mutants)", "--seed", "\(options.seed)",
      "--folder", place,
    ]
    // A trap is only counted, because its backtrace would take seconds.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle(forWritingAtPath: "/dev/null")
    try process.run()
    try? pipe.fileHandleForWriting.close()
    return (process, pipe.fileHandleForReading)
  }

  private enum End { case closed, silent }

  /// Calls the body with each line, until the output ends or a line takes too long. The first line may take minutes,
  /// because the examples are made before it.
  private func follow(_ output: FileHandle, _ body: (String) -> Void) -> End {
    var rest: [UInt8] = []
    var patience = 300
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var source = pollfd(fd: output.fileDescriptor, events: Int16(POLLIN), revents: 0)
      let found = unsafe poll(&source, 1, CInt(patience * 1000))
      if found < 0, errno == EINTR { continue }
      guard found > 0 else { return .silent }
      let count = unsafe Glibc.read(output.fileDescriptor, &buffer, buffer.count)
      guard count > 0 else { return .closed }
      patience = Self.longestSeconds
      rest += buffer[..<count]
      while let end = rest.firstIndex(of: 0x0A) {
        body(String(decoding: rest[..<end], as: UTF8.self))
        rest.removeSubrange(...end)
      }
    }
  }
}
