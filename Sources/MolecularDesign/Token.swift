/// One token of extended SMILES (Ikebata et al. 2017, doi 10.1007/s10822-016-0008-z).
///
/// A bond is fused with the atom that follows it. A ring opening is `&`; a ring closing names the opening by its place
/// among the rings still open, 0 being the last opened, so that the language has no digits to agree on.
public enum Token: Hashable, Sendable {
  /// An atom, with the bond to the atom before it: `C`, `=O`, `[nH]`, `/[C@@H]`.
  case atom(Bond, symbol: String)
  /// `(`
  case branchOpening
  /// `)`
  case branchClosing
  /// `&`: the atom before it opens a ring.
  case ringOpening
  /// The atom before it closes a ring: the bond, and the place of the opening among the rings still open (0: the last).
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
