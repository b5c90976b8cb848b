/// A token's number in a ``Vocabulary``.
public typealias TokenID = UInt16

/// The tokens of a language model, numbered: first the four that every language has, then the ring closings, then the
/// atoms (those without a bond first, since only these can start a string). It also has the limits on the atoms' bonds,
/// and the number of ends (`*`), in its strings.
public struct Vocabulary: Sendable, Hashable {
  /// The tokens; a token's number is its index.
  public let tokens: [Token]
  /// The number of `*` in every string; nil if it differs between strings.
  public let starCount: Int?

  package static let end: TokenID = 0
  package static let branchOpening: TokenID = 1
  package static let branchClosing: TokenID = 2
  package static let ringOpening: TokenID = 3
  /// Marks the position before the first token in a context. It is never written.
  package static let start = TokenID.max
  /// The greatest number of tokens.
  static let greatestCount = 16_000

  package let ringClosings: Range<Int>
  /// The index among the open rings of each ring closing, by its position in ``ringClosings``.
  package let closingIndices: [Int]
  package let startAtoms: Range<Int>
  package let bondedAtoms: Range<Int>
  /// The limits on the bonds of atoms, by symbol.
  package let limits: [String: BondLimits]
  /// The properties of each token for the writing rules.
  let facts: [TokenFact]
  /// One token of each kind of atoms with the same rules, and for each token the index of its kind.
  let atomKinds: [TokenFact]
  let kindPlaces: [Int]
  let table: SymbolTable
  /// The token of an atom, at 8 × the symbol's number + the bond's.
  private let atomNumbers: [TokenID]
  /// The token of a ring closing, at 8 × the index + the bond's number.
  private let closingNumbers: [TokenID]

  /// Creates the vocabulary of some strings.
  public init(of strings: some Sequence<ExtendedSMILES>) {
    var survey = StringSurvey()
    for string in strings { survey.add(string) }
    self.init(survey)
  }

  init(_ survey: StringSurvey) {
    self.init(tokens: survey.tokens, limits: survey.limits, starCount: survey.starCount)
  }

  /// Creates a vocabulary from distinct tokens in any order.
  init(tokens distinct: some Sequence<Token>, limits: [String: BondLimits], starCount: Int?) {
    var closings: [(text: String, index: Int, token: Token)] = []
    var starts: [(text: String, token: Token)] = []
    var bonded: [(text: String, token: Token)] = []
    for token in distinct {
      switch token {
      case .ringClosing(_, let index): closings.append((token.description, index, token))
      case .atom(.implicit, _): starts.append((token.description, token))
      case .atom: bonded.append((token.description, token))
      case .branchOpening, .branchClosing, .ringOpening, .end: break
      }
    }
    closings.sort { ($0.index, $0.text) < ($1.index, $1.text) }
    starts.sort { $0.text < $1.text }
    bonded.sort { $0.text < $1.text }
    tokens =
      [.end, .branchOpening, .branchClosing, .ringOpening] + closings.map(\.token) + starts.map(\.token)
      + bonded.map(\.token)
    ringClosings = 4..<(4 + closings.count)
    closingIndices = closings.map(\.index)
    startAtoms = ringClosings.upperBound..<(ringClosings.upperBound + starts.count)
    bondedAtoms = startAtoms.upperBound..<tokens.count
    self.starCount = starCount
    self.limits = limits
    var table = SymbolTable()
    let codes = tokens.map { TokenCode($0, in: &table) }
    self.table = table
    let symbols = table.symbols
    facts = codes.map { code in
      guard code.isAtom else { return TokenFact(code) }
      let symbol = symbols[code.value]
      return TokenFact(code, symbol: symbol, limits: BondLimits(symbol).united(with: limits[symbol.text]))
    }
    var kinds: [TokenFact.Rules: Int] = [:]
    var atomKinds: [TokenFact] = []
    kindPlaces = facts.map { fact in
      guard fact.kind == .atom else { return -1 }
      if let place = kinds[fact.rules] { return place }
      kinds[fact.rules] = atomKinds.count
      atomKinds.append(fact)
      return atomKinds.count - 1
    }
    self.atomKinds = atomKinds
    var atomNumbers = [TokenID](repeating: Self.start, count: 8 * symbols.count)
    var closingNumbers = [TokenID](repeating: Self.start, count: 8 * ((closingIndices.last ?? -1) + 1))
    for (number, code) in codes.enumerated() {
      if code.isAtom { atomNumbers[8 * code.value + code.bond.number] = TokenID(number) }
      if code.kind == .ringClosing { closingNumbers[8 * code.value + code.bond.number] = TokenID(number) }
    }
    self.atomNumbers = atomNumbers
    self.closingNumbers = closingNumbers
  }

  /// Two vocabularies are equal if their tokens and the limits from their strings are.
  public static func == (a: Vocabulary, b: Vocabulary) -> Bool {
    a.tokens == b.tokens && a.limits == b.limits && a.starCount == b.starCount
  }

  /// Hashes the tokens.
  public func hash(into hasher: inout Hasher) { hasher.combine(tokens) }

  /// The number of tokens.
  public var count: Int { tokens.count }

  /// A string's tokens as numbers; nil if the vocabulary lacks one of them.
  public func encode(_ string: ExtendedSMILES) -> [TokenID]? {
    var own = table
    return encode(string.tokens.map { TokenCode($0, in: &own) })
  }

  /// The string for numbers of this vocabulary.
  public func decode(_ encoded: [TokenID]) -> ExtendedSMILES { ExtendedSMILES(tokens: encoded.map { tokens[Int($0)] }) }

  /// The numbers of tokens whose symbols are numbered as in ``table``; nil if the vocabulary lacks one of them.
  func encode(_ codes: [TokenCode]) -> [TokenID]? {
    var encoded: [TokenID] = []
    encoded.reserveCapacity(codes.count)
    for code in codes {
      guard let number = number(of: code) else { return nil }
      encoded.append(number)
    }
    return encoded
  }

  /// The symbols of another table, numbered as in this vocabulary's; -1 for missing ones.
  func numbers(of other: SymbolTable) -> [Int] {
    var own: [String: Int] = [:]
    for (number, symbol) in table.symbols.enumerated() { own[symbol.text] = number }
    return other.symbols.map { own[$0.text] ?? -1 }
  }

  /// The number of a token, whose symbols may be numbered by another table; nil if the vocabulary lacks it.
  func number(of code: TokenCode, symbols: [Int]? = nil) -> TokenID? {
    let value = code.isAtom ? symbols?[code.value] ?? code.value : code.value
    guard value >= 0 else { return nil }
    let place = 8 * value + code.bond.number
    let number: TokenID
    switch code.kind {
    case .end: return Self.end
    case .branchOpening: return Self.branchOpening
    case .branchClosing: return Self.branchClosing
    case .ringOpening: return Self.ringOpening
    case .ringClosing: number = place < closingNumbers.count ? closingNumbers[place] : Self.start
    case .atom: number = place < atomNumbers.count ? atomNumbers[place] : Self.start
    }
    return number == Self.start ? nil : number
  }

  /// The graph of a string.
  func graph(of encoded: [TokenID]) -> StringGraph {
    StringGraph(encoded.map { facts[Int($0)].code }, table: table)
  }

  /// The tokens of both vocabularies, and the limits that allow what either allows.
  func united(with other: Vocabulary) -> Vocabulary {
    guard self != other else { return self }
    return Vocabulary(
      tokens: Set(tokens).union(other.tokens),
      limits: limits.merging(other.limits) { $0.united(with: $1) },
      starCount: starCount == other.starCount ? starCount : nil)
  }
}
