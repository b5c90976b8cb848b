import Yams

/// The numbers of a campaign file: the core schema of YAML 1.2 in decimal digits, with an optional sign, point and
/// exponent. YAML 1.1, which the library implements, has more forms, and reads `010` as 8.
enum YAMLNumber {
  /// The number in a node; nil for text, and for everything in quotation marks or with a tag of its own.
  static func read(_ node: Node) -> Double? {
    guard let text = plainText(node), isDecimal(text) else { return nil }
    return Double(text)
  }

  /// The whole number in a node; nil for anything else, and for a number that is too large.
  static func readWhole(_ node: Node) -> Int? {
    guard let text = plainText(node), text.dropSign.allSatisfy(\.isDigit) else { return nil }
    return Int(text)
  }

  /// The text of a node that is a number only in YAML 1.1: `0x10`, `0o17`, `0b11`, `1_000`, `1:30`; nil for anything
  /// else.
  static func foreign(_ node: Node) -> String? {
    guard let text = plainText(node), !isDecimal(text), node.float != nil || node.int != nil else { return nil }
    return ["inf", "nan"].contains { text.lowercased().hasSuffix(".\($0)") } ? nil : text
  }

  /// The text of a node without quotation marks and without a tag.
  private static func plainText(_ node: Node) -> String? {
    guard let scalar = node.scalar, scalar.style == .plain, hasUsualTag(scalar) else {
      return nil
    }
    return scalar.string
  }

  /// Whether a scalar has no tag, or that of a number or text: not `!foo 1`.
  static func hasUsualTag(_ scalar: Node.Scalar) -> Bool {
    let names: [Tag.Name] = [.implicit, .int, .float, .str]
    return names.map(\.rawValue).contains(scalar.tag.rawValue)
  }

  private static func isDecimal(_ text: String) -> Bool {
    let (mantissa, exponent) = text.dropSign.splitOnce { $0 == "e" || $0 == "E" }
    let (whole, fraction) = mantissa.splitOnce { $0 == "." }
    guard whole.allSatisfy(\.isDigit), (fraction ?? "").allSatisfy(\.isDigit), !(whole + (fraction ?? "")).isEmpty
    else {
      return false
    }
    guard let exponent = exponent.map({ String($0).dropSign }) else { return true }
    return !exponent.isEmpty && exponent.allSatisfy(\.isDigit)
  }
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
  fileprivate var dropSign: Substring { hasPrefix("-") || hasPrefix("+") ? dropFirst() : self[...] }
}

extension Substring {
  fileprivate func splitOnce(_ isSeparator: (Character) -> Bool) -> (Substring, Substring?) {
    guard let place = firstIndex(where: isSeparator) else { return (self, nil) }
    return (self[..<place], self[index(after: place)...])
  }
}

/// YAML's aliases (`*name`), which repeat a value that has an anchor (`&name`).
enum YAMLAliases {
  /// The greatest number of them in a file. Aliases of values that have aliases multiply, but this number by some
  /// hundreds at most.
  static let most = 16

  /// An upper bound of the number of aliases in a text, counted before it is parsed; 0 without anchors. Text or
  /// comments that look like an alias also count.
  static func count(in text: String) -> Int {
    var (anchors, aliases, last) = (0, 0, UInt8(ascii: "\n"))
    for byte in text.utf8 {
      if startsToken(last) {
        if byte == UInt8(ascii: "&") { anchors += 1 }
        if byte == UInt8(ascii: "*") { aliases += 1 }
      }
      last = byte
    }
    return anchors == 0 ? 0 : aliases
  }

  /// Whether a token may begin after a byte: a space, an indicator, or a part of a non-ASCII line ending.
  private static func startsToken(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte >= 0x80 || "[{,:?-".utf8.contains(byte)
  }
}
