/// A named quantity with a unit that a calculator can give.
public struct Property: Sendable, Hashable, Codable {
  /// The name that campaign files, records and results use, such as `gap`.
  public let name: String
  /// The unit of every value under this name, such as `eV`.
  public let unit: String
  /// One line that describes the quantity.
  public let summary: String
  /// The source of its values: the part of the program's output, or the equation with its paper.
  public let source: String

  /// Creates a property.
  public init(name: String, unit: String, summary: String, source: String = "") {
    self.name = name
    self.unit = unit
    self.summary = summary
    self.source = source
  }

  /// The same quantity, with the source of a calculator's values.
  public func from(_ source: String) -> Property {
    Property(name: name, unit: unit, summary: summary, source: source)
  }
}

extension Property {
  /// The HOMO–LUMO gap, in eV.
  public static let gap = Property(
    name: "gap", unit: "eV", summary: "difference of the lowest unoccupied and the highest occupied orbital energy")
  /// The energy of the highest occupied molecular orbital, in eV.
  public static let homo = Property(
    name: "homo", unit: "eV", summary: "energy of the highest occupied molecular orbital")
  /// The energy of the lowest unoccupied molecular orbital, in eV.
  public static let lumo = Property(
    name: "lumo", unit: "eV", summary: "energy of the lowest unoccupied molecular orbital")
  /// The magnitude of the electric dipole moment, in debye; for an ion, relative to the centre of mass.
  public static let dipole = Property(
    name: "dipole", unit: "D", summary: "magnitude of the electric dipole moment")
  /// The isotropic static polarizability, in atomic units (bohr³).
  public static let polarizability = Property(
    name: "polarizability", unit: "a.u.", summary: "isotropic static polarizability")
  /// The total energy, in hartree.
  public static let energy = Property(name: "energy", unit: "Eh", summary: "total energy")

  /// The heat of formation of the gas at 298 K, in kcal/mol.
  public static let heatOfFormation = Property(
    name: "heat_of_formation", unit: "kcal/mol",
    summary: "heat of formation at 298 K, as the method was fitted to give it")

  /// The energy to remove an electron at fixed geometry (vertical), in eV.
  public static let ionisationPotential = Property(
    name: "ip", unit: "eV", summary: "vertical ionisation potential")
  /// The energy gained by adding an electron at fixed geometry (vertical), in eV.
  public static let electronAffinity = Property(
    name: "ea", unit: "eV", summary: "vertical electron affinity, positive if the anion is lower in energy")
  /// Ionisation potential minus electron affinity, in eV.
  public static let fundamentalGap = Property(
    name: "fundamental_gap", unit: "eV", summary: "vertical ionisation potential minus vertical electron affinity")
  /// The mean of ionisation potential and electron affinity, in eV.
  public static let electronegativity = Property(
    name: "electronegativity", unit: "eV", summary: "Mulliken electronegativity")
  /// Half the difference of ionisation potential and electron affinity, in eV.
  public static let hardness = Property(
    name: "hardness", unit: "eV", summary: "chemical hardness")
  /// The square of the electronegativity over four times the hardness of Parr and Pearson, in eV.
  public static let electrophilicity = Property(
    name: "electrophilicity", unit: "eV", summary: "electrophilicity index")
  /// The vertical ionisation potential in water as a potential against the standard hydrogen electrode, in volt.
  public static let oxidationPotential = Property(
    name: "oxidation_potential", unit: "V",
    summary: "vertical oxidation potential against the standard hydrogen electrode in water")
  /// The vertical electron affinity in water as a potential against the standard hydrogen electrode, in volt.
  public static let reductionPotential = Property(
    name: "reduction_potential", unit: "V",
    summary: "vertical reduction potential against the standard hydrogen electrode in water")
  /// Electronic energy with the Gibbs free energy of nuclear motion at 298.15 K and 1 atm, in hartree.
  public static let freeEnergy = Property(
    name: "free_energy", unit: "Eh", summary: "Gibbs free energy at 298.15 K and 1 atm")
  /// Electronic energy with the enthalpy of nuclear motion at 298.15 K, in hartree.
  public static let enthalpy = Property(
    name: "enthalpy", unit: "Eh", summary: "enthalpy at 298.15 K")
  /// Energy of the vibrations at 0 K, in hartree.
  public static let zeroPointEnergy = Property(
    name: "zero_point_energy", unit: "Eh", summary: "zero-point energy of the vibrations")
  /// The largest f+ over the atoms.
  public static let fukuiPlus = Property(
    name: "fukui_plus", unit: "e",
    summary: "largest condensed Fukui index f+ over the atoms: where a nucleophile attacks")
  /// The largest f− over the atoms.
  public static let fukuiMinus = Property(
    name: "fukui_minus", unit: "e",
    summary: "largest condensed Fukui index f− over the atoms: where an electrophile attacks")
  /// The largest f0 over the atoms.
  public static let fukuiZero = Property(
    name: "fukui_zero", unit: "e", summary: "largest condensed Fukui index f0 over the atoms: where a radical attacks")

  /// The properties with a fixed name and unit in every calculator.
  public static let known: [Property] = [
    .gap, .homo, .lumo, .dipole, .polarizability, .energy, .heatOfFormation, .ionisationPotential, .electronAffinity,
    .fundamentalGap,
    .electronegativity, .hardness, .electrophilicity, .oxidationPotential, .reductionPotential, .freeEnergy, .enthalpy,
    .zeroPointEnergy, .fukuiPlus, .fukuiMinus, .fukuiZero,
  ]
}
