import Files
import Glibc

/// What `cohobate-keeper` says on its standard error, and how it ended, as the end of a program.
struct KeeperReport {
  /// How the keeper's process ended, which is how the program did.
  enum Status: Equatable {
    case exited(Int32)
    case signalled(Int32)

    /// What `waitpid` gives, taken apart as POSIX has it.
    init(waitStatus status: Int32) {
      self = status & 0x7f == 0 ? .exited((status >> 8) & 0xff) : .signalled(status & 0x7f)
    }
  }

  /// The last line of the keeper: `ended 1234567 limit 40960 bytes 9 files`.
  private struct LastLine {
    enum Reason: Substring {
      case itself, stopped, limit, folder
    }

    let wallSeconds: Double
    let reason: Reason
    /// The size of the program's folder, or of the part counted until the limit was exceeded.
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

  let termination: Termination
  /// The wall time from the program's start to its end; nil if it was not started.
  let wallSeconds: Double?

  /// - Parameters:
  ///   - words: All that the keeper said.
  ///   - sessionFileBytes: The greatest file that the session of the keeper allows; nil for any.
  init(
    _ status: Status, saying words: String, limits: SupervisedProgram.Limits, sessionFileBytes: Int?
  ) {
    let said = words.split(separator: "\n")
    // The report is the last line. A program of the same user may have written others before it.
    let line = said.last.flatMap(LastLine.init)
    if status == .exited(127), let obstacle = said.first, LastLine(obstacle) == nil {
      (termination, wallSeconds) = (.notStarted("\(obstacle)."), nil)
      return
    }
    wallSeconds = line?.wallSeconds
    // The report counts more than the exit status, which a program can choose.
    termination =
      switch (line?.reason, status) {
      case (.limit, _): .timedOut
      // The lifeline is still held, so something else stopped the keeper: a signal to the whole group, for example.
      case (.stopped, _): .signalled(SIGTERM)
      case (.folder, _):
        .folderLimitExceeded(bytes: limits.folderBytes, found: line?.bytes ?? 0, files: line?.files ?? 0)
      case (_, .exited(let status)): .exited(status)
      // A lower limit of the session is the machine's, whatever the molecule.
      case (_, .signalled(SIGXFSZ)) where (sessionFileBytes ?? .max) >= limits.fileBytes:
        .outputLimitExceeded(bytes: limits.fileBytes)
      case (_, .signalled(let signal)): .signalled(signal)
      }
  }
}
