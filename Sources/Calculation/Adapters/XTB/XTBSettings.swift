import Chemistry

/// The settings of an xtb calculation: its protocol, as a value.
public struct XTBSettings: Sendable, Hashable, Codable {
  /// The Hamiltonian or force field.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// GFN1-xTB, DOI 10.1021/acs.jctc.7b00118.
    case gfn1 = "GFN1"
    /// GFN2-xTB, DOI 10.1021/acs.jctc.8b01176.
    case gfn2 = "GFN2"
    /// The force field GFN-FF, DOI 10.1002/anie.202004239, which has neither orbitals nor electrons.
    case gfnff = "GFN-FF"

    /// The command-line options of the method.
    var options: [String] {
      switch self {
      case .gfn1: ["--gfn", "1"]
      case .gfn2: ["--gfn", "2"]
      // The neighbours in its topology are the only bonds that GFN-FF gives. xtb 6.7.1 writes no gfnff_adjacency.
      case .gfnff: ["--gfnff", "--wrtopo", "nb"]
      }
    }

    /// The name of the method in xtb's output.
    var nameInOutput: String { self == .gfnff ? rawValue : rawValue + "-xTB" }
  }

  /// The level of an optimisation: xtb's own levels.
  public enum Optimisation: String, Sendable, Hashable, Codable, CaseIterable {
    /// None: a single point on the force field's geometry.
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

  /// The treatment of a geometry before the method of the protocol.
  public enum Preoptimisation: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing.
    case none
    /// An optimisation with GFN-FF.
    case gfnff = "GFN-FF"
  }

  /// The program: a name to be found in `PATH`, or an absolute path.
  public var executable: String
  /// The Hamiltonian or force field.
  public var method: Method
  /// The treatment of a geometry before the method.
  public var preoptimisation: Preoptimisation
  /// The level of the optimisation.
  public var optimisation: Optimisation
  /// The solvent; `nil` for the gas phase.
  public var solvent: XTBSolvation.Solvent?
  /// The model of the solvent.
  public var solvation: XTBSolvation
  /// How many conformers are embedded and calculated; the one of lowest xtb energy is kept.
  public var conformers: Int
  /// The property runs on that conformer, without repetition, in the order of `XTBRun`.
  public var propertyRuns: [XTBRun]
  /// The time limit for each run, in seconds of wall time.
  public var timeLimitSeconds: Double
  /// The charge and the unpaired electrons, if they are stated.
  public var electrons: StatedElectrons

  /// Creates settings. The defaults are the protocol recommended for properties that depend on the conformer.
  public init(
    executable: String = "xtb", method: Method = .gfn2, preoptimisation: Preoptimisation = .none,
    optimisation: Optimisation = .normal, solvent: XTBSolvation.Solvent? = nil, solvation: XTBSolvation = .alpb,
    conformers: Int = 8, propertyRuns: [XTBRun] = [], timeLimitSeconds: Double = 300,
    electrons: StatedElectrons = StatedElectrons()
  ) {
    self.executable = executable
    self.method = method
    self.preoptimisation = preoptimisation
    self.optimisation = optimisation
    self.solvent = solvent
    self.solvation = solvation
    self.conformers = conformers
    self.propertyRuns = propertyRuns
    self.timeLimitSeconds = timeLimitSeconds
    self.electrons = electrons
  }

  /// The properties that these settings give.
  public var properties: [Property] {
    XTBProperties.free(with: method) + XTBProperties.of(propertyRuns, in: solvent)
  }

  /// The charge and spin of a molecule; xtb treats the f electrons of lanthanides as core.
  func state(of molecule: Molecule) throws(CalculationFailure) -> ElectronicState {
    try electrons.state(of: molecule, fElectrons: .inCore)
  }

  /// The level of an optimisation after changes: one step tighter for each departure from a saddle point.
  func level(after changes: [XTBRetryLadder.Change]) -> Optimisation {
    let place = Optimisation.allCases.firstIndex(of: optimisation) ?? 0
    return Optimisation.allCases[min(place + changes.count { $0.isDeparture }, Optimisation.allCases.count - 1)]
  }
}
