/// What may follow a ``WritingState``, determined once for all tokens.
struct Continuations {
  fileprivate(set) var allowsBranchOpening = false
  fileprivate(set) var allowsBranchClosing = false
  fileprivate(set) var allowsRingOpening = false
  fileprivate(set) var allowsEnd = false
  /// The number of `*` still missing; nil if any number is allowed.
  fileprivate(set) var missingStars: Int?
  /// Whether any atom may follow at all.
  fileprivate(set) var allowsAtoms = false
  /// Whether only atoms without a bond may follow.
  fileprivate(set) var allowsStartOnly = false
  /// The bond orders that the present atom allows and needs.
  fileprivate var orders = 0...0
  fileprivate var startsBranch = false
  /// Whether the chain may end with the next atom, apart from `*`: after a bond that leaves the present atom its Kekulé
  /// double bond, and after one that replaces it. And whether it is a branch.
  fileprivate var mayEndWithNext = false
  fileprivate var mayEndWithRelease = false
  fileprivate var isBranch = false
  fileprivate var ringsAreOpen = false
  /// From this order on, a bond replaces the present atom's Kekulé double bond.
  fileprivate var releasingOrder = Int.max
  fileprivate var mayRelease = true
  fileprivate var maySettle = true
  fileprivate var mayMateWithNext = false

  /// Whether an atom may follow.
  @inline(__always) func allows(_ fact: TokenFact) -> Bool {
    guard allowsAtoms else { return false }
    let stars = fact.isStar ? 1 : 0
    if let missingStars, stars > missingStars { return false }
    if allowsStartOnly {
      guard fact.rules.hasNoBondSymbol else { return false }
      return fact.most > 0 ? !fact.isAromatic || fact.neighbours >= 2 : stars == missingStars ?? stars
    }
    guard orders.contains(fact.order), fact.order <= fact.most, fact.neighbours > 0 else { return false }
    if fact.most == fact.order || fact.neighbours == 1 {
      // If it can have no further bond, the chain must be able to end here.
      guard fact.order >= releasingOrder ? mayEndWithRelease : mayEndWithNext, fact.order >= fact.least,
        isBranch || stars == missingStars ?? stars
      else { return false }
      if fact.isAromatic { return false }
    }
    // Outside all rings, an aromatic atom must open one, so the chain continues.
    if fact.isAromatic, !ringsAreOpen, fact.most < fact.order + 2 || fact.neighbours < 3 { return false }
    if fact.order >= releasingOrder { return mayRelease }
    return startsBranch || maySettle
      || mayMateWithNext && fact.isAromatic && fact.hasAromaticBond && max(fact.order, 2) <= fact.kekuleLimit
  }
}

extension WritingState {
  /// Whether a token of a vocabulary may follow.
  package func allows(_ token: TokenID, of vocabulary: Vocabulary) -> Bool {
    var copy = self
    let continuations = copy.continuations(vocabulary)
    let fact = vocabulary.facts[Int(token)]
    switch fact.kind {
    case .end: return continuations.allowsEnd
    case .branchOpening: return continuations.allowsBranchOpening
    case .branchClosing: return continuations.allowsBranchClosing
    case .ringOpening: return continuations.allowsRingOpening
    case .ringClosing: return copy.allowsRingClosing(fact, vocabulary)
    case .atom: return continuations.allows(fact)
    }
  }

  /// Determines what may follow. (It is mutating because it tries changes of the Kekulé form, and undoes them.)
  mutating func continuations(_ vocabulary: Vocabulary) -> Continuations {
    var continuations = Continuations()
    guard previous != .end else { return continuations }
    continuations.missingStars = vocabulary.starCount.map { $0 - starCount }
    continuations.allowsAtoms = true
    continuations.ringsAreOpen = !rings.isEmpty
    guard previous != .start else {
      continuations.allowsStartOnly = true
      return continuations
    }
    let here = atoms[atom]
    var mayBranch = here.hasRoomForTwo && previous != .branchOpening
    setKekule(&continuations, here)
    // A branch or a ring takes one bond, and the following atom another.
    if continuations.releasingOrder <= 2, !continuations.mayRelease { mayBranch = false }
    continuations.allowsRingOpening = mayBranch && previous != .branchClosing
    if here.fact.isAromatic, !here.isInRing, rings.isEmpty {
      // The atom must be in a ring, and this is the last chance to open one.
      continuations.allowsAtoms = false
      return continuations
    }
    continuations.allowsBranchOpening = mayBranch
    continuations.startsBranch = previous == .branchOpening
    continuations.isBranch = !branches.isEmpty
    setOrders(&continuations, here)
    guard levelIsClosed else { return continuations }
    continuations.mayEndWithNext = continuations.startsBranch || chainMayEnd(releasing: false)
    continuations.mayEndWithRelease =
      continuations.startsBranch || continuations.releasingOrder <= 4 && chainMayEnd(releasing: true)
    if continuations.mayEndWithNext, previous == .atom || previous == .ringClosing, here.sum >= here.fact.least {
      continuations.allowsBranchClosing = continuations.isBranch
      continuations.allowsEnd = !continuations.isBranch && continuations.missingStars ?? 0 == 0
    }
    return continuations
  }

