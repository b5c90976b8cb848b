/// The limits on the bonds of atoms with a symbol: the least and the greatest sum of bond orders (without a Kekulé
/// double bond of an aromatic atom), and the greatest number of neighbours.
package struct BondLimits: Sendable, Hashable, Codable {
  /// The least sum if none is known.
  static let unknown = 255

  package var least = unknown
  package var most = 0
  package var neighbours = 0

  package init(least: Int = unknown, most: Int = 0, neighbours: Int = 0) {
    (self.least, self.most, self.neighbours) = (least, most, neighbours)
  }

  /// The limits without any example: an atom without brackets has its usual valence, and is filled up with hydrogens.
  /// For atoms in brackets nothing is known.
  init(_ symbol: AtomSymbol) {
    self.init(
      least: symbol.isBracketed ? Self.unknown : 0, most: symbol.valence,
      neighbours: symbol.isAromatic ? min(symbol.valence, 3) : symbol.valence)
  }

  /// The limits that allow what either one allows.
  package func united(with other: BondLimits?) -> BondLimits {
    guard let other else { return self }
    return BondLimits(
      least: min(least, other.least), most: max(most, other.most), neighbours: max(neighbours, other.neighbours))
  }
}

/// The features of a set of strings: their tokens, the bonds of their atoms and their ends.
struct StringSurvey: Sendable {
  private(set) var table = SymbolTable()
  private var codes = Set<UInt32>()
  private var limitsBySymbol: [BondLimits] = []
  private var stars: (least: Int, most: Int) = (.max, 0)

  mutating func add(_ string: ExtendedSMILES) {
    let codes = string.tokens.map { TokenCode($0, in: &table) }
    add(StringGraph(codes, table: table))
    add(codes)
  }

  /// Adds the tokens of a string. This survey's table must be an extension of the one that numbers their symbols.
  mutating func add(_ codes: [TokenCode]) {
    for code in codes where code.isAtom || code.kind == .ringClosing { self.codes.insert(code.bits) }
  }

  /// Adds the atoms of a molecule.
  mutating func add(_ graph: StringGraph) {
    table = graph.table
    while limitsBySymbol.count < table.symbols.count { limitsBySymbol.append(BondLimits()) }
    var starsHere = 0
    for (atom, symbol) in graph.atoms.enumerated() {
      let (sum, degree) = (graph.bondOrderSum(of: atom), graph.degree(of: atom))
      limitsBySymbol[symbol] = limitsBySymbol[symbol].united(
        with: BondLimits(least: sum, most: sum, neighbours: degree))
      if table.symbols[symbol].isStar { starsHere += 1 }
    }
    stars = (min(stars.least, starsHere), max(stars.most, starsHere))
  }

  /// Adds the results of another survey.
  mutating func add(_ other: StringSurvey) {
    let numbers = other.table.symbols.map { table.number(of: $0.text) }
    while limitsBySymbol.count < table.symbols.count { limitsBySymbol.append(BondLimits()) }
    for (symbol, limits) in other.limitsBySymbol.enumerated() {
      limitsBySymbol[numbers[symbol]] = limitsBySymbol[numbers[symbol]].united(with: limits)
    }
    for bits in other.codes {
      let code = TokenCode(bits: bits)
      codes.insert(code.isAtom ? TokenCode(.atom, bond: code.bond, numbers[code.value]).bits : bits)
    }
    stars = (min(stars.least, other.stars.least), max(stars.most, other.stars.most))
  }

  var tokens: [Token] { codes.map { TokenCode(bits: $0).token(table.symbols) } }

  var limits: [String: BondLimits] {
    var limits: [String: BondLimits] = [:]
    for (symbol, limit) in zip(table.symbols, limitsBySymbol) where limit.least < BondLimits.unknown {
      limits[symbol.text] = limit
    }
    return limits
  }

  /// The number of `*` in every string, if it is the same in all.
  var starCount: Int? { stars.least == stars.most ? stars.most : nil }
}
