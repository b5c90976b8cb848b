/// The properties of a token that the writing rules need.
struct TokenFact: Sendable {
  /// The properties that decide whether an atom may follow.
  struct Rules: Sendable, Hashable {
    /// The bond's order, 1 to 4.
    var order: Int8
    var hasNoBondSymbol: Bool
    /// Whether the bond is aromatic between two aromatic atoms.
    var hasAromaticBond: Bool
    var isAromatic: Bool
    var isStar: Bool
    var kekuleLimit: Int8
    var least: UInt8
    var most: UInt8
    var neighbours: UInt8
  }

  let code: TokenCode
  let kind: TokenCode.Kind
  /// For a ring closing, the index among the open rings.
  let ringIndex: Int
  let rules: Rules

  init(_ code: TokenCode, symbol: AtomSymbol? = nil, limits: BondLimits = BondLimits()) {
    self.code = code
    kind = code.kind
    ringIndex = code.kind == .ringClosing ? code.value : 0
    rules = Rules(
      order: Int8(code.bond.order), hasNoBondSymbol: code.bond == .implicit,
      hasAromaticBond: code.bond == .implicit || code.bond == .aromatic, isAromatic: symbol?.isAromatic ?? false,
      isStar: symbol?.isStar ?? false, kekuleLimit: Int8(clamping: symbol?.kekuleLimit ?? -1),
      least: limits.least >= BondLimits.unknown ? 0 : UInt8(clamping: limits.least),
      most: UInt8(clamping: limits.most), neighbours: UInt8(clamping: limits.neighbours))
  }

  var order: Int { Int(rules.order) }
  var hasAromaticBond: Bool { rules.hasAromaticBond }
  var isAromatic: Bool { rules.isAromatic }
  var isStar: Bool { rules.isStar }
  var kekuleLimit: Int { Int(rules.kekuleLimit) }
  /// The least sum of bond orders; 0 if unknown.
  var least: Int { Int(rules.least) }
  /// The greatest sum of bond orders.
  var most: Int { Int(rules.most) }
  /// The greatest number of neighbours.
  var neighbours: Int { Int(rules.neighbours) }
}
