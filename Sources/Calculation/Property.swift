/// A named quantity with a unit that a calculator can give.
public struct Property: Sendable, Hashable, Codable {
  /// The name that campaign files, records and results use, such as `gap`.
  public let name: String
  /// The unit of every value under this name, such as `eV`.
  public let unit: String
  /// One line that says what the quantity is.
  public let summary: String
  /// Where its values come from: the part of the program's output, or the equation with its paper.
  public let source: String

  /// Creates a property.
  public init(name: String, unit: String, summary: String, source: String = "") {
    self.name = name
    self.unit = unit
    self.summary = summary
    self.source = source
  }

  /// The same quantity, with where a calculator takes its values from.
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
  /// The magnitude of the electric dipole moment, in debye; an ion's is with respect to the centre of mass.
  public static let dipole = Property(
    name: "dipole", unit: "D", summary: "magnitude of the electric dipole moment")
  /// The isotropic static polarizability, in atomic units (bohr³).
  public static let polarizability = Property(
    name: "polarizability", unit: "a.u.", summary: "isotropic static polarizability")
  /// The total energy, in hartree.
  public static let energy = Property(name: "energy", unit: "Eh", summary: "total energy")

  /// The properties with a fixed name and unit, whichever calculator gives them.
  public static let known: [Property] = [.gap, .homo, .lumo, .dipole, .polarizability, .energy]
}
