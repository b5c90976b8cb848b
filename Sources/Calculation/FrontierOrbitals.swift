/// The highest occupied and the lowest unoccupied orbital.
package struct FrontierOrbitals: Sendable, Hashable {
  /// The energy of the highest occupied orbital, in the unit given.
  package let homo: Double
  /// The energy of the lowest unoccupied orbital, in the unit given.
  package let lumo: Double

  /// What is to be noted of a gap, in eV, that looks like a mistake and is none: that of many metal complexes and open shells.
  package static func notes(onGap gap: Double?) -> [String] {
    guard let gap, abs(gap) < 0.0005 else { return [] }
    return ["The gap is zero: HOMO and LUMO are degenerate or half-filled."]
  }

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
