/// The highest occupied and the lowest unoccupied orbital.
package struct FrontierOrbitals: Sendable, Hashable {
  /// The energy of the highest occupied orbital, in the unit given.
  package let homo: Double
  /// The energy of the lowest unoccupied orbital, in the unit given.
  package let lumo: Double

  /// Notes on a gap, in eV, that looks like a mistake but is not: many metal complexes and open shells have one.
  package static func notes(onGap gap: Double?) -> [String] {
    guard let gap, gap < 0.0005 else { return [] }
    return gap > -0.0005
      ? ["The gap is zero: HOMO and LUMO are degenerate or half-filled."]
      : ["The gap is negative: the lowest unoccupied orbital lies below the highest occupied one."]
  }

  /// Finds the orbitals from the number of electrons: the highest occupied orbital is that of the last spin-up
  /// electron, as in xtb's own table. Single occupations are smeared by the electronic temperature; their sum is not.
  /// - Parameter energies: Orbital energies in ascending order; each orbital holds two electrons.
  /// - Returns: nil if the electrons fill no orbital, or all.
  package init?(energies: [Double], electrons: Int, unpaired: Int) {
    let occupied = (electrons + unpaired) / 2
    guard occupied > 0, energies.indices.contains(occupied) else { return nil }
    homo = energies[occupied - 1]
    lumo = energies[occupied]
  }
}
