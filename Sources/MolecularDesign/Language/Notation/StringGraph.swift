package import Numerics

/// The graph of atoms and bonds of a string, which can be written again from any atom.
///
/// A writing is a depth-first walk. It starts at an atom drawn uniformly; if several bonds lead on, the next is drawn
/// with probability proportional to 1/size², where size is the number of atoms not yet written in that direction, so
/// that short branches tend to come first, as chemists write them. Rings opened (or closed) at one atom come in
/// uniformly drawn order. So every string of the language can be written, and the probability of each writing is known.
package struct StringGraph: Sendable {
  /// The table of symbols.
  package let table: SymbolTable
  /// The symbol of each atom, in the order of the string. The `@` of a stereo centre refers to the order of its
  /// neighbours.
  package let atoms: [Int]
  /// The neighbours of atom a, in the order of the string, are at starts[a] to below starts[a + 1].
  let starts: [Int]
  let neighbours: [Int]
  /// Bonds as written from the atom to the neighbour.
  let bonds: [Bond]

  /// Creates the graph of a string.
  package init(_ string: ExtendedSMILES) {
    var table = SymbolTable()
    let codes = string.tokens.map { TokenCode($0, in: &table) }
    self.init(codes, table: table)
  }

  /// Creates the graph of a string whose symbols are numbered by a table.
  package init(_ codes: [TokenCode], table: SymbolTable) {
    self.table = table
    var atoms: [Int] = []
    // Bonds in the order in which their first atom writes them; the bond of a ring gets its position at the opening.
    var edges: [(from: Int, to: Int, bond: Bond)] = []
    var branches: [Int] = []
    var rings: [Int] = []
    var atom = -1
    atoms.reserveCapacity(codes.count)
    edges.reserveCapacity(codes.count)
    // The position of the second end among its neighbours is that of the closing: (edge, position in the string's
    // order).
    var names: [(atom: Int, edge: Int)] = []
    names.reserveCapacity(2 * codes.count)
    for code in codes {
      switch code.kind {
      case .atom:
        let next = atoms.count
        atoms.append(code.value)
        if atom >= 0 {
          names.append((atom, edges.count))
          names.append((next, edges.count))
          edges.append((atom, next, code.bond))
        }
        atom = next
      case .branchOpening: branches.append(atom)
      case .branchClosing: atom = branches.removeLast()
      case .ringOpening:
        names.append((atom, edges.count))
        rings.append(edges.count)
        edges.append((atom, atom, .implicit))  // until the ring is closed
      case .ringClosing:
        let edge = rings.remove(at: rings.count - 1 - code.value)
        names.append((atom, edge))
        edges[edge] = (edges[edge].from, atom, code.bond.reversed)
      case .end: break
      }
    }
    self.atoms = atoms
    var starts = [Int](repeating: 0, count: atoms.count + 1)
    for name in names { starts[name.atom + 1] += 1 }
    for atom in atoms.indices { starts[atom + 1] += starts[atom] }
    self.starts = starts
    var neighbours = [Int](repeating: 0, count: names.count)
    var bonds = [Bond](repeating: .implicit, count: names.count)
    for name in names {
      let edge = edges[name.edge]
      // `starts` is advanced here from each atom's first index to its last, which is the first of the next atom.
      let place = starts[name.atom]
      starts[name.atom] += 1
      // The bond is stored as its first atom writes it: a chain's towards the second, a ring's reversed above.
      let isFirst = edge.from == name.atom
      neighbours[place] = isFirst ? edge.to : edge.from
      bonds[place] = isFirst ? edge.bond : edge.bond.reversed
    }
    self.neighbours = neighbours
    self.bonds = bonds
  }

  /// The sum of an atom's bond orders, without hydrogens.
  func bondOrderSum(of atom: Int) -> Int { bonds[starts[atom]..<starts[atom + 1]].reduce(0) { $0 + $1.order } }

  /// The number of an atom's neighbours.
  func degree(of atom: Int) -> Int { starts[atom + 1] - starts[atom] }

  /// The bond between two neighbours, as written from the first.
  func bond(_ atom: Int, _ other: Int) -> Bond {
    for place in starts[atom]..<starts[atom + 1] where neighbours[place] == other { return bonds[place] }
    return .implicit
  }

  /// The molecule written again at random.
  package func written(stream: inout RandomStream) -> ExtendedSMILES { writing(stream: &stream).string }

  /// The molecule written again at random, and the log-probability of that walk.
  ///
  /// If the molecule is symmetric, several walks give the same string: for each string their number is that of the
  /// graph's automorphisms, whose logarithm is therefore omitted for all strings.
  package func writing(stream: inout RandomStream) -> (string: ExtendedSMILES, logProbability: Double) {
    let (codes, logProbability) = codes(stream: &stream)
    return (ExtendedSMILES(tokens: codes.map { $0.token(table.symbols) }), logProbability)
  }

  /// The same, as numbers.
  package func codes(stream: inout RandomStream) -> (codes: [TokenCode], logProbability: Double) {
    var walk = GraphWalk(self)
    walk.run(from: stream.uniform(below: atoms.count), stream: &stream)
    return (walk.codes(stream: &stream), walk.logProbability)
  }

  /// The log-probability of the walk that writes the graph's own string, on the scale of ``writing(stream:)``;
  /// −infinity if no walk does.
  package var logProbabilityAsWritten: Double {
    var walk = GraphWalk(self)
    return walk.runAsWritten() ? walk.logProbability : -.infinity
  }
}
