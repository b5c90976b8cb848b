import Chemistry

/// The settings of a libxtb calculation: the arguments of its worker.
public struct LibXTBSettings: Sendable, Hashable, Codable {
  /// The methods that libxtb offers.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// GFN1-xTB, DOI 10.1021/acs.jctc.7b00118.
    case gfn1 = "GFN1"
    /// GFN2-xTB, DOI 10.1021/acs.jctc.8b01176.
    case gfn2 = "GFN2"
    /// The force field GFN-FF, DOI 10.1002/anie.202004239, which has no orbitals.
    case gfnff = "GFN-FF"

    /// The name in the literature.
    package var fullName: String { self == .gfnff ? rawValue : rawValue + "-xTB" }
  }

  /// The solvents that libxtb has GBSA parameters for, under xtb's names. GFN1 lacks two.
  public enum Solvent: String, Sendable, Hashable, Codable, CaseIterable {
    case acetone, acetonitrile, benzene, ch2cl2, chcl3, cs2, dmf, dmso, ether, hexane, methanol, thf, toluene, water
  }

  /// The Hamiltonian, or the force field.
  public var method: Method
  /// The solvent of the GBSA model, the only model in libxtb's interface (the program's `--gbsa`, not its `--alpb`);
  /// nil for the gas phase.
  public var solvent: Solvent?
  /// How many conformers are embedded and calculated; the one of lowest energy is kept.
  public var conformers: Int
  /// The time limit for one conformer, in seconds of wall time.
  public var timeLimitSeconds: Double
  /// The names of the requested properties.
  public var properties: [String]
  /// The charge and the unpaired electrons, if they are stated.
  public var electrons: StatedElectrons

  /// The properties that a method has.
  package static func properties(of method: Method) -> [Property] {
    let source = "\(method.fullName) by libxtb, a single point on the force field's geometry"
    let energy = Property.energy.from("the total energy of \(source)")
    if method == .gfnff { return [energy] }
    return [
      Property.gap.from("LUMO minus HOMO of \(source)"),
      Property.homo.from("the orbital of the last spin-up electron, of \(source)"),
      Property.lumo.from("the orbital above the HOMO, of \(source)"),
      Property.dipole.from("the density of \(source); an ion's with respect to the centre of mass"),
      energy,
      Property(
        name: "gradient_norm", unit: "Eh/bohr", summary: "norm of the gradient: how far the geometry is from a minimum",
        source: "the gradient of \(source)"),
    ]
  }

  /// Creates settings. The default of one conformer is for screening; properties that depend on the conformer need
  /// more.
  public init(
    method: Method = .gfn2, solvent: Solvent? = nil, conformers: Int = 1, timeLimitSeconds: Double = 60,
    properties: [String]? = nil, electrons: StatedElectrons = StatedElectrons()
  ) {
    self.method = method
    self.solvent = solvent
    self.conformers = conformers
    self.timeLimitSeconds = timeLimitSeconds
    self.electrons = electrons
    self.properties = properties ?? Self.properties(of: method).map(\.name)
  }

  /// Reads the settings of a campaign file: `method`, `solvent`, `conformers`, `time_limit` (seconds), `properties`,
  /// `charge`, `unpaired`.
  public init(_ settings: CalculatorSettings) throws(CalculatorSetupError) {
    var reader = SettingsReader(settings, of: "libxtb")
    self.init(method: try reader.choice("method", of: Method.self) ?? .gfn2)
    solvent = try reader.choice("solvent", of: Solvent.self)
    if let solvent, method == .gfn1, [.dmf, .hexane].contains(solvent) {
      throw reader.refusal(
        of: "solvent", mustBe: "another than '\(solvent.rawValue)' with GFN1, which has no such solvent")
    }
    conformers = try reader.integer("conformers", in: 1...99) ?? conformers
    timeLimitSeconds = try reader.positive("time_limit", unit: "seconds") ?? timeLimitSeconds
    if let wanted = try reader.list("properties") {
      guard !wanted.isEmpty, wanted.allSatisfy(properties.contains) else {
        throw reader.refusal(
          of: "properties", mustBe: "some of \(properties.joined(separator: ", ")), which \(method.rawValue) has")
      }
      properties = properties.filter(wanted.contains)
    }
    electrons = try reader.statedElectrons()
    try reader.finish()
  }

  /// The charge and spin of a molecule; libxtb treats the f electrons of lanthanides as core.
  func state(of molecule: Molecule) throws(CalculationFailure) -> ElectronicState {
    try electrons.state(of: molecule, fElectrons: .inCore)
  }

  /// The arguments of the worker.
  package var arguments: [String] {
    ["--method", method.rawValue] + (solvent.map { ["--solvent", $0.rawValue] } ?? [])
  }
}
