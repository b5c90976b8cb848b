/// The context of a language model: the preceding tokens, and the state of branches and rings.
///
/// The context contracts: when a branch closes, it shrinks to `(`, its first token and `)`, so that the following
/// tokens see the atom to which it is attached.
struct ContractedContext: Sendable {
  /// Greater numbers of open rings are one state.
  private static let greatestRingCount = 63
  /// Greater ring sizes are one state.
  private static let greatestRingSize = 9

  /// The contracted context, the oldest token first; the first one is always ``Vocabulary/start``.
  private(set) var tokens: [TokenID] = [Vocabulary.start]
  private var branches: [(start: Int, depth: Int)] = []
  private var ringDepths: [Int] = []
  /// The number of atoms on the path of written bonds from the first to the present one.
  private var depth = 0

  init() {
    tokens.reserveCapacity(64)
    branches.reserveCapacity(8)
    ringDepths.reserveCapacity(8)
  }

  mutating func reset() {
    tokens.removeAll(keepingCapacity: true)
    tokens.append(Vocabulary.start)
    branches.removeAll(keepingCapacity: true)
    ringDepths.removeAll(keepingCapacity: true)
    depth = 0
  }

  /// The size of the ring if the present atom closed the ring opened last; 0 without an open ring.
  var openRingSize: Int { ringDepths.last.map { depth - $0 + 1 } ?? 0 }

  /// The state as a number: whether a branch is open, the number of open rings, and the size of the last ring if it
  /// closed here.
  var state: Int {
    let rings = min(ringDepths.count, Self.greatestRingCount)
    let size = min(openRingSize, Self.greatestRingSize)
    return rings << 5 | size << 1 | (branches.isEmpty ? 0 : 1)
  }

  mutating func write(_ token: TokenID, _ fact: TokenFact) {
    switch fact.kind {
    case .branchOpening: branches.append((tokens.count, depth))
    case .branchClosing:
      let branch = branches.removeLast()
      tokens.removeSubrange((branch.start + 2)...)
      depth = branch.depth
    case .ringOpening: ringDepths.append(depth)
    case .ringClosing: ringDepths.remove(at: ringDepths.count - 1 - fact.ringIndex)
    case .atom: depth += 1
    case .end: break
    }
    tokens.append(token)
  }
}
