import Files
import Foundation
import Glibc
import Synchronization

/// The program's output: results on stdout, everything else on stderr.
enum Terminal {
  /// Writes a result.
  static func output(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Writes a result that has its own line ends.
  static func text(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes a result that has its own line ends to a file; nil for stdout.
  ///
  /// - Parameter hasStyle: Whether the text is formatted for a terminal. Other text may come from foreign files, so its
  ///   control characters are made visible on a terminal. Tabs stay.
  static func write(_ result: String, to file: String?, hasStyle: Bool = false) throws(CampaignError) {
    guard let file else {
      if hasStyle || !TextStyle.isTerminal(STDOUT_FILENO) { return text(result) }
      let cells = result.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).visibleLines }
      return text(cells.joined(separator: "\t"))
    }
    try OutputFile(path: file).write(result)
  }

  /// Writes bytes of a file unchanged; nil for stdout, where a terminal shows only text.
  static func write(_ bytes: Data, to file: String?) throws(CampaignError) {
    if let file { return try OutputFile(path: file).write(bytes) }
    if TextStyle.isTerminal(STDOUT_FILENO) { return try write(String(decoding: bytes, as: UTF8.self), to: nil) }
    unsafe bytes.withUnsafeBytes { unsafe write($0, to: STDOUT_FILENO) }
  }

  /// Writes a line that is not a result.
  static func line(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Writes to stderr without a line end: for an overwritten progress line.
  static func progress(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Writes an error message.
  static func error(_ message: String) {
    let style = TextStyle.of(descriptor: STDERR_FILENO)
    line("\(style.red("error:")) \(message.visible)")
  }

  /// Writes an error in the arguments, as the parser words it, over several lines.
  static func usageError(_ message: String) {
    let style = TextStyle.of(descriptor: STDERR_FILENO)
    let parsers = "Error: "
    let text = message.hasPrefix(parsers) ? message.dropFirst(parsers.count) : message[...]
    line("\(style.red("error:")) \(String(text).visibleLines)")
  }

  /// Writes a note for the user that is not an error.
  static func note(_ message: String) {
    let style = TextStyle.of(descriptor: STDERR_FILENO)
    line("\(style.yellow("note:")) \(message.visible)")
  }

  /// Whether everything for stdout was written. A reader that closed the pipe wanted no more.
  private static let outputIsWhole = Mutex(true)

  /// Returns false, after an error message, if results could not be written, as on a full disk.
  static func hasWrittenAll() -> Bool {
    let isWhole = outputIsWhole.withLock { $0 }
    if !isWhole { error("Not everything could be written to stdout; the disk may be full.") }
    return isWhole
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in unsafe write(UnsafeRawBufferPointer(bytes), to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        if descriptor == STDOUT_FILENO, errno != EPIPE { outputIsWhole.withLock { $0 = false } }
        return
      }
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }
}
