/// The orbitals around the frontier, of both spins if these differ.
package struct MOPACOrbitals {
  /// The number of electrons in all orbitals.
  package let electrons: Double
  /// The number of electrons of one spin without a partner of the other.
  package let unpaired: Double
  /// The highest energy of an occupied orbital, in eV.
  package let homo: Double?
  /// The lowest energy of an unoccupied orbital, in eV.
  package let lumo: Double?

  package init(_ document: MOPACDocument) throws(CalculationFailure) {
    var levels: [(energy: Double, isOccupied: Bool)] = []
    var electrons: [Double] = []
    let spins = document.numbers("ALPHA_EIGENVALUES") == nil ? [""] : ["ALPHA_", "BETA_"]
    let full: Double = spins.count == 1 ? 2 : 1
    for spin in spins {
      guard let energies = document.numbers("\(spin)EIGENVALUES"),
        let occupations = document.numbers("\(spin)MOLECULAR_ORBITAL_OCCUPANCIES"), occupations.count == energies.count,
        let set = document.numbers("SET_OF_\(spin)MOS"), set.count == 2,
        set[1] - set[0] + 1 == Double(energies.count)
      else { throw CalculationFailure(.unknown, "MOPAC gives no orbitals that can be read.") }
      levels += zip(energies, occupations).map { ($0, $1 > full / 2) }
      // The document lists about ten orbitals on either side of the frontier; those below the first are full.
      electrons.append(occupations.reduce((set[0] - 1) * full, +))
    }
    self.electrons = electrons.reduce(0, +)
    unpaired = electrons.count == 2 ? electrons[0] - electrons[1] : 0
    homo = levels.filter(\.isOccupied).map(\.energy).max()
    lumo = levels.filter { !$0.isOccupied }.map(\.energy).min()
  }
}
