import Foundation

/// A value of a JSON document whose shape is not known beforehand.
package enum JSONValue: Sendable, Hashable, Codable {
  /// `null`.
  case null
  /// `true` or `false`.
  case flag(Bool)
  /// A number; one read by `init(text:)` may be NaN or infinite.
  case number(Double)
  /// A text.
  case text(String)
  /// Values in an order.
  case list([JSONValue])
  /// Values by key.
  case map([String: JSONValue])

  /// Why a text is no JSON document.
  package struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String
  }

  /// Reads a document. Other than in the standard, `NaN` and `Infinity` are numbers, and one that is too large for a `Double`,
  /// such as 1e400, is infinite: programs write them, and whoever reads on can then say which value is none.
  package init(text: String) throws(Malformed) {
    let decoder = JSONDecoder()
    do {
      self = try decoder.decode(JSONValue.self, from: Data(text.utf8))
    } catch let error {
      decoder.allowsJSON5 = true
      let data = Data(Self.withoutOverflow(text).utf8)
      guard ["NaN", "Infinity"].contains(where: { data.range(of: Data($0.utf8)) != nil }),
        let value = try? decoder.decode(JSONValue.self, from: data)
      else { throw Malformed(description: Self.reason(error)) }
      self = value
    }
  }

  /// The text with numbers that are too large written as infinite. Texts in it stay as they are.
  private static func withoutOverflow(_ text: String) -> String {
    let (quote, escape) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isQuoted = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      var end = place + 1
      if byte == quote {
        isQuoted.toggle()
      } else if isQuoted {
        if byte == escape { end = min(place + 2, bytes.count) }
      } else if byte == UInt8(ascii: "-") || isDigit(byte) {
        while end < bytes.count, isDigit(bytes[end]) || "+-.eE".utf8.contains(bytes[end]) { end += 1 }
        let number = Double(String(decoding: bytes[place..<end], as: UTF8.self))
        if let number, number.isInfinite {
          result += (number < 0 ? "-Infinity" : "Infinity").utf8
          place = end
          continue
        }
      }
      result += bytes[place..<end]
      place = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func reason(_ error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else { return "\(error)" }
    return context.debugDescription
  }

  /// Takes the first of the kinds above that fits.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .map(try container.decode([String: JSONValue].self))
    }
  }

  /// Writes the bare value.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .map(let map): try container.encode(map)
    }
  }

  /// A key's value in a map; nil where there is none, or this is no map.
  package subscript(key: String) -> JSONValue? {
    if case .map(let map) = self { map[key] } else { nil }
  }

  /// The value in one line: keys sorted, `/` as it is.
  package var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    // Every kind can be encoded.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The value as a sentence names it, long ones cut short: `the text "4.2"`, `null`.
  package var inWords: String {
    switch self {
    case .null: "null"
    case .number(let number): number.isFinite ? "the number \(line)" : "\(number)"
    case .text: "the text \(line.prefix(60))"
    case .flag: line
    case .list: "a list"
    case .map: "a mapping"
    }
  }
}
