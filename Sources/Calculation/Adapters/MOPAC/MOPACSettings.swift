/// The settings of a MOPAC calculation: its protocol, as a value.
public struct MOPACSettings: Sendable, Hashable, Codable {
  /// The Hamiltonian.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// PM6, DOI 10.1007/s00894-007-0233-4.
    case pm6 = "PM6"
    /// PM6 with corrections for dispersion and hydrogen bonds, DOI 10.1021/ct200751e.
    case pm6D3H4 = "PM6-D3H4"
    /// PM7, DOI 10.1007/s00894-012-1667-x.
    case pm7 = "PM7"
  }

  /// Whether a geometry is optimised.
  public enum Optimisation: String, Sendable, Hashable, Codable, CaseIterable {
    /// None: a single point on the force field's geometry.
    case none
    /// By eigenvector following, to MOPAC's own threshold.
    case normal
    /// To a gradient twenty times smaller (keyword `PRECISE`).
    case precise
  }

  /// The program: a name to be found in `PATH`, or an absolute path.
  public var executable: String
  /// The Hamiltonian.
  public var method: Method
  /// Whether a geometry is optimised.
  public var optimisation: Optimisation
  /// The relative permittivity of the solvent in the COSMO model (DOI 10.1039/P29930000799); nil for the gas phase.
  public var permittivity: Double?
  /// How many conformers are embedded and calculated; the one of lowest heat of formation is kept.
  public var conformers: Int
  /// The time limit for one conformer, in seconds of wall time.
  public var timeLimitSeconds: Double
  /// The charge and the unpaired electrons, if they are stated.
  public var electrons: StatedElectrons

  /// Creates settings.
  public init(
    executable: String = "mopac", method: Method = .pm7, optimisation: Optimisation = .normal,
    permittivity: Double? = nil, conformers: Int = 8, timeLimitSeconds: Double = 300,
    electrons: StatedElectrons = StatedElectrons()
  ) {
    self.executable = executable
    self.method = method
    self.optimisation = optimisation
    self.permittivity = permittivity
    self.conformers = conformers
    self.timeLimitSeconds = timeLimitSeconds
    self.electrons = electrons
  }

  /// Reads the settings of a campaign file: `executable`, `method`, `optimization`, `permittivity`, `conformers`,
  /// `time_limit` (seconds), `charge`, `unpaired`.
  public init(_ settings: CalculatorSettings) throws(CalculatorSetupError) {
    var reader = SettingsReader(settings, of: "mopac")
    self.init()
    if let executable = try reader.text("executable") {
      guard !executable.contains("/") || executable.hasPrefix("/") else {
        throw reader.refusal(of: "executable", mustBe: "a name to be found in PATH, or an absolute path")
      }
      self.executable = executable
    }
    method = try reader.choice("method", of: Method.self) ?? method
    optimisation = try reader.choice("optimization", of: Optimisation.self) ?? optimisation
    permittivity = try reader.positive("permittivity", unit: "relative to the vacuum")
    if let permittivity, permittivity <= 1 || permittivity > 1000 {
      throw reader.refusal(of: "permittivity", mustBe: "a number above 1 and up to 1000")
    }
    conformers = try reader.integer("conformers", in: 1...99) ?? conformers
    timeLimitSeconds = try reader.positive("time_limit", unit: "seconds") ?? timeLimitSeconds
    electrons = try reader.statedElectrons()
    try reader.finish()
  }

  /// The protocol in one line for people.
  public var summary: String {
    let geometry = optimisation == .none ? "single point" : "\(optimisation.rawValue) optimisation"
    let number = conformers == 1 ? "1 conformer" : "\(conformers) conformers"
    return
      "\(method.rawValue), \(geometry), \(number), \(permittivity.map { "COSMO ε = \($0)" } ?? "gas phase")\(electrons.summary)"
  }

  /// The limit on the norm of the gradient of an optimised geometry, in kcal/mol/Å: MOPAC's own limits for eigenvector
  /// following; nil if nothing is optimised.
  var greatestGradient: Double? {
    switch optimisation {
    case .none: nil
    case .normal: 1
    case .precise: 0.05
    }
  }

  /// The protocol's steps.
  var steps: [CalculationProtocol.Step] {
    var settings = ["method": method.rawValue, "solvent": permittivity.map { "COSMO \($0)" } ?? "none"]
    settings.merge(electrons.inWords) { first, _ in first }
    if optimisation != .none { settings["level"] = optimisation.rawValue }
    return [
      .embedding(conformers: conformers),
      .init(optimisation == .none ? "calculate" : "optimise", settings),
    ]
  }
}
