/// Reads a formula from left to right.
///
/// It works on ASCII bytes, one for each character, so that a formula is read in less than a microsecond: digits that are
/// subscripts are read as digits, and every dot of a hydrate as `*`.
struct FormulaReader {
  private let text: String
  private let bytes: [UInt8]
  private let table = ElementTable.current
  private var place = 0
  private var depth = 0
  /// What was read so far, each element once.
  private(set) var parts: [Composition.Part] = []

  /// Brackets in brackets beyond this depth are an error.
  private static let deepest = 20
  /// Stands for a character that no formula has.
  private static let foreign: UInt8 = 1

  init(_ text: String) {
    self.text = text
    let utf8 = Array(text.utf8)
    bytes = utf8.allSatisfy { $0 < 128 } ? utf8 : text.map(Self.byte)
    parts.reserveCapacity(8)
  }

  private static func byte(_ character: Character) -> UInt8 {
    if let ascii = character.asciiValue { return ascii }
    if "·•⋅∙×".contains(character) { return UInt8(ascii: "*") }
    if character.isWhitespace { return UInt8(ascii: " ") }
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first,
      (0x2080...0x2089).contains(scalar.value)
    else { return foreign }
    return UInt8(scalar.value - 0x2080) + UInt8(ascii: "0")
  }

  /// Reads the whole text.
  mutating func read() throws(CompositionError) {
    try refuseHydrateWithPoint()
    while true {
      skipSpaces()
      // The number before a part of a hydrate: the 5 of CuSO4·5H2O.
      let factor = try number() ?? 1
      let (start, first) = (place, parts.count)
      // Parts of a hydrate have elements in common, so that a factor needs amounts of its own.
      let before = factor == 1 ? [] : parts
      if factor != 1 { parts = [] }
      try group(until: nil)
      guard place > start else {
        // A sign that stands for something else is named before what is missing.
        if place < bytes.count, bytes[place] != UInt8(ascii: "*") { throw refusal }
        throw error(first == 0 ? "there is no element" : "an element is missing")
      }
      if factor != 1 { merge(before, with: factor) }
      guard place < bytes.count, bytes[place] == UInt8(ascii: "*") else { break }
      place += 1
    }
    guard place < bytes.count else { return }
    throw refusal
  }

  /// The error at a character that no formula has at this place.
  private var refusal: CompositionError {
    let character = text[text.index(text.startIndex, offsetBy: place)]
    if ")]}".contains(character) { return error("the bracket '\(character)' is closed, but was not opened") }
    return error("'\(character)' is not part of a formula" + (Self.hint(at: character).map { "; \($0)" } ?? ""))
  }

  /// What people mean by a character that no formula has, and how to write it.
  private static func hint(at character: Character) -> String? {
    switch character {
    case "+", "⁺", "⁰"..."⁹", "¹", "²", "³": "leave out charges"
    case "-", "–", "—", "−", "⁻", "x", "y", "z", "n", "δ", "±", "~", "<", ">", "½", "¼", "¾":
      "leave out charges, and write each amount as a number, without variables and ranges"
    case "/", ":", "|", "&": "write one material, without what it is mixed or coated with"
    case ",": "write decimals with a point, and the amount of each element"
    case "%": "amounts are numbers of atoms, not per cent"
    case "a"..."z": "a symbol begins with a capital letter"
    default: nil
    }
  }

  private mutating func skipSpaces() {
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t") { place += 1 }
  }

  private func error(_ reason: String, at place: Int? = nil) -> CompositionError {
    CompositionError(formula: text, position: (place ?? self.place) + 1, reason: reason)
  }

  private mutating func add(_ element: Element, _ amount: Double) {
    if let known = parts.firstIndex(where: { $0.element == element }) {
      parts[known] = Composition.Part(element, parts[known].amount + amount)
    } else {
      parts.append(Composition.Part(element, amount))
    }
  }

  /// Multiplies the parts read last, and puts those before them first.
  private mutating func merge(_ before: [Composition.Part], with factor: Double) {
    let inner = parts
    parts = before
    for part in inner { add(part.element, factor * part.amount) }
  }

  private static let closings = Array(")]}".utf8)

