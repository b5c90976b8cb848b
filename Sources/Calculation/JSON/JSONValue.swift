internal import Foundation

/// A value of a JSON document of unknown shape, or of a calculator's setting in a campaign file.
public enum JSONValue: Sendable, Hashable, Codable {
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

  /// Why a text is not a JSON document.
  package struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String
  }

  /// Reads a document. Beyond the standard, `NaN` and `Infinity` are read as numbers, and a number too large for a
  /// `Double`, such as 1e400, is infinite: programs write them, and the caller can then name the invalid value. A
  /// repeated key is rejected, because readers differ in which value they take.
  package init(text: String) throws(Malformed) {
    var reader = JSONReader(text)
    self = try reader.document()
  }

  /// Decodes the first of the kinds above that fits.
  public init(from decoder: any Decoder) throws {
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
  public func encode(to encoder: any Encoder) throws {
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

  /// The value of a key in a map; nil if it is missing or this is not a map.
  package subscript(key: String) -> JSONValue? {
    if case .map(let map) = self { map[key] } else { nil }
  }

  /// The value on one line, with sorted keys and unescaped `/`.
  package var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    // Every kind can be encoded.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The value in the words of a message, shortened if long: `the text "4.2"`, `null`.
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
