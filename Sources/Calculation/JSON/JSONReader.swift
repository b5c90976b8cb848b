/// Reads one JSON document (RFC 8259) byte by byte, in one pass.
///
/// Foundation's decoders silently take the first of two equal keys, and read large documents slowly.
struct JSONReader {
  /// The greatest depth of nested lists and maps; the standard allows a limit.
  private static let mostLevels = 512

  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    // A byte-order mark, which some programs write, is skipped.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The document; it must be the whole text.
  mutating func document() throws(JSONValue.Malformed) -> JSONValue {
    skipSpace()
    let value = try value(level: 0)
    skipSpace()
    guard place == bytes.count else { throw malformed("text follows the document's end") }
    return value
  }

  private mutating func value(level: Int) throws(JSONValue.Malformed) -> JSONValue {
    guard level <= Self.mostLevels else {
      throw malformed("more than \(Self.mostLevels) levels are nested")
    }
    guard let byte = next else { throw malformed("it ends where a value belongs") }
    switch byte {
    case UInt8(ascii: "{"): return .map(try map(level: level))
    case UInt8(ascii: "["): return .list(try list(level: level))
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "N"): return try word("NaN", .number(.nan))
    case UInt8(ascii: "I"): return try word("Infinity", .number(.infinity))
    case UInt8(ascii: "-") where following == UInt8(ascii: "I"): return try word("-Infinity", .number(-.infinity))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw malformed("this is not a value")
    }
  }

  private mutating func map(level: Int) throws(JSONValue.Malformed) -> [String: JSONValue] {
    var map: [String: JSONValue] = [:]
    place += 1
    skipSpace()
    if take("}") { return map }
    while true {
      guard next == UInt8(ascii: "\"") else { throw malformed("a key in quotation marks belongs here") }
      let key = try text()
      skipSpace()
      guard take(":") else { throw malformed("':' belongs after the key \"\(key.prefix(60))\"") }
      skipSpace()
      guard map.updateValue(try value(level: level + 1), forKey: key) == nil else {
        throw malformed("the key \"\(key.prefix(60))\" occurs twice")
      }
      skipSpace()
      if take("}") { return map }
      guard take(",") else { throw malformed("',' or '}' belongs here") }
      skipSpace()
    }
  }

  private mutating func list(level: Int) throws(JSONValue.Malformed) -> [JSONValue] {
    var list: [JSONValue] = []
    place += 1
    skipSpace()
    if take("]") { return list }
    while true {
      list.append(try value(level: level + 1))
      skipSpace()
      if take("]") { return list }
      guard take(",") else { throw malformed("',' or ']' belongs here") }
      skipSpace()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONValue.Malformed) -> JSONValue {
    let letters = Array("\(word)".utf8)
    guard bytes[place...].starts(with: letters) else { throw malformed("this is not a value") }
    place += letters.count
    return value
  }

  /// A number; a number too large for a `Double` is infinite.
  private mutating func number() throws(JSONValue.Malformed) -> Double {
    let start = place
    if next == UInt8(ascii: "-") { place += 1 }
    let first = place
    guard takeDigits() > 0 else { throw malformed("a digit belongs here") }
    guard place == first + 1 || bytes[first] != UInt8(ascii: "0") else {
      throw malformed("a number has a leading zero")
    }
    if take(".") {
      guard takeDigits() > 0 else { throw malformed("a digit belongs here") }
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard takeDigits() > 0 else { throw malformed("a digit belongs here") }
    }
    guard let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)) else {
      throw malformed("this is not a number")
    }
    return number
  }

  private mutating func takeDigits() -> Int {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place - start
  }

  private mutating func text() throws(JSONValue.Malformed) -> String {
    place += 1
    var start = place
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        text += bytes[start..<place]
        place += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<place]
        text += try escaped().utf8
        start = place
      case 0..<0x20: throw malformed("a text contains a control character")
      default: place += 1
      }
    }
    throw malformed("a text is not terminated")
  }

  /// An escaped character: `\n`, `\u00e9`, or two of the latter for a character beyond the first 65,536.
  private mutating func escaped() throws(JSONValue.Malformed) -> String {
    place += 1
    guard let letter = next else { throw malformed("a text is not terminated") }
    place += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw malformed("this is not an escape sequence")
    }
    var code = try fourDigits()
    if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
      let low = try fourDigits()
      guard (0xDC00..<0xE000).contains(low) else { throw malformed("half of a surrogate pair is missing") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let character = Unicode.Scalar(code) else { throw malformed("half of a surrogate pair is missing") }
    return String(Character(character))
  }

  private mutating func fourDigits() throws(JSONValue.Malformed) -> UInt32 {
    let digits = bytes[place...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw malformed("four hexadecimal digits belong here") }
    place += 4
    return code
  }

  // MARK: Bytes

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private var following: UInt8? { place + 1 < bytes.count ? bytes[place + 1] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  /// The reason, with the reader's line and column.
  private func malformed(_ reason: String) -> JSONValue.Malformed {
    let read = bytes[..<min(place, bytes.count)]
    let line = read.count { $0 == 0x0A } + 1
    let column = read.count - (read.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    return JSONValue.Malformed(description: "\(reason), at character \(column) of line \(line)")
  }
}
