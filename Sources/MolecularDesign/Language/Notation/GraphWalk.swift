import Glibc
import Numerics

/// A depth-first walk over a ``StringGraph``, and the string that it writes.
struct GraphWalk {
  private let graph: StringGraph
  private var isVisited: [Bool]
  /// The atoms in the order of writing.
  private var order: [Int] = []
  private var parents: [Int]
  private var lastChildren: [Int]
  /// The bonds that close rings: the atom that opens and the one that closes.
  private var rings: [(upper: Int, lower: Int)] = []
  private var openingCounts: [Int]
  private(set) var logProbability: Double
  /// The number of the last search for sizes that visited each atom.
  private var marks: [Int]
  private var search = 0
  private var pending: [Int] = []

  init(_ graph: StringGraph) {
    self.graph = graph
    let count = graph.atoms.count
    isVisited = Array(repeating: false, count: count)
    parents = Array(repeating: -1, count: count)
    lastChildren = parents
    openingCounts = Array(repeating: 0, count: count)
    marks = openingCounts
    order.reserveCapacity(count)
    pending.reserveCapacity(count)
    logProbability = -log(Double(count))
  }

  /// Walks from an atom, drawing the next atoms at random.
  mutating func run(from root: Int, stream: inout RandomStream) {
    arrive(at: root)
    var atom = root
    while true {
      let (chosen, total, weight, several) = choose(at: atom, stream: &stream)
      if chosen >= 0 {
        if several { logProbability += log(weight / total) }
        parents[chosen] = atom
        lastChildren[atom] = chosen
        arrive(at: chosen)
        atom = chosen
      } else if atom == root {
        return
      } else {
        atom = parents[atom]
      }
    }
  }

  /// Walks along the graph's own string, in which atoms are numbered in the order of writing; returns false if no walk
  /// does.
  mutating func runAsWritten() -> Bool {
    arrive(at: 0)
    var atom = 0
    while true {
      var (total, chosenWeight) = (0.0, 0.0)
      var candidates = 0
      var isPossible = false
      for place in graph.starts[atom]..<graph.starts[atom + 1] {
        let next = graph.neighbours[place]
        guard !isVisited[next] else { continue }
        candidates += 1
        let weight = weight(next)
        total += weight
        // The next atom must be the one whose number is the number of atoms written.
        if next == order.count { (isPossible, chosenWeight) = (true, weight) }
      }
      if candidates == 0 {
        if atom == 0 { return true }
        atom = parents[atom]
      } else if isPossible {
        if candidates > 1 { logProbability += log(chosenWeight / total) }
        let next = order.count
        parents[next] = atom
        lastChildren[atom] = next
        arrive(at: next)
        atom = next
      } else {
        return false
      }
    }
  }

  private mutating func arrive(at atom: Int) {
    isVisited[atom] = true
    order.append(atom)
    var closed = 0
    for place in graph.starts[atom]..<graph.starts[atom + 1] {
      let other = graph.neighbours[place]
      guard isVisited[other], other != parents[atom] else { continue }
      rings.append((other, atom))
      closed += 1
      openingCounts[other] += 1
      // The orders of k rings are equally probable; 1/k! is accumulated as the k rings are added.
      if closed > 1 || openingCounts[other] > 1 {
        logProbability -= log(Double(closed)) + log(Double(openingCounts[other]))
      }
    }
  }

  /// Draws the next atom; -1 if none is left here.
  private mutating func choose(
    at atom: Int, stream: inout RandomStream
  ) -> (chosen: Int, total: Double, weight: Double, several: Bool) {
    var (first, candidates) = (-1, 0)
    for place in graph.starts[atom]..<graph.starts[atom + 1] where !isVisited[graph.neighbours[place]] {
      if candidates == 0 { first = graph.neighbours[place] }
      candidates += 1
    }
    guard candidates > 1 else { return (first, 1, 1, false) }
    var total = 0.0
    for place in graph.starts[atom]..<graph.starts[atom + 1] where !isVisited[graph.neighbours[place]] {
      total += weight(graph.neighbours[place])
    }
    var target = stream.uniform() * total
    var (chosen, chosenWeight) = (first, 0.0)
    for place in graph.starts[atom]..<graph.starts[atom + 1] where !isVisited[graph.neighbours[place]] {
      chosen = graph.neighbours[place]
      chosenWeight = weight(chosen)
      target -= chosenWeight
      if target < 0 { break }
    }
    return (chosen, total, chosenWeight, true)
  }

