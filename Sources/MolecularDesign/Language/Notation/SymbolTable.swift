/// Atom symbols, numbered in order of arrival; the mirror image of a stereo centre is added with it.
package struct SymbolTable: Sendable {
  package private(set) var symbols: [AtomSymbol] = []
  /// The number of each symbol's mirror image; -1 without a stereo centre.
  package private(set) var mirrors: [Int] = []
  private var numbers: [String: Int] = [:]
  /// The numbers of one-letter symbols, by letter; these are nearly all atoms.
  private var letters = [Int](repeating: -1, count: 128)

  package init() {}

  /// The number of a symbol.
  package mutating func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    let number = append(text)
    if let mirrored = symbols[number].mirrored {
      mirrors[number] = numbers[mirrored] ?? append(mirrored)
      mirrors[mirrors[number]] = number
    }
    return number
  }

  private mutating func append(_ text: String) -> Int {
    numbers[text] = symbols.count
    symbols.append(AtomSymbol(text))
    mirrors.append(-1)
    return symbols.count - 1
  }

  /// The number of a symbol of one letter.
  package mutating func number(ofLetter byte: UInt8) -> Int {
    let known = letters[Int(byte & 127)]
    if known >= 0 { return known }
    let number = number(of: String(UnicodeScalar(byte)))
    letters[Int(byte & 127)] = number
    return number
  }
}

/// A token as a number, with atom symbols numbered by a ``SymbolTable``: the form of strings during reading and
/// writing.
package struct TokenCode: Sendable, Hashable {
  package enum Kind: UInt32 { case end, branchOpening, branchClosing, ringOpening, ringClosing, atom }

  /// From the left: 8 bits of kind, 8 of bond, 16 of symbol or index.
  package let bits: UInt32

  package static let end = TokenCode(.end)
  package static let branchOpening = TokenCode(.branchOpening)
  package static let branchClosing = TokenCode(.branchClosing)
  package static let ringOpening = TokenCode(.ringOpening)

  package init(bits: UInt32) { self.bits = bits }

  package init(_ kind: Kind, bond: Bond = .implicit, _ value: Int = 0) {
    bits = kind.rawValue << 24 | UInt32(bond.number) << 16 | UInt32(truncatingIfNeeded: value) & 0xFFFF
  }

  package var kind: Kind { Kind(rawValue: bits >> 24) ?? .end }
  package var bond: Bond { Bond.allCases[Int(bits >> 16 & 0xFF)] }
  /// The symbol's number, or the index of a ring closing.
  package var value: Int { Int(bits & 0xFFFF) }
  package var isAtom: Bool { bits >> 24 == Kind.atom.rawValue }

  package init(_ token: Token, in table: inout SymbolTable) {
    switch token {
    case .end: self = .end
    case .branchOpening: self = .branchOpening
    case .branchClosing: self = .branchClosing
    case .ringOpening: self = .ringOpening
    case .ringClosing(let bond, let index): self.init(.ringClosing, bond: bond, index)
    case .atom(let bond, let symbol): self.init(.atom, bond: bond, table.number(of: symbol))
    }
  }

  package func token(_ symbols: [AtomSymbol]) -> Token {
    switch kind {
    case .end: .end
    case .branchOpening: .branchOpening
    case .branchClosing: .branchClosing
    case .ringOpening: .ringOpening
    case .ringClosing: .ringClosing(bond, index: value)
    case .atom: .atom(bond, symbol: symbols[value].text)
    }
  }
}
