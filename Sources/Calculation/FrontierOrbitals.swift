/// The highest occupied and the lowest unoccupied orbital.
package struct FrontierOrbitals: Sendable, Hashable {
  /// The energy of the highest occupied orbital, in the unit given.
  package let homo: Double
  /// The energy of the lowest unoccupied orbital, in the unit given.
  package let lumo: Double

  /// The highest occupied orbital is that of the last spin-up electron, as in xtb's own table: occupations smeared by
  /// temperature do not say it, their sum does.
  /// - Parameter energies: Ascending, each for two electrons.
  /// - Returns: nil where the electrons fill no orbital, or all.
  package init?(energies: [Double], electrons: Int, unpaired: Int) {
    let occupied = (electrons + unpaired) / 2
    guard occupied > 0, energies.indices.contains(occupied) else { return nil }
    homo = energies[occupied - 1]
    lumo = energies[occupied]
  }
}
