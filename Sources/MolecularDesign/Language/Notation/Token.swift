/// One token of extended SMILES (Ikebata et al. 2017, doi 10.1007/s10822-016-0008-z).
///
/// A bond is fused with the atom that follows it. A ring opening is `&`; a ring closing refers to the opening by its
/// index among the open rings, 0 being the last opened, so that no ring numbers are needed.
public enum Token: Hashable, Sendable {
  /// An atom, with the bond to the atom before it: `C`, `=O`, `[nH]`, `/[C@@H]`.
  case atom(Bond, symbol: String)
  /// `(`
  case branchOpening
  /// `)`
  case branchClosing
  /// `&`: the atom before it opens a ring.
  case ringOpening
  /// The atom before it closes a ring: the bond, and the index of the opening among the open rings (0: the last).
  case ringClosing(Bond, index: Int)
  /// `!`: the string is complete.
  case end
}

/// A bond as SMILES writes it. The direction of ``up`` and ``down`` is that in which the bond is written.
public enum Bond: String, Hashable, Sendable, CaseIterable {
  /// Not written: single, or aromatic between two aromatic atoms.
  case implicit = ""
  /// `-`
  case single = "-"
  /// `=`
  case double = "="
  /// `#`
  case triple = "#"
  /// `$`
  case quadruple = "$"
  /// `:`
  case aromatic = ":"
  /// `/`
  case up = "/"
  /// `\`
  case down = "\\"

  /// The order; a direction or an aromatic bond counts as one.
  package var order: Int {
    switch self {
    case .double: 2
    case .triple: 3
    case .quadruple: 4
    default: 1
    }
  }

  /// The index among all cases.
  package var number: Int {
    switch self {
    case .implicit: 0
    case .single: 1
    case .double: 2
    case .triple: 3
    case .quadruple: 4
    case .aromatic: 5
    case .up: 6
    case .down: 7
    }
  }

  /// The same bond written in the other direction.
  public var reversed: Bond {
    switch self {
    case .up: .down
    case .down: .up
    default: self
    }
  }
}

extension Token: CustomStringConvertible {
  /// The token in extended SMILES. A ring closing of index 10 or more, or with a bond, is written like `=0` and `%10`.
  public var description: String {
    switch self {
    case .atom(let bond, let symbol): bond.rawValue + symbol
    case .branchOpening: "("
    case .branchClosing: ")"
    case .ringOpening: "&"
    case .ringClosing(let bond, let index): bond.rawValue + (index < 10 ? "\(index)" : "%\(index)")
    case .end: "!"
    }
  }
}

extension Token {
  /// Reads a token as ``description`` writes it; nil if it is invalid.
  package init?(_ text: String) {
    switch text {
    case "(": self = .branchOpening
    case ")": self = .branchClosing
    case "&": self = .ringOpening
    case "!": self = .end
    default:
      let bond = text.first.flatMap { Bond(rawValue: String($0)) } ?? .implicit
      var rest = text.dropFirst(bond.rawValue.count)
      let isLong = rest.first == "%"
      if isLong { rest = rest.dropFirst() }
      if let first = rest.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
        guard let index = Int(rest), index < 1 << 16 else { return nil }
        self = .ringClosing(bond, index: index)
      } else {
        // An atom must be equal to the result of reading a SMILES of this atom alone.
        guard !isLong, let only = try? ExtendedSMILES(smiles: String(rest)).tokens, only.count == 2,
          case .atom(.implicit, let symbol) = only[0], symbol == String(rest)
        else { return nil }
        self = .atom(bond, symbol: symbol)
      }
    }
  }
}
