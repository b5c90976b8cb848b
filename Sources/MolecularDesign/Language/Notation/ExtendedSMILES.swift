/// A molecule as a string of tokens that ends in ``Token/end``.
///
/// Reading a SMILES checks its syntax only (brackets, branches and rings are balanced; one component); whether it is a
/// molecule is decided by the chemistry. Writing gives a SMILES of the same molecule, with new ring numbers.
public struct ExtendedSMILES: Hashable, Sendable, CustomStringConvertible {
  /// The tokens, the last of which is ``Token/end``.
  public let tokens: [Token]

  /// Takes tokens that follow the rules of the language, as ``WritingState`` produces them.
  package init(tokens: [Token]) { self.tokens = tokens }

  /// Reads a SMILES of one component.
  ///
  /// A bond symbol at a ring's opening is moved to its closing, where this language writes it. Throws
  /// ``DesignError/unreadableSMILES(_:reason:)`` for invalid syntax, several components (a dot), and features that the
  /// language lacks: dative bonds and stereo centres other than tetrahedral ones.
  public init(smiles: String) throws(DesignError) {
    var reader = SMILESReader(smiles)
    let codes = try reader.read()
    tokens = codes.map { $0.token(reader.table.symbols) }
  }

  /// The string as ordinary SMILES. Each ring takes the lowest free number, written as `%nn` from 10 on.
  public var smiles: String {
    var text = ""
    var openRings: [Int] = []
    for token in tokens {
      switch token {
      case .ringOpening:
        var number = 1
        while openRings.contains(number) { number += 1 }
        openRings.append(number)
        text += Self.ringText(number)
      case .ringClosing(let bond, let index):
        text += bond.rawValue + Self.ringText(openRings.remove(at: openRings.count - 1 - index))
      case .end: break
      default: text += token.description
      }
    }
    return text
  }

  /// The string in extended SMILES: toluene is `Cc&ccccc0!`.
  public var description: String { tokens.map(\.description).joined() }

  private static func ringText(_ number: Int) -> String { number < 10 ? "\(number)" : "%\(number)" }
}
