/// Reads the bytes of a SMILES into tokens, and numbers the atom symbols by a table.
struct SMILESReader {
  /// The reason why a SMILES with a dot is rejected.
  static let severalComponents = "it has several components (a dot), but a molecule must have only one"

  private let smiles: String
  private let bytes: [UInt8]
  private var position = 0
  private var tokens: [TokenCode] = []
  private(set) var table: SymbolTable
  /// The open rings, the last opened at the end: the ring number and the bond written with it.
  private var openRings: [(number: Int, bond: Bond)] = []
  private var openBranches = 0
  private var bond: Bond?

  init(_ smiles: String, table: SymbolTable = SymbolTable()) {
    self.smiles = smiles
    self.table = table
    bytes = Array(smiles.utf8)
    tokens.reserveCapacity(bytes.count + 1)
  }

  mutating func read() throws(DesignError) -> [TokenCode] {
    while position < bytes.count { try readNext() }
    if bond != nil { throw failure("it ends with a bond that leads nowhere") }
    if tokens.isEmpty { throw failure("it is empty") }
    if openBranches > 0 { throw failure("a branch is not closed") }
    if let ring = openRings.last { throw failure("ring \(ring.number) is not closed") }
    tokens.append(.end)
    return tokens
  }

  private mutating func readNext() throws(DesignError) {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "("):
      try refuseBond(before: "a branch opens")
      if tokens.isEmpty { throw failure("it starts with a branch") }
      openBranches += 1
      try append(.branchOpening)
    case UInt8(ascii: ")"):
      try refuseBond(before: "a branch closes")
      if openBranches == 0 { throw failure("a branch is closed that was not opened") }
      if tokens.last == .branchOpening { throw failure("a branch is empty") }
      openBranches -= 1
      try append(.branchClosing)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "%"):
      try readRing()
    case UInt8(ascii: "."):
      throw failure(Self.severalComponents)
    case UInt8(ascii: "["):
      try readBracketAtom()
    default:
      if let symbol = Self.bond(byte) {
        if bond != nil { throw failure("two bonds follow one another") }
        bond = symbol
        position += 1
      } else {
        try readAtom()
      }
    }
  }

  private mutating func append(_ token: TokenCode) throws(DesignError) {
    tokens.append(token)
    position += 1
  }

  private mutating func appendAtom(_ symbol: Int) throws(DesignError) {
    if tokens.isEmpty, bond != nil { throw failure("it starts with a bond") }
    if symbol > Int(UInt16.max) { throw failure("it has too many kinds of atoms") }
    tokens.append(TokenCode(.atom, bond: bond ?? .implicit, symbol))
    bond = nil
  }

  private mutating func readAtom() throws(DesignError) {
    let byte = bytes[position]
    let following = position + 1 < bytes.count ? bytes[position + 1] : 0
    if byte == UInt8(ascii: "C"), following == UInt8(ascii: "l") {
      try appendAtom(table.number(of: "Cl"))
      position += 2
    } else if byte == UInt8(ascii: "B"), following == UInt8(ascii: "r") {
      try appendAtom(table.number(of: "Br"))
      position += 2
    } else if Self.organicSubset.contains(byte) {
      try appendAtom(table.number(ofLetter: byte))
      position += 1
    } else {
      throw failure("\u{201C}\(UnicodeScalar(byte))\u{201D} at position \(position + 1) is not part of SMILES")
    }
  }

  private mutating func readBracketAtom() throws(DesignError) {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")) else {
      throw failure("a bracket is not closed")
    }
    let symbol = String(decoding: bytes[position...end], as: UTF8.self)
    guard Self.isAtom(bytes[(position + 1)..<end]) else { throw failure("\(symbol) is not an atom") }
    if let chirality = bytes[position..<end].firstIndex(of: UInt8(ascii: "@")),
      bytes[chirality..<end].drop(while: { $0 == UInt8(ascii: "@") }).first.map(Self.startsStereoClass) == true
    {
      throw failure("the atom \(symbol) has a stereo centre that is not a plain tetrahedral one")
    }
    try appendAtom(table.number(of: symbol))
    position = end + 1
  }

  private mutating func readRing() throws(DesignError) {
    let number: Int
    if bytes[position] == UInt8(ascii: "%") {
      let digits = bytes[(position + 1)...].prefix(2)
      guard digits.count == 2, let value = Int(String(decoding: digits, as: UTF8.self)) else {
        throw failure("\u{201C}%\u{201D} is not followed by two digits")
      }
      number = value
      position += 3
    } else {
      number = Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
    }
    switch tokens.last?.kind {
    case .atom, .ringOpening, .ringClosing: break
    default: throw failure("ring \(number) does not follow an atom")
    }
    let written = bond ?? .implicit
    bond = nil
    if let place = openRings.lastIndex(where: { $0.number == number }) {
      let opened = openRings[place].bond
      let closing = written == .implicit ? opened.reversed : written
      if opened != .implicit, closing != opened, closing != opened.reversed {
        throw failure("the two ends of ring \(number) have different bonds")
      }
      tokens.append(TokenCode(.ringClosing, bond: closing, openRings.count - 1 - place))
      openRings.remove(at: place)
    } else {
      tokens.append(.ringOpening)
      openRings.append((number, written))
    }
  }

  private mutating func refuseBond(before what: String) throws(DesignError) {
    if bond != nil { throw failure("a bond leads nowhere where \(what)") }
  }

  private func failure(_ reason: String) -> DesignError { .unreadableSMILES(smiles, reason: reason) }

  /// Whether an element or a star follows an isotope's digits; the rest is checked by the chemistry.
  private static func isAtom(_ inside: ArraySlice<UInt8>) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = inside.drop(while: digits.contains).first else { return false }
    return first == UInt8(ascii: "*") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first & 0xDF)
  }

  private static let organicSubset = Set("BCNOPSFIbcnops*".utf8)

  /// The two letters of a stereo class (`@TH1`, `@AL2`, `@SP3` …) start with one of these; `H` counts hydrogens.
  private static func startsStereoClass(_ byte: UInt8) -> Bool { "TASO".utf8.contains(byte) }

  private static func bond(_ byte: UInt8) -> Bond? {
    switch byte {
    case UInt8(ascii: "-"): .single
    case UInt8(ascii: "="): .double
    case UInt8(ascii: "#"): .triple
    case UInt8(ascii: "$"): .quadruple
    case UInt8(ascii: ":"): .aromatic
    case UInt8(ascii: "/"): .up
    case UInt8(ascii: "\\"): .down
    default: nil
    }
  }
}
