/// Parses the text of a ``PropertyExpression`` by recursive descent: sums of products of powers of atoms.
struct PropertyExpressionReader {
  private let text: String
  private let characters: [Character]
  private var place = 0
  private(set) var properties: [String] = []
  private var depth = 0
  /// The deepest nesting of brackets, signs and powers; each level uses stack space.
  private static let greatestDepth = 100
  /// The greatest number of characters, which bounds the number of steps: each step of `a+a+a` uses stack space.
  private static let greatestLength = 1000

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  mutating func read() throws(AcquisitionError) -> PropertyExpression.Node {
    guard characters.count <= Self.greatestLength else {
      throw .unreadableExpression(
        "\(String(characters.prefix(40)))…", problem: "it is longer than \(Self.greatestLength) characters")
    }
    let node = try sum()
    if let rest = next() { throw problem("'\(rest)' is not expected") }
    return node
  }

  private mutating func sum() throws(AcquisitionError) -> PropertyExpression.Node {
    var node = try product()
    while let sign = next(), sign == "+" || sign == "-" {
      place += 1
      let other = try product()
      node = sign == "+" ? .sum(node, other) : .difference(node, other)
    }
    return node
  }

  private mutating func product() throws(AcquisitionError) -> PropertyExpression.Node {
    var node = try signed()
    while let sign = next(), sign == "*" || sign == "/" {
      place += 1
      let other = try signed()
      if sign == "/", other.isZero { throw problem("it divides by zero") }
      node = sign == "*" ? .product(node, other) : .quotient(node, other)
    }
    return node
  }

  private mutating func signed() throws(AcquisitionError) -> PropertyExpression.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.greatestDepth else { throw problem("it is nested too deeply") }
    guard next() == "-" else { return try power() }
    place += 1
    return .negative(try signed())
  }

  private mutating func power() throws(AcquisitionError) -> PropertyExpression.Node {
    let base = try atom()
    guard next() == "^" else { return base }
    place += 1
    return .power(base, try signed())
  }

  private mutating func atom() throws(AcquisitionError) -> PropertyExpression.Node {
    guard let first = next() else { throw problem("it ends where a value should follow") }
    if first == "(" {
      place += 1
      let node = try sum()
      guard next() == ")" else { throw problem("a bracket is not closed") }
      place += 1
      return node
    }
    if first.isNumber || first == "." { return try number() }
    guard first.isLetter || first == "_" else { throw problem("'\(first)' is not expected") }
    let word = word { $0.isLetter || $0.isNumber || $0 == "_" }
    guard next() == "(" else {
      if !properties.contains(word) { properties.append(word) }
      return .property(word)
    }
    guard let function = PropertyExpression.Function(rawValue: word) else {
      throw problem("there is no function '\(word)'")
    }
    return .function(function, try atom())
  }

  private mutating func number() throws(AcquisitionError) -> PropertyExpression.Node {
    var digits = word { $0.isNumber || $0 == "." }
    // 1e-3 is a number; 1 followed by the property e is not.
    if place < characters.count, characters[place] == "e" || characters[place] == "E" {
      place += 1
      digits.append("e")
      if place < characters.count, characters[place] == "-" || characters[place] == "+" {
        digits.append(characters[place])
        place += 1
      }
      digits += word { $0.isNumber }
    }
    guard let value = Double(digits) else { throw problem("'\(digits)' is not a number") }
    return .number(value)
  }

  private mutating func word(_ belongs: (Character) -> Bool) -> String {
    let start = place
    while place < characters.count, belongs(characters[place]) { place += 1 }
    return String(characters[start..<place])
  }

  /// The next character that is not a space, without consuming it.
  private mutating func next() -> Character? {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    return place < characters.count ? characters[place] : nil
  }

  private func problem(_ what: String) -> AcquisitionError { .unreadableExpression(text, problem: what) }
}
