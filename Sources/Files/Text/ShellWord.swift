/// A word as it must be typed in a shell: quoted if the shell would interpret it otherwise.
public func shellWord(_ word: String) -> String {
  let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./=+:,@".contains($0)) }
  if isPlain, !word.isEmpty { return word }
  let isOneLine = word.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  guard !isOneLine else {
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
  // $'…' escapes characters that would break the line.
  let escaped = word.utf8.map { byte in
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
    case 32...126: String(UnicodeScalar(byte))
    default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
  return "$'" + escaped.joined() + "'"
}

/// A command within a sentence, as it can be copied from there: in quotation marks, unless a word of it has some, as a name
/// with a space needs.
package func quotedCommand(_ command: String) -> String { command.contains("'") ? command : "'\(command)'" }
