/// How xtb is to be asked: the protocol of its calculations, as a value.
public struct XTBSettings: Sendable, Hashable, Codable {
  /// The Hamiltonian.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// GFN1-xTB, DOI 10.1021/acs.jctc.7b00118.
    case gfn1 = "GFN1"
    /// GFN2-xTB, DOI 10.1021/acs.jctc.8b01176.
    case gfn2 = "GFN2"

    /// What `--gfn` takes.
    var flag: String { self == .gfn1 ? "1" : "2" }

    /// What the program calls it in its output.
    var nameInOutput: String { rawValue + "-xTB" }
  }

  /// How far a geometry is optimised: xtb's own levels.
  public enum Optimisation: String, Sendable, Hashable, Codable, CaseIterable {
    /// Not at all: a single point on the force field's geometry.
    case none
    /// Energy to 5e-4 Eh.
    case crude
    /// Energy to 1e-4 Eh.
    case sloppy
    /// Energy to 5e-5 Eh.
    case loose
    /// Energy to 2e-5 Eh.
    case lax
    /// Energy to 5e-6 Eh.
    case normal
    /// Energy to 1e-6 Eh.
    case tight
    /// Energy to 1e-7 Eh.
    case verytight
    /// Energy to 5e-8 Eh.
    case extreme
  }

  /// The solvents that both methods have ALPB parameters for, under xtb's names.
  public enum Solvent: String, Sendable, Hashable, Codable, CaseIterable {
    case acetone, acetonitrile, aniline, benzaldehyde, benzene, ch2cl2, chcl3, cs2, dioxane, dmf, dmso, ethanol
    case ether, ethylacetate, furane, hexadecane, hexane, methanol, nitromethane, octanol, phenol, thf, toluene
    case water, woctanol
  }

  /// The program: a name to be found in `PATH`, or an absolute path.
  public var executable: String
  /// The Hamiltonian.
  public var method: Method
  /// How far a geometry is optimised.
  public var optimisation: Optimisation
  /// The solvent of the ALPB model (DOI 10.1021/acs.jctc.1c00471); `nil` for the gas phase.
  public var solvent: Solvent?
  /// How many conformers are embedded and calculated; the one of lowest xtb energy stands.
  public var conformers: Int
  /// The time limit for one conformer, in seconds of wall time.
  public var timeLimitSeconds: Double

  /// Creates settings. The defaults are the protocol recommended for properties that depend on the conformer.
  public init(
    executable: String = "xtb", method: Method = .gfn2, optimisation: Optimisation = .normal, solvent: Solvent? = nil,
    conformers: Int = 8, timeLimitSeconds: Double = 300
  ) {
    self.executable = executable
    self.method = method
    self.optimisation = optimisation
    self.solvent = solvent
    self.conformers = conformers
    self.timeLimitSeconds = timeLimitSeconds
  }

  /// Reads the settings of a campaign file: `executable`, `method`, `optimization`, `solvent`, `conformers`,
  /// `time_limit` (seconds).
  public init(_ settings: CalculatorSettings) throws(CalculatorSetupError) {
    var reader = SettingsReader(settings, of: "xtb")
    self.init()
    if let executable = try reader.text("executable") {
      guard !executable.contains("/") || executable.hasPrefix("/") else {
        throw reader.refusal(of: "executable", mustBe: "a name to be found in PATH, or an absolute path")
      }
      self.executable = executable
    }
    method = try reader.choice("method", of: Method.self) ?? method
    optimisation = try reader.choice("optimization", of: Optimisation.self) ?? optimisation
    solvent = try reader.choice("solvent", of: Solvent.self)
    conformers = try reader.integer("conformers", in: 1...99) ?? conformers
    timeLimitSeconds = try reader.positive("time_limit", unit: "seconds") ?? timeLimitSeconds
    try reader.finish()
  }

  /// The protocol in a line for people.
  public var summary: String {
    let geometry = optimisation == .none ? "single point" : "\(optimisation.rawValue) optimisation"
    let number = conformers == 1 ? "1 conformer" : "\(conformers) conformers"
    return "\(method.nameInOutput), \(geometry), \(number), \(solvent.map { "ALPB \($0.rawValue)" } ?? "gas phase")"
  }
}
