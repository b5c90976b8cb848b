/// Where a string stands while it is written from left to right: what may follow, and the context a language model sees.
///
/// The rules make every complete string one that a depth-first walk over a molecule's graph can write, and nothing else:
/// a branch is not empty, does not come last at its atom, and closes the rings opened in it; at an atom, rings are closed
/// before others are opened; a ring never joins two atoms that are bonded already. `!` needs all branches and rings closed.
///
/// The context contracts: when a branch closes, it shrinks to `(`, its first token and `)`, so that what follows sees past
/// it to the atom it hangs on.
package struct WritingState: Sendable {
  private enum Previous { case start, atom, branchOpening, branchClosing, ringOpening, ringClosing, end }

  /// The contracted context, the oldest token first; the first of all is ``Vocabulary/start``.
  package private(set) var context: [TokenID] = [Vocabulary.start]
  /// The number of tokens written.
  package private(set) var length = 0
  private var previous = Previous.start
  private var branches: [(contextStart: Int, atom: Int, depth: Int)] = []
  private var rings: [(atom: Int, atomDepth: Int, branch: Int)] = []
  private var atomCount = 0
  private var atom = -1
  private var atomBefore = -1
  /// The number of atoms from the first to the present one along the bonds written.
  private var atomDepth = 0
  /// The atoms whose rings the present atom has closed.
  private var closedHere: [Int] = []

  package init() {
    context.reserveCapacity(64)
    branches.reserveCapacity(8)
    rings.reserveCapacity(8)
  }

  package var isComplete: Bool { previous == .end }
  package var openBranchCount: Int { branches.count }
  package var openRingCount: Int { rings.count }

  /// The size of the ring that would be made if the present atom closed the ring opened last; 0 without an open ring.
  package var openRingSize: Int { rings.last.map { atomDepth - $0.atomDepth + 1 } ?? 0 }

  package var allowsStartOnly: Bool { previous == .start }

  package var allowsBranchOpening: Bool {
    switch previous {
    case .atom, .ringOpening, .ringClosing, .branchClosing: true
    case .start, .branchOpening, .end: false
    }
  }

  package var allowsRingOpening: Bool {
    switch previous {
    case .atom, .ringOpening, .ringClosing: true
    case .start, .branchOpening, .branchClosing, .end: false
    }
  }

  private var maySettle: Bool { previous == .atom || previous == .ringClosing }

  package var allowsBranchClosing: Bool {
    maySettle && !branches.isEmpty && !rings.contains { $0.branch == branches.count }
  }

  package var allowsEnd: Bool { maySettle && branches.isEmpty && rings.isEmpty }

  /// Whether the present atom may close the open ring of an index.
  package func allowsRingClosing(_ index: Int) -> Bool {
    guard maySettle, index < rings.count else { return false }
    let opening = rings[rings.count - 1 - index].atom
    return opening != atom && opening != atomBefore && !closedHere.contains(opening)
  }

  /// Whether a token of a vocabulary may follow.
  package func allows(_ token: TokenID, of vocabulary: Vocabulary) -> Bool {
    switch token {
    case Vocabulary.end: return allowsEnd
    case Vocabulary.branchOpening: return allowsBranchOpening
    case Vocabulary.branchClosing: return allowsBranchClosing
    case Vocabulary.ringOpening: return allowsRingOpening
    default:
      let place = Int(token)
      if vocabulary.ringClosings.contains(place) {
        return allowsRingClosing(vocabulary.closingIndices[place - vocabulary.ringClosings.lowerBound])
      }
      return !isComplete && (previous != .start || vocabulary.startAtoms.contains(place))
    }
  }

  /// Writes a token that ``allows(_:of:)`` lets through.
  package mutating func write(_ token: TokenID, of vocabulary: Vocabulary) {
    length += 1
    switch token {
    case Vocabulary.end:
      previous = .end
      context.append(token)
    case Vocabulary.branchOpening:
      previous = .branchOpening
      branches.append((context.count, atom, atomDepth))
      context.append(token)
    case Vocabulary.branchClosing:
      previous = .branchClosing
      let branch = branches.removeLast()
      context.removeSubrange((branch.contextStart + 2)...)
      context.append(token)
      atom = branch.atom
      atomDepth = branch.depth
    case Vocabulary.ringOpening:
      previous = .ringOpening
      rings.append((atom, atomDepth, branches.count))
      context.append(token)
    default:
      context.append(token)
      let place = Int(token)
      if vocabulary.ringClosings.contains(place) {
        previous = .ringClosing
        let index = vocabulary.closingIndices[place - vocabulary.ringClosings.lowerBound]
        closedHere.append(rings.remove(at: rings.count - 1 - index).atom)
      } else {
        previous = .atom
        atomBefore = atom
        atom = atomCount
        atomCount += 1
        atomDepth += 1
        closedHere.removeAll(keepingCapacity: true)
      }
    }
  }
}
