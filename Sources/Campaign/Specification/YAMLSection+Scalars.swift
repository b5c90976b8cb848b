import Yams

/// How a campaign file's numbers are written: by the core schema of YAML 1.2 in decimal digits, with a sign, a point and an
/// exponent where wanted. YAML 1.1, which the library reads, knows more ways, and `010` is 8 in it.
enum YAMLNumber {
  /// The number that a node stands for; nil for text, and for everything in quotation marks or with a tag of its own.
  static func read(_ node: Node) -> Double? {
    guard let text = plainText(node), isDecimal(text) else { return nil }
    return Double(text)
  }

  /// The whole number that a node stands for; nil for anything else, and for one that is too large.
  static func readWhole(_ node: Node) -> Int? {
    guard let text = plainText(node), text.dropSign.allSatisfy(\.isDigit) else { return nil }
    return Int(text)
  }

  /// What of a node only YAML 1.1 takes for a number: `0x10`, `0o17`, `0b11`, `1_000`, `1:30`; nil where it is anything else.
  static func foreign(_ node: Node) -> String? {
    guard let text = plainText(node), !isDecimal(text), node.float != nil || node.int != nil else { return nil }
    return ["inf", "nan"].contains { text.lowercased().hasSuffix(".\($0)") } ? nil : text
  }

  /// What stands in a node without quotation marks and without a tag.
  private static func plainText(_ node: Node) -> String? {
    guard let scalar = node.scalar, scalar.style == .plain, hasUsualTag(scalar) else {
      return nil
    }
    return scalar.string
  }

  /// Whether a scalar says nothing of its kind, or that it is a number or text: not `!foo 1`.
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

/// YAML's aliases (`*name`), which stand for a value that has an anchor (`&name`).
enum YAMLAliases {
  /// The greatest number of them in a file. Aliases of values that have aliases multiply, but this number at most by some hundreds.
  static let most = 16

  /// How many aliases a text may have, counted before it is read: nothing is counted in it that has no anchor. What looks like
  /// one in a text or a comment counts as well.
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

  /// Whether a token may begin after a byte: a space, an indicator, or a part of one of the line ends beyond ASCII.
  private static func startsToken(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte >= 0x80 || "[{,:?-".utf8.contains(byte)
  }
}
