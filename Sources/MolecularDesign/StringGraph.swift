package import Numerics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The graph of atoms and bonds that a string spells, ready to be written again from any atom.
///
/// A writing is a depth-first walk. It starts at an atom drawn uniformly; where several bonds lead on, the next is drawn
/// with probability in proportion to 1/size², where size is the number of atoms not yet written that lie that way, so that
/// short branches tend to come first, as chemists write them. Rings opened (or closed) at one atom come in uniformly drawn
/// order. So every string of the language can be written, and the probability of each writing is known.
package struct StringGraph: Sendable {
  package struct Neighbour: Sendable, Hashable {
    package var atom: Int
    /// As written from the atom whose neighbour this is.
    package var bond: Bond
  }

  /// The symbols, in the order of the string. A stereo centre's `@` is for the order of ``neighbours``.
  package let symbols: [String]
  /// The neighbours of each atom in the order in which the string names them.
  package let neighbours: [[Neighbour]]

  package init(_ string: ExtendedSMILES) {
    var symbols: [String] = []
    var neighbours: [[Neighbour]] = []
    var branches: [Int] = []
    var rings: [(atom: Int, place: Int)] = []
    var atom = -1
    for token in string.tokens {
      switch token {
      case .atom(let bond, let symbol):
        let next = symbols.count
        symbols.append(symbol)
        neighbours.append([])
        if atom >= 0 {
          neighbours[atom].append(Neighbour(atom: next, bond: bond))
          neighbours[next].append(Neighbour(atom: atom, bond: bond.reversed))
        }
        atom = next
      case .branchOpening: branches.append(atom)
      case .branchClosing: atom = branches.removeLast()
      case .ringOpening:
        rings.append((atom, neighbours[atom].count))
        neighbours[atom].append(Neighbour(atom: atom, bond: .implicit))  // until the ring is closed
      case .ringClosing(let bond, let index):
        let opening = rings.remove(at: rings.count - 1 - index)
        neighbours[atom].append(Neighbour(atom: opening.atom, bond: bond))
        neighbours[opening.atom][opening.place] = Neighbour(atom: atom, bond: bond.reversed)
      case .end: break
      }
    }
    self.symbols = symbols
    self.neighbours = neighbours
  }

  /// The molecule written anew at random.
  package func written(stream: inout RandomStream) -> ExtendedSMILES { writing(stream: &stream).string }

  /// The molecule written anew at random, and the log-probability of that walk.
  ///
  /// Several walks give the same string where the molecule is symmetric: as many as the graph has automorphisms, for
  /// each of its strings, so that the logarithm of that number is missing from all of them alike.
  package func writing(stream: inout RandomStream) -> (string: ExtendedSMILES, logProbability: Double) {
    var walk = Walk(self)
    walk.visit(stream.uniform(below: symbols.count), from: nil) { candidates, weights, _ in
      guard candidates.count > 1 else { return 0 }
      var target = stream.uniform() * weights.reduce(0, +)
      for (place, weight) in weights.enumerated() {
        target -= weight
        if target < 0 { return place }
      }
      return candidates.count - 1
    }
    for atom in symbols.indices {
      stream.shuffle(&walk.openings[atom])
      stream.shuffle(&walk.closings[atom])
    }
    return (string(of: walk), walk.logProbability)
  }

  /// The log-probability of the walk that writes the string this graph was read from, on the scale of
  /// ``writing(stream:)``; −infinity if no walk does.
  package var logProbabilityAsWritten: Double {
    var walk = Walk(self)
    var possible = true
    walk.visit(0, from: nil) { candidates, _, written in
      // The atoms are numbered as the string writes them: the next one bears the number of atoms written so far.
      if let place = candidates.firstIndex(of: written) { return place }
      possible = false
      return 0
    }
    return possible ? walk.logProbability : -.infinity
  }

  private func string(of walk: Walk) -> ExtendedSMILES {
    var tokens: [Token] = []
    var openRings: [(opening: Int, closing: Int)] = []
    func bond(_ atom: Int, _ other: Int) -> Bond {
      neighbours[atom].first { $0.atom == other }?.bond ?? .implicit
    }
    func write(_ atom: Int, from before: Int?) {
      let named =
        (before.map { [$0] } ?? []) + walk.closings[atom] + walk.openings[atom] + walk.children[atom]
      let symbol =
        symbols[atom].contains("@") ? stereoSymbol(of: atom, naming: named, isFirst: before == nil) : symbols[atom]
      tokens.append(.atom(before.map { bond($0, atom) } ?? .implicit, symbol: symbol))
      for other in walk.closings[atom] {
        // Every ring closed here was opened at an atom above, so it is among the open ones.
        let place = openRings.lastIndex { $0 == (other, atom) } ?? 0
        tokens.append(.ringClosing(bond(atom, other), index: openRings.count - 1 - place))
        openRings.remove(at: place)
      }
      for other in walk.openings[atom] {
        tokens.append(.ringOpening)
        openRings.append((atom, other))
      }
      for child in walk.children[atom].dropLast() {
        tokens.append(.branchOpening)
        write(child, from: atom)
        tokens.append(.branchClosing)
      }
      if let last = walk.children[atom].last { write(last, from: atom) }
    }
    if let root = walk.order.first { write(root, from: nil) }
    return ExtendedSMILES(tokens: tokens + [.end])
  }

  /// The symbol of a tetrahedral centre when its neighbours are named in another order: an odd permutation turns `@` into
  /// `@@`. A hydrogen in the bracket counts as a neighbour named after the atom before; a lone pair does not (in RDKit).
  private func stereoSymbol(of atom: Int, naming named: [Int], isFirst: Bool) -> String {
    let hidden = -1
    var old = neighbours[atom].map(\.atom)
    var new = named
    if symbols[atom].contains("@H") {
      old.insert(hidden, at: atom == 0 ? 0 : 1)
      new.insert(hidden, at: isFirst ? 0 : 1)
    }
    var isOdd = false
    for place in old.indices where new[place] != old[place] {
      guard let other = new[place...].firstIndex(of: old[place]) else { continue }
      new.swapAt(place, other)
      isOdd.toggle()
    }
    guard isOdd else { return symbols[atom] }
    return symbols[atom].contains("@@")
      ? symbols[atom].replacing("@@", with: "@") : symbols[atom].replacing("@", with: "@@")
  }

  /// A depth-first walk over the graph.
  private struct Walk {
    private let graph: StringGraph
    private var isVisited: [Bool]
    private(set) var order: [Int] = []
    private(set) var children: [[Int]]
    var openings: [[Int]]
    var closings: [[Int]]
    private(set) var logProbability: Double

    init(_ graph: StringGraph) {
      self.graph = graph
      let count = graph.symbols.count
      isVisited = Array(repeating: false, count: count)
      children = Array(repeating: [], count: count)
      openings = children
      closings = children
      logProbability = -log(Double(count))
    }

    mutating func visit(_ atom: Int, from before: Int?, choose: ([Int], [Double], Int) -> Int) {
      isVisited[atom] = true
      order.append(atom)
      for neighbour in graph.neighbours[atom] where isVisited[neighbour.atom] && neighbour.atom != before {
        closings[atom].append(neighbour.atom)
        openings[neighbour.atom].append(atom)
        // Orders of k rings are equally probable: 1/k! as the k are added one by one.
        logProbability -= log(Double(closings[atom].count)) + log(Double(openings[neighbour.atom].count))
      }
      while true {
        let candidates = graph.neighbours[atom].map(\.atom).filter { !isVisited[$0] }
        guard !candidates.isEmpty else { return }
        let weights = candidates.count == 1 ? [1] : candidates.map(weight)
        let place = choose(candidates, weights, order.count)
        if candidates.count > 1 { logProbability += log(weights[place] / weights.reduce(0, +)) }
        let next = candidates[place]
        children[atom].append(next)
        visit(next, from: atom, choose: choose)
      }
    }

    /// 1/size² for the atoms not yet written that lie beyond an atom, itself among them.
    private func weight(_ atom: Int) -> Double {
      var seen = isVisited
      seen[atom] = true
      var pending = [atom]
      var size = 0
      while let next = pending.popLast() {
        size += 1
        for neighbour in graph.neighbours[next] where !seen[neighbour.atom] {
          seen[neighbour.atom] = true
          pending.append(neighbour.atom)
        }
      }
      return 1 / Double(size * size)
    }
  }
}
