/// The state of a string during writing from left to right: the tokens that may follow, and the context of a language
/// model.
///
/// The rules allow exactly those complete strings that a depth-first walk over a molecule's graph can write: a branch
/// is not empty, is not last at its atom, and closes the rings opened in it; at an atom, rings are closed before others
/// are opened; a ring never joins two atoms that are already bonded. `!` requires all branches and rings to be closed.
///
/// They also make the string chemically valid: no atom has more bonds, and none in brackets fewer, than the
/// vocabulary's ``BondLimits`` allow; aromatic atoms are in rings and have a Kekulé form; the number of `*` is that of
/// the vocabulary's strings. A token after which the string could not be completed is not allowed, except in rare
/// cases.
package struct WritingState: Sendable {
  enum Previous { case start, atom, branchOpening, branchClosing, ringOpening, ringClosing, end }

  struct Atom {
    let fact: TokenFact
    let parent: Int
    /// The sum of bond orders; an open ring counts as 1.
    var sum: Int
    var degree: Int
    var openRings = 0
    var openBranches = 0
    var isInRing = false
    /// Whether the bond to the parent may be a double bond of a Kekulé form, and whether it is certainly in a ring.
    var hasKekuleBond = false
    var isBondInRing = false

    /// The greatest increase of the sum that is still allowed.
    var room: Int { degree < fact.neighbours ? fact.most - sum : 0 }
    /// Whether two more bonds are possible.
    var hasRoomForTwo: Bool { sum + 2 <= fact.most && degree + 2 <= fact.neighbours }
    /// One bond is reserved if a branch is open: for the atom after it.
    var reserved: Int { openBranches > 0 ? 1 : 0 }
    /// Whether it still needs a Kekulé double bond after further bonds of an order. In a ring it has at least two
    /// bonds.
    func needsDoubleBond(after order: Int) -> Bool { max(sum + order + reserved, 2) <= fact.kekuleLimit }
  }

  private var contracted = ContractedContext()
  /// The number of tokens written.
  package private(set) var length = 0
  private(set) var previous = Previous.start
  /// The atoms with an open branch.
  private(set) var branches: [Int] = []
  /// The open rings: their atom, and the number of open branches at the opening.
  private(set) var rings: [(atom: Int, level: Int)] = []
  private(set) var atoms: [Atom] = []
  private(set) var atom = -1
  private(set) var starCount = 0
  /// The atoms whose rings the present atom has closed.
  private(set) var closedHere: [Int] = []
  /// The Kekulé form of the aromatic atoms; ``WritingState/continuations(_:)`` tries changes on it.
  private(set) var form = KekuleForm()

  package init() {
    branches.reserveCapacity(8)
    rings.reserveCapacity(8)
    atoms.reserveCapacity(64)
    closedHere.reserveCapacity(8)
  }

  /// Resets to an empty string, without freeing memory.
  mutating func reset() {
    contracted.reset()
    length = 0
    previous = .start
    branches.removeAll(keepingCapacity: true)
    rings.removeAll(keepingCapacity: true)
    atoms.removeAll(keepingCapacity: true)
    closedHere.removeAll(keepingCapacity: true)
    form.reset()
    atom = -1
    starCount = 0
  }

  /// The contracted context, the oldest token first; the first one is always ``Vocabulary/start``.
  package var context: [TokenID] { contracted.tokens }
  /// The state of the context as a number.
  var contextState: Int { contracted.state }
  package var isComplete: Bool { previous == .end }

  /// The size of the ring if the present atom closed the ring opened last; 0 without an open ring.
  package var openRingSize: Int { contracted.openRingSize }

  /// Writes a token that ``allows(_:of:)`` accepts.
  package mutating func write(_ token: TokenID, of vocabulary: Vocabulary) {
    let fact = vocabulary.facts[Int(token)]
    length += 1
    contracted.write(token, fact)
    switch fact.kind {
    case .atom: writeAtom(fact)
    case .branchOpening:
      previous = .branchOpening
      branches.append(atom)
      // The branch and the atom after it take two more bonds.
      if atoms[atom].fact.isAromatic, !atoms[atom].needsDoubleBond(after: 2) { _ = form.release(atom) }
      atoms[atom].openBranches += 1
    case .branchClosing:
      withForm { _ = $0.settleChain(in: &$1) }
      let foot = branches.removeLast()
      atoms[foot].openBranches -= 1
      atom = foot
      previous = .branchClosing
    case .ringOpening:
      previous = .ringOpening
      rings.append((atom, branches.count))
      if atoms[atom].fact.isAromatic {
        // The ring and the next atom take two more bonds.
        if !atoms[atom].needsDoubleBond(after: 2) { _ = form.release(atom) }
        form.unsettle(atom)
      }
      atoms[atom].sum += 1
      atoms[atom].degree += 1
      atoms[atom].openRings += 1
    case .ringClosing: closeRing(fact)
    case .end:
      _ = form.settle(atom)
      previous = .end
    }
  }

  private mutating func writeAtom(_ fact: TokenFact) {
    let next = atoms.count
    let before = atom
    var new = Atom(fact: fact, parent: before, sum: 0, degree: 0)
    if before >= 0 {
      new.sum = fact.order
      new.degree = 1
      new.hasKekuleBond =
        fact.isAromatic && fact.hasAromaticBond && atoms[before].fact.isAromatic && !rings.isEmpty
    }
    form.addAtom(needs: fact.isAromatic && new.needsDoubleBond(after: 0))
    if before >= 0 {
      if new.hasKekuleBond { form.addBond(before, next) }
      if atoms[before].fact.isAromatic {
        if !atoms[before].needsDoubleBond(after: fact.order) { _ = form.release(before) }
        if previous != .branchOpening, atoms[before].openRings == 0 { _ = form.settle(before) }
      }
      atoms[before].sum += fact.order
      atoms[before].degree += 1
    }
    atoms.append(new)
    atom = next
    previous = .atom
    if fact.isStar { starCount += 1 }
    closedHere.removeAll(keepingCapacity: true)
  }

  private mutating func closeRing(_ fact: TokenFact) {
    let opening = rings.remove(at: rings.count - 1 - fact.ringIndex).atom
    withForm { _ = $0.joinRing(from: opening, fact, in: &$1) }
    atoms[opening].sum += fact.order - 1
    atoms[opening].openRings -= 1
    atoms[atom].sum += fact.order
    atoms[atom].degree += 1
    atoms[opening].isInRing = true
    var on = atom
    while on != opening, on >= 0 {
      atoms[on].isInRing = true
      atoms[on].isBondInRing = true
      on = atoms[on].parent
    }
    closedHere.append(opening)
    previous = .ringClosing
  }

  // MARK: Changes of the Kekulé form, made or tried

  /// Calls `body` with the form, taken out of the state.
  mutating func withForm<Result>(_ body: (WritingState, inout KekuleForm) -> Result) -> Result {
    var lent = KekuleForm(capacity: 0)
    swap(&lent, &form)
    let result = body(self, &lent)
    swap(&lent, &form)
    return result
  }

  /// Closes a ring at the present atom; false if the aromatic atoms then have no Kekulé form.
  @discardableResult
  func joinRing(from opening: Int, _ fact: TokenFact, in form: inout KekuleForm) -> Bool {
    let (first, last) = (atoms[opening], atoms[atom])
    guard first.fact.isAromatic || last.fact.isAromatic else { return true }
    if first.fact.isAromatic, last.fact.isAromatic, fact.hasAromaticBond { form.addBond(opening, atom) }
    var isPossible = true
    if last.fact.isAromatic, !last.needsDoubleBond(after: fact.order) { isPossible = form.release(atom) }
    if first.fact.isAromatic {
      if !first.needsDoubleBond(after: fact.order - 1) { isPossible = form.release(opening) && isPossible }
      if first.openRings == 1, first.openBranches == 0 { isPossible = form.settle(opening) && isPossible }
    }
    return isPossible
  }

  /// Ends the chain, a branch or all of it, at the present atom. False if an aromatic atom is then outside rings, or
  /// the aromatic atoms have no Kekulé form. Bonds of a branch that are not in a ring by now never will be.
  ///
  /// - Parameter opening: an atom with which a ring is closed here first; nil if none is.
  func settleChain(closing opening: Int? = nil, in form: inout KekuleForm) -> Bool {
    let foot = branches.last ?? -1
    var isPossible = !atoms[atom].fact.isAromatic || form.settle(atom)
    var on = atom
    var isInNewRing = opening != nil
    while on != foot, on >= 0 {
      if atoms[on].fact.isAromatic, !atoms[on].isInRing, !isInNewRing { return false }
      if on == opening { isInNewRing = false }
      if atoms[on].hasKekuleBond, !atoms[on].isBondInRing, !isInNewRing {
        let parent = atoms[on].parent
        form.cut(parent, on)
        isPossible = form.repair(on) && isPossible
        isPossible = form.repair(parent) && isPossible
      }
      on = atoms[on].parent
    }
    return isPossible
  }
}
