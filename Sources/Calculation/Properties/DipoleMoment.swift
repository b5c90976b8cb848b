package import Chemistry

/// The electric dipole moment of a molecule.
package struct DipoleMoment: Sendable, Hashable {
  /// x, y and z relative to the origin of the coordinates, in e·bohr.
  package let vector: [Double]

  package init(vector: [Double]) {
    self.vector = vector
  }

  /// The magnitude in debye. An ion's dipole depends on the reference point: it is moved from the arbitrary origin to
  /// the centre of mass (in ångström).
  package func magnitude(charge: Int, centreOfMass: [Double]) -> Double {
    let squares = zip(vector, centreOfMass).map { component, position in
      let moved = component - Double(charge) * position / AtomicUnits.ångströmPerBohr
      return moved * moved
    }
    return squares.reduce(0, +).squareRoot() * AtomicUnits.debyePerDipole
  }
}

extension Elements {
  /// The centre of mass, in the unit of the coordinates; nil with an element beyond radon, or with no atoms.
  package static func centreOfMass(of elements: [String], at coordinates: [Double]) -> [Double]? {
    let masses = elements.compactMap { Elements[$0]?.mass }
    guard !masses.isEmpty, masses.count == elements.count, coordinates.count == 3 * masses.count else { return nil }
    let total = masses.reduce(0, +)
    return (0..<3).map { axis in
      masses.indices.reduce(0) { $0 + masses[$1] * coordinates[3 * $1 + axis] } / total
    }
  }
}
