/// A Kekulé form of the aromatic atoms written so far, that is, the pairs joined by its double bonds.
///
/// An atom that is *settled* (no further bonds are possible) and needs a double bond must have one to a neighbour in a
/// ring. An atom that is not settled may get its partner later. Each change repairs the form along an alternating path,
/// or reports that there is none; changes can be tried and undone.
struct KekuleForm: Sendable {
  private struct Atom {
    var mate: Int16 = -1
    /// Whether it needs a double bond, or may need one later.
    var needs = false
    var isSettled = false
    var isOnPath = false
    /// The number of neighbours stored below, and which of them have a bond that is, or may become, part of a ring.
    var count: UInt8 = 0
    var usable: UInt8 = 0
    var neighbours: (Int16, Int16, Int16, Int16) = (-1, -1, -1, -1)

    func neighbour(_ place: Int) -> Int {
      switch place {
      case 0: Int(neighbours.0)
      case 1: Int(neighbours.1)
      case 2: Int(neighbours.2)
      default: Int(neighbours.3)
      }
    }

    mutating func add(_ neighbour: Int) {
      guard count < 4 else { return }
      switch count {
      case 0: neighbours.0 = Int16(neighbour)
      case 1: neighbours.1 = Int16(neighbour)
      case 2: neighbours.2 = Int16(neighbour)
      default: neighbours.3 = Int16(neighbour)
      }
      usable |= 1 << count
      count += 1
    }
  }

  /// The greatest number of steps in a search for a path, after which the form is assumed to be possible; only very
  /// large ring systems need more.
  private static let patience = 4000

  private var atoms: [Atom] = []
  /// The state of atoms before the change that is tried.
  private var past: [(atom: Int, was: Atom)] = []
  private var isTrying = false
  private var steps = 0

  /// Creates a form with initial space for a number of atoms.
  init(capacity: Int = 64) {
    atoms.reserveCapacity(capacity)
    past.reserveCapacity(capacity)
  }

  mutating func reset() { atoms.removeAll(keepingCapacity: true) }

  /// Adds the next atom.
  mutating func addAtom(needs: Bool) { atoms.append(Atom(needs: needs)) }

  func needs(_ atom: Int) -> Bool { atoms[atom].needs }
  func isMated(_ atom: Int) -> Bool { atoms[atom].mate >= 0 }

  /// Whether a form still exists after a change; the change is undone.
  mutating func allows(_ change: (inout KekuleForm) -> Bool) -> Bool {
    isTrying = true
    let isPossible = change(&self)
    while let (atom, was) = past.popLast() { atoms[atom] = was }
    isTrying = false
    return isPossible
  }

  /// Adds a bond between aromatic atoms that is, or may become, part of a ring.
  mutating func addBond(_ a: Int, _ b: Int) {
    keep(a)
    keep(b)
    atoms[a].add(b)
    atoms[b].add(a)
  }

  /// Removes a bond that turned out to be outside rings and thus cannot be a double bond. Atoms that lose their partner
  /// are left without one.
  mutating func cut(_ a: Int, _ b: Int) {
    keep(a)
    keep(b)
    for (one, other) in [(a, b), (b, a)] {
      for place in 0..<Int(atoms[one].count) where atoms[one].neighbour(place) == other {
        atoms[one].usable &= ~(1 << UInt8(place))
      }
    }
    if atoms[a].mate == Int16(b) {
      atoms[a].mate = -1
      atoms[b].mate = -1
    }
  }

  /// Notes that the atom needs no double bond any more; its partner finds another. False if it finds none.
  mutating func release(_ atom: Int) -> Bool {
    guard atoms[atom].needs else { return true }
    keep(atom)
    atoms[atom].needs = false
    let mate = Int(atoms[atom].mate)
    guard mate >= 0 else { return true }
    atoms[atom].mate = -1
    keep(mate)
    atoms[mate].mate = -1
    return repair(mate)
  }

  /// Notes that the atom gets no further bonds; false if it needs a partner and finds none.
  mutating func settle(_ atom: Int) -> Bool {
    if !atoms[atom].isSettled {
      keep(atom)
      atoms[atom].isSettled = true
    }
    return repair(atom)
  }

  /// Notes that the atom may find partners again.
  mutating func unsettle(_ atom: Int) {
    guard atoms[atom].isSettled else { return }
    keep(atom)
    atoms[atom].isSettled = false
  }

  /// Finds a partner for a settled atom that needs one and has none; false if it finds none.
  mutating func repair(_ atom: Int) -> Bool {
    guard atoms[atom].isSettled, atoms[atom].needs, atoms[atom].mate < 0 else { return true }
    steps = 0
    return augment(atom)
  }

  /// Saves the state of an atom before a change. A search that passes through it is over when the change is undone.
  private mutating func keep(_ atom: Int) {
    guard isTrying else { return }
    past.append((atom, atoms[atom]))
    past[past.count - 1].was.isOnPath = false
  }

  /// Searches all simple alternating paths from an atom without partner to one that gains, or can do without, its own.
  private mutating func augment(_ atom: Int) -> Bool {
    steps += 1
    if steps > Self.patience { return true }
    atoms[atom].isOnPath = true
    defer { atoms[atom].isOnPath = false }
    for place in 0..<Int(atoms[atom].count) where atoms[atom].usable & 1 << UInt8(place) != 0 {
      let other = atoms[atom].neighbour(place)
      guard atoms[other].needs, !atoms[other].isOnPath else { continue }
      let mate = Int(atoms[other].mate)
      if mate >= 0 {
        guard !atoms[mate].isOnPath else { continue }
        if atoms[mate].isSettled {
          atoms[other].isOnPath = true
          let isFound = augment(mate)
          atoms[other].isOnPath = false
          guard isFound else { continue }
        } else {
          keep(mate)
          atoms[mate].mate = -1
        }
      }
      keep(atom)
      keep(other)
      atoms[atom].mate = Int16(other)
      atoms[other].mate = Int16(atom)
      return true
    }
    return false
  }
}