  /// Whether the rings opened in the present branch, or in the main chain, are closed: it may then end, if the aromatic
  /// atoms allow it.
  private var levelIsClosed: Bool {
    for ring in rings where ring.level == branches.count { return false }
    return true
  }

  private func setOrders(_ continuations: inout Continuations, _ here: Atom) {
    // A branch must leave room for the atom after it; the last bond must provide what is missing.
    let most = continuations.startsBranch ? (here.hasRoomForTwo ? here.room - 1 : 0) : here.room
    let least = continuations.startsBranch || here.openRings > 0 ? 1 : max(1, here.fact.least - here.sum)
    continuations.allowsAtoms = most >= least
    if continuations.allowsAtoms { continuations.orders = least...most }
  }

  private mutating func setKekule(_ continuations: inout Continuations, _ here: Atom) {
    guard here.fact.isAromatic, form.needs(atom) else { return }
    let atom = atom
    continuations.releasingOrder = here.fact.kekuleLimit - here.sum - here.reserved + 1
    continuations.mayMateWithNext = !rings.isEmpty
    if here.openRings == 0, !form.isMated(atom) { continuations.maySettle = withForm { $1.allows { $0.settle(atom) } } }
    if form.isMated(atom) { continuations.mayRelease = withForm { $1.allows { $0.release(atom) } } }
  }

  /// Whether the aromatic atoms allow the chain to end here, or with one more atom, whose bond may replace the present
  /// atom's Kekulé double bond.
  private mutating func chainMayEnd(releasing: Bool) -> Bool {
    withForm { state, form in
      form.allows { (!releasing || $0.release(state.atom)) && state.settleChain(in: &$0) }
    }
  }

  /// Whether the present atom may close the open ring that a token refers to.
  mutating func allowsRingClosing(_ fact: TokenFact, _ vocabulary: Vocabulary) -> Bool {
    guard previous == .atom || previous == .ringClosing, fact.ringIndex < rings.count else { return false }
    let ring = rings[rings.count - 1 - fact.ringIndex]
    let here = atoms[atom]
    let there = atoms[ring.atom]
    guard ring.atom != atom, ring.atom != here.parent, !closedHere.contains(ring.atom) else { return false }
    guard fact.order <= here.room, fact.order - 1 <= there.fact.most - there.sum - (there.openBranches > 0 ? 1 : 0)
    else { return false }
    // The other end is finished unless a branch or another ring is still open there.
    if there.openBranches == 0, there.openRings == 1, there.sum + fact.order - 1 < there.fact.least { return false }
    // After the closing, the chain must be able to end or to continue.
    let openHere =
      rings.reduce(0) { $0 + ($1.level == branches.count ? 1 : 0) } - (ring.level == branches.count ? 1 : 0)
    let lacksStars = branches.isEmpty && vocabulary.starCount.map { $0 != starCount } ?? false
    let mayEnd = openHere == 0 && !lacksStars && here.sum + fact.order >= here.fact.least
    let mayGoOn = here.room > fact.order && here.degree + 1 < here.fact.neighbours
    guard mayEnd || mayGoOn else { return false }
    return withForm { state, form in
      let isJoined = form.allows { state.joinRing(from: ring.atom, fact, in: &$0) }
      guard isJoined else { return false }
      if mayEnd,
        form.allows({
          state.joinRing(from: ring.atom, fact, in: &$0) && state.settleChain(closing: ring.atom, in: &$0)
        })
      {
        return true
      }
      guard mayGoOn else { return false }
      if here.needsDoubleBond(after: fact.order + 1) { return true }
      return form.allows { state.joinRing(from: ring.atom, fact, in: &$0) && $0.release(state.atom) }
    }
  }
}
