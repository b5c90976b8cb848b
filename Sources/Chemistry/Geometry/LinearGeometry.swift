internal import Glibc

/// The symmetry of linear molecules.
extension Geometry {
  /// Whether all atoms are within a distance, in ångström, of one line. True for two atoms, false for one.
  package func isLinear(within distance: Double) -> Bool {
    guard elements.count > 1, let axis else { return false }
    return elements.indices.allSatisfy { atom in
      let offset = difference(axis.start, atom)
      let along = dot(offset, axis.direction)
      return max(0, dot(offset, offset) - along * along).squareRoot() <= distance
    }
  }

  /// Whether a linear geometry is the same from either end (the point group D∞h): elements and distances along its line
  /// agree within 0.05 Å.
  package var isSameFromBothEnds: Bool {
    guard let axis else { return false }
    let places = elements.indices
      .map { (place: dot(difference(axis.start, $0), axis.direction), element: elements[$0]) }
      .sorted { $0.place < $1.place }
    guard let first = places.first, let last = places.last else { return false }
    return zip(places, places.reversed()).allSatisfy { one, other in
      one.element == other.element && abs(one.place - first.place - (last.place - other.place)) < 0.05
    }
  }

  /// The line from the atom farthest from the first towards the atom farthest from that.
  private var axis: (start: Int, direction: [Double])? {
    func farthest(from atom: Int) -> Int {
      elements.indices.max { squaredDistance(atom, $0) < squaredDistance(atom, $1) } ?? atom
    }
    guard elements.count > 1 else { return nil }
    let start = farthest(from: 0)
    let offset = difference(start, farthest(from: start))
    let length = dot(offset, offset).squareRoot()
    return length > 0 ? (start, offset.map { $0 / length }) : nil
  }

  private func squaredDistance(_ first: Int, _ second: Int) -> Double {
    let offset = difference(first, second)
    return dot(offset, offset)
  }

  private func difference(_ from: Int, _ to: Int) -> [Double] {
    (0..<3).map { coordinates[3 * to + $0] - coordinates[3 * from + $0] }
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
