/// A token's number in a ``Vocabulary``.
public typealias TokenID = UInt16

/// The tokens a language model knows, numbered: first the four that every language has, then the ring closings, then the
/// atoms (those without a bond first, since only these can start a string).
public struct Vocabulary: Sendable, Hashable {
  /// The tokens; a token's number is its place.
  public let tokens: [Token]

  package static let end: TokenID = 0
  package static let branchOpening: TokenID = 1
  package static let branchClosing: TokenID = 2
  package static let ringOpening: TokenID = 3
  /// Stands in a context before the first token. It is never written.
  package static let start = TokenID.max

  package let ringClosings: Range<Int>
  /// The index among the open rings of each ring closing, by its place in ``ringClosings``.
  package let closingIndices: [Int]
  package let startAtoms: Range<Int>
  package let bondedAtoms: Range<Int>
  private let numbers: [Token: TokenID]

  /// The vocabulary of some strings.
  public init(of strings: some Sequence<ExtendedSMILES>) {
    var distinct = Set<Token>()
    for string in strings { distinct.formUnion(string.tokens) }
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
    numbers = Dictionary(uniqueKeysWithValues: tokens.enumerated().map { ($1, TokenID($0)) })
  }

  /// The number of tokens.
  public var count: Int { tokens.count }

  /// A string's tokens as numbers; nil when the vocabulary lacks one of them.
  public func encode(_ string: ExtendedSMILES) -> [TokenID]? {
    var encoded: [TokenID] = []
    encoded.reserveCapacity(string.tokens.count)
    for token in string.tokens {
      guard let number = numbers[token] else { return nil }
      encoded.append(number)
    }
    return encoded
  }

  /// The string that numbers of this vocabulary stand for.
  public func decode(_ encoded: [TokenID]) -> ExtendedSMILES { ExtendedSMILES(tokens: encoded.map { tokens[Int($0)] }) }
}
