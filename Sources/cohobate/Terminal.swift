import Campaign
import Foundation
import Glibc
import Synchronization

/// Where the program speaks: results on stdout, all else on stderr.
enum Terminal {
  /// Writes a result.
  static func output(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Writes a result that has its own line ends.
  static func text(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes a result that has its own line ends to a file; nil for stdout.
  ///
  /// - Parameter hasStyle: Whether the text is made for a terminal. One that is not is written to a terminal with its control
  ///   characters made visible: it comes from files of others. Tabs stay.
  static func write(_ result: String, to file: String?, hasStyle: Bool = false) throws(CampaignError) {
    guard let file else {
      if hasStyle || !TextStyle.isTerminal(STDOUT_FILENO) { return text(result) }
      let cells = result.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).visibleLines }
      return text(cells.joined(separator: "\t"))
    }
    try OutputFile(path: file).write(result)
  }

  /// Writes bytes of a file as they are; nil for stdout, where a terminal shows text alone.
  static func write(_ bytes: Data, to file: String?) throws(CampaignError) {
    if let file { return try OutputFile(path: file).write(bytes) }
    if TextStyle.isTerminal(STDOUT_FILENO) { return try write(String(decoding: bytes, as: UTF8.self), to: nil) }
    unsafe bytes.withUnsafeBytes { unsafe write($0, to: STDOUT_FILENO) }
  }

  /// Writes a line that is not a result.
  static func line(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Writes without an end of line to stderr: for a progress line that is written over.
  static func progress(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Says what went wrong.
  static func error(_ message: String) {
    let style = TextStyle.of(descriptor: STDERR_FILENO)
    line("\(style.red("error:")) \(message.visible)")
  }

  /// Says what is wrong with the arguments, in the parser's words and over several lines.
  static func usageError(_ message: String) {
    let style = TextStyle.of(descriptor: STDERR_FILENO)
    let parsers = "Error: "
    let text = message.hasPrefix(parsers) ? message.dropFirst(parsers.count) : message[...]
    line("\(style.red("error:")) \(String(text).visibleLines)")
  }

  /// Says what a person should know though it is no error.
  static func note(_ message: String) {
    let style = TextStyle.of(descriptor: STDERR_FILENO)
    line("\(style.yellow("note:")) \(message.visible)")
  }

  /// Whether all that was to go to stdout was written. A reader that went away wanted no more.
  private static let outputIsWhole = Mutex(true)

  /// Says so, and is false, where results could not be written, as on a full disk.
  static func hasWrittenAll() -> Bool {
    let isWhole = outputIsWhole.withLock { $0 }
    if !isWhole { error("Not all could be written to stdout; the disk may be full.") }
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
