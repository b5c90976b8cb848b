/// How a run of the program ended, and what it said.
struct Ending: Sendable, CustomStringConvertible {
  /// How the kernel says that it ended.
  enum Cause: Sendable, Equatable {
    case exited(Int32)
    case signalled(Int32)

    /// What `waitpid` gives, taken apart as POSIX has it.
    init(waitStatus status: Int32) {
      self = status & 0x7f == 0 ? .exited((status >> 8) & 0xff) : .signalled(status & 0x7f)
    }
  }

  let cause: Cause
  /// All that it wrote to stdout.
  let output: String
  /// All that it wrote to stderr.
  let errors: String

  var description: String { "\(cause)\nstdout: \(output)\nstderr: \(errors)" }

  /// The one line that says what was wrong, with its mark taken off; nil where there is no such line, or more than one.
  var complaint: String? {
    let lines = errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }
    return lines.count == 1 ? String(lines[0].dropFirst("error: ".count)) : nil
  }
}
