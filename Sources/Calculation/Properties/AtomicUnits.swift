/// Atomic units in the units of the properties (CODATA 2018).
package enum AtomicUnits {
  /// One bohr in ångström.
  package static let ångströmPerBohr = 0.529_177_210_903
  /// One e·bohr in debye.
  package static let debyePerDipole = 2.541_746_473
  /// One hartree in eV.
  package static let electronvoltPerHartree = 27.211_386_245_988
}
