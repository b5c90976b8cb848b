/// Finds the file that a program reports as missing.
package enum MissingFile {
  private static let phrase = "No such file or directory"
  private static let quotes: Set<Character> = ["'", "\"", "`", "‘", "’"]

  /// The relative path named by the last such line of standard error; nil if there is none or the path cannot be
  /// recognised. Only the end of standard error is searched, byte by byte, because it may have megabytes.
  package static func relativePath(in standardError: String) -> String? {
    let lines = Array(standardError.utf8.suffix(1 << 16)).split {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    let words = Array(phrase.utf8)
    guard let last = lines.last(where: { $0.firstRange(of: words) != nil }) else { return nil }
    let line = String(decoding: last.suffix(1000), as: UTF8.self)
    guard let range = line.firstRange(of: phrase) else { return nil }
    // Such a line names a missing program.
    if line.hasPrefix("env:") || line.hasPrefix("/usr/bin/env:") { return nil }
    let path = quoted(line[range.upperBound...]) ?? named(line[..<range.lowerBound])
    guard let path, let first = path.first, first != "/" else { return nil }
    return String(path)
  }

  /// Reads `: 'weights.bin'`, as Python writes it.
  private static func quoted(_ text: Substring) -> Substring? {
    guard let opening = text.firstIndex(where: { quotes.contains($0) }) else { return nil }
    return text[text.index(after: opening)...].prefix { !quotes.contains($0) }
  }

  /// Reads `cat: weights.bin: ` or `ls: cannot access 'weights.bin': `, as programs in C write it. A text that could be
  /// any word is not taken as a path.
  private static func named(_ text: Substring) -> Substring? {
    var text = text
    while let last = text.last, last == ":" || last.isWhitespace { text.removeLast() }
    let isQuoted = text.last.map { quotes.contains($0) } ?? false
    if isQuoted { text.removeLast() }
    let before = text.lastIndex { isQuoted ? quotes.contains($0) : $0.isWhitespace }
    let path = before.map { text[text.index(after: $0)...] } ?? text
    return isQuoted || path.contains { $0 == "." || $0 == "/" } ? path : nil
  }
}