  private static func closing(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    default: nil
    }
  }

  /// Elements and groups up to a closing bracket, a dot or the end.
  private mutating func group(until end: UInt8?) throws(CompositionError) {
    while true {
      skipSpaces()
      guard place < bytes.count, bytes[place] != end else { return }
      let byte = bytes[place]
      if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") {
        let element = try element()
        add(element, try number() ?? 1)
      } else if let closing = Self.closing(byte) {
        try bracket(closing)
      } else {
        return
      }
    }
  }

  private mutating func bracket(_ closing: UInt8) throws(CompositionError) {
    let start = place
    guard depth < Self.deepest else { throw error("brackets are nested more than \(Self.deepest) deep") }
    depth += 1
    place += 1
    let before = parts
    parts = []
    try group(until: closing)
    guard place < bytes.count, bytes[place] == closing else {
      if place < bytes.count, !Self.closings.contains(bytes[place]), bytes[place] != UInt8(ascii: "*") { throw refusal }
      throw error("the bracket '\(Character(UnicodeScalar(bytes[start])))' is not closed", at: start)
    }
    guard !parts.isEmpty else { throw error("the brackets are empty", at: start) }
    depth -= 1
    place += 1
    merge(before, with: try number() ?? 1)
  }

  private mutating func element() throws(CompositionError) -> Element {
    let start = place
    let first = bytes[place]
    place += 1
    var second: UInt8?
    if place < bytes.count, bytes[place] >= UInt8(ascii: "a"), bytes[place] <= UInt8(ascii: "z") {
      second = bytes[place]
      place += 1
    }
    if let element = table.element(first, second) { return element }
    // Sr1-xLaxCxO3: a variable behind a symbol of one letter.
    if let second, "xyzn".utf8.contains(second), table.element(first, nil) != nil {
      place -= 1
      throw refusal
    }
    let symbol = String(decoding: [first] + (second.map { [$0] } ?? []), as: UTF8.self)
    let reason =
      symbol == "D" || symbol == "T"
      ? "'\(symbol)' is an isotope of hydrogen; write H"
      : "'\(symbol)' is not the symbol of an element from H to \(table.symbols.last ?? "")"
    throw error(reason, at: start)
  }

  private static let powers: [Double] = [
    1, 10, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The number at this place; nil if there is none.
  private mutating func number() throws(CompositionError) -> Double? {
    skipSpaces()
    let start = place
    var (digits, decimals, points, whole) = (0, 0, 0, 0)
    while place < bytes.count {
      let byte = bytes[place]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        if digits < 15 { whole = 10 * whole + Int(byte - UInt8(ascii: "0")) }
        digits += 1
        decimals += points
      } else if byte == UInt8(ascii: ".") {
        points += 1
      } else {
        break
      }
      place += 1
    }
    guard place > start else { return nil }
    // The point before a part of a hydrate or of an oxide, as in 3CaO.Al2O3.
    guard digits > 0 else {
      throw error("the point is not part of a number; write '·' or '*' between parts", at: start)
    }
    let hasExponent = skipExponent()
    // A quotient of two whole numbers that are exact is the nearest number to the decimal one.
    let value =
      digits > 0 && digits <= 15 && points <= 1 && !hasExponent
      ? Double(whole) / Self.powers[decimals]
      : Double("0" + String(decoding: bytes[start..<place], as: UTF8.self)) ?? .nan
    guard value.isFinite else {
      throw error("'\(String(decoding: bytes[start..<place], as: UTF8.self))' is not a number", at: start)
    }
    guard value >= 1e-9, value <= 1e9 else {
      throw error(
        "an amount is \(String(decoding: bytes[start..<place], as: UTF8.self)), and must be from 1e-9 to 1e9", at: start
      )
    }
    return value
  }

  /// Skips an exponent, as in C9.5e-05; no element begins with a small letter.
  private mutating func skipExponent() -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "e") else { return false }
    var end = place + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") { end += 1 }
    let first = end
    while end < bytes.count, bytes[end] >= UInt8(ascii: "0"), bytes[end] <= UInt8(ascii: "9") { end += 1 }
    guard end > first else { return false }
    place = end
    return true
  }

  /// In `CuSO4.5H2O` the point could be a decimal point.
  private func refuseHydrateWithPoint() throws(CompositionError) {
    let waters = ["H2O", "(H2O)", "[H2O]"].map { Array($0.utf8) }
    guard let water = waters.last(where: { bytes.suffix($0.count) == $0[...] }), bytes.count > water.count + 1,
      let point = bytes.lastIndex(of: UInt8(ascii: ".")), point > 0, bytes[point - 1] != UInt8(ascii: "0"),
      bytes[(point + 1)...].dropLast(water.count).allSatisfy({
        $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: " ")
      })
    else { return }
    throw error("it is not clear whether the point is that of a hydrate; write '·' or '*' for one", at: point)
  }
}

extension Composition {
  /// The greatest number of bytes of a formula.
  public static let longestFormula = 500

  /// Reads a formula: symbols with amounts, which may have decimals, in brackets of any kind, and with `·` or `*` before
  /// the water of a hydrate. Amounts are kept as they are written.
  ///
  /// - Throws: ``CompositionError`` with the place of the first character that cannot be read. Charges are not accepted,
  ///   and elements beyond plutonium are not either.
  public init(_ formula: String) throws(CompositionError) {
    guard formula.utf8.count <= Self.longestFormula else {
      throw CompositionError(
        formula: formula, position: Self.longestFormula + 1,
        reason: "it has more than the \(Self.longestFormula) bytes that are read")
    }
    var reader = FormulaReader(formula)
    try reader.read()
    // Brackets and hydrates multiply amounts that were each within the limits.
    guard reader.parts.allSatisfy({ (1e-9...1e9).contains($0.amount) }) else {
      throw CompositionError(
        formula: formula, position: 1, reason: "an amount with its brackets is not from 1e-9 to 1e9")
    }
    self.init(reader.parts)
  }
}
