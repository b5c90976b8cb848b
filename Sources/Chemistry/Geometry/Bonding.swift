/// Whether the bonds of a molecule survived a calculation.
///
/// Two independent criteria are applied to every pair of atoms: the bond order that the calculation gives, and the
/// distance. The bonds have changed only if both contradict the molecule's bonds; if one does, it is noted.
package struct Bonding: Sendable, Hashable {
  /// Atoms with a Wiberg bond order above this are bonded.
  static let leastBondOrder = 0.5
  /// Atoms with a distance below this multiple of the sum of their covalent radii are bonded.
  static let reach = 1.3

  /// The bonds that were broken or made according to both criteria.
  package let changes: [String]
  /// The bonds that were broken or made according to one criterion only.
  package let suspicions: [String]

  /// Compares the bonds.
  /// - Parameters:
  ///   - bonds: The molecule's bonds.
  ///   - geometry: The geometry after the calculation.
  ///   - bondOrders: Wiberg bond orders by pair of atoms; pairs that are missing have order 0.
  package init(bonds: [Geometry.Bond], geometry: Geometry, bondOrders: [AtomPair: Double]) {
    let expected = Set(bonds.map { AtomPair($0.first, $0.second) })
    let radii = geometry.elements.map { Elements[$0]?.covalentRadius ?? 0 }
    var changes: [String] = []
    var suspicions: [String] = []
    for second in geometry.elements.indices {
      for first in 0..<second {
        let pair = AtomPair(first, second)
        let distance = geometry.distance(first, second)
        let order = bondOrders[pair] ?? 0
        let isExpected = expected.contains(pair)
        let ordersDisagree = (order > Self.leastBondOrder) != isExpected
        let distancesDisagree = (distance < Self.reach * (radii[first] + radii[second])) != isExpected
        guard ordersDisagree || distancesDisagree else { continue }
        let names = "\(geometry.elements[first])\(first + 1)–\(geometry.elements[second])\(second + 1)"
        let facts = "\(names) (\(Self.rounded(distance)) Å, bond order \(Self.rounded(order)))"
        if ordersDisagree && distancesDisagree {
          changes.append(isExpected ? "\(facts) was broken" : "\(facts) was made")
        } else {
          suspicions.append(isExpected ? "\(facts) may be broken" : "\(facts) may be bonded")
        }
      }
    }
    self.changes = changes
    self.suspicions = suspicions
  }

  private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}

/// Two atoms, in either order.
package struct AtomPair: Sendable, Hashable {
  let first: Int
  let second: Int

  package init(_ one: Int, _ other: Int) {
    first = min(one, other)
    second = max(one, other)
  }
}