  /// 1/size², where size is the number of atoms not yet written in the direction of an atom, including itself.
  private mutating func weight(_ atom: Int) -> Double {
    search += 1
    marks[atom] = search
    pending.append(atom)
    var size = 0
    while let next = pending.popLast() {
      size += 1
      for place in graph.starts[next]..<graph.starts[next + 1] {
        let other = graph.neighbours[place]
        guard marks[other] != search, !isVisited[other] else { continue }
        marks[other] = search
        pending.append(other)
      }
    }
    return 1 / Double(size * size)
  }

  // MARK: Writing

  /// The string of the walk, with the rings at one atom in random order.
  mutating func codes(stream: inout RandomStream) -> [TokenCode] {
    // One random order of all rings for the openings and one for the closings; the order at each atom is then uniform
    // too.
    var (opening, closing) = (Array(rings.indices), Array(rings.indices))
    if rings.count > 1 {
      stream.shuffle(&opening)
      stream.shuffle(&closing)
    }
    var codes: [TokenCode] = []
    codes.reserveCapacity(2 * order.count + 2 * rings.count + 2)
    var open: [Int] = []
    var before = -1
    for atom in order {
      let parent = parents[atom]
      if before >= 0 { closeBranches(from: before, to: parent, in: &codes) }
      if parent >= 0, lastChildren[parent] != atom { codes.append(.branchOpening) }
      let symbol =
        graph.table.mirrors[graph.atoms[atom]] < 0
        ? graph.atoms[atom] : stereoSymbol(of: atom, opening: opening, closing: closing)
      codes.append(TokenCode(.atom, bond: parent < 0 ? .implicit : graph.bond(parent, atom), symbol))
      for ring in closing where rings[ring].lower == atom {
        // Every ring closed here was opened at an earlier atom, so it is among the open ones.
        let place = open.lastIndex(of: ring) ?? 0
        codes.append(TokenCode(.ringClosing, bond: graph.bond(atom, rings[ring].upper), open.count - 1 - place))
        open.remove(at: place)
      }
      if openingCounts[atom] > 0 {
        for ring in opening where rings[ring].upper == atom {
          codes.append(.ringOpening)
          open.append(ring)
        }
      }
      before = atom
    }
    codes.append(.end)
    return codes
  }

  /// Closes the branches that end between an atom and one of its ancestors.
  private func closeBranches(from last: Int, to parent: Int, in codes: inout [TokenCode]) {
    var atom = last
    while atom != parent, atom >= 0 {
      let above = parents[atom]
      if above >= 0, lastChildren[above] != atom { codes.append(.branchClosing) }
      atom = above
    }
  }

  /// The symbol of a tetrahedral centre if its neighbours are written in another order: an odd permutation turns `@`
  /// into `@@`. A hydrogen in the bracket counts as a neighbour after the preceding atom; a lone pair does not count
  /// (in RDKit).
  private func stereoSymbol(of atom: Int, opening: [Int], closing: [Int]) -> Int {
    let hidden = -1
    let symbol = graph.atoms[atom]
    var old = Array(graph.neighbours[graph.starts[atom]..<graph.starts[atom + 1]])
    var new: [Int] = parents[atom] >= 0 ? [parents[atom]] : []
    for ring in closing where rings[ring].lower == atom { new.append(rings[ring].upper) }
    for ring in opening where rings[ring].upper == atom { new.append(rings[ring].lower) }
    for child in order where parents[child] == atom { new.append(child) }
    if graph.table.symbols[symbol].hasHydrogenNeighbour {
      old.insert(hidden, at: atom == 0 ? 0 : 1)
      new.insert(hidden, at: parents[atom] < 0 ? 0 : 1)
    }
    var isOdd = false
    for place in old.indices where new[place] != old[place] {
      guard let other = new[place...].firstIndex(of: old[place]) else { continue }
      new.swapAt(place, other)
      isOdd.toggle()
    }
    return isOdd ? graph.table.mirrors[symbol] : symbol
  }
}
