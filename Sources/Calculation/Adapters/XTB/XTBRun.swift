import Chemistry

/// The kinds of runs in a calculation with xtb. Their names are the steps of protocols and attempts.
public enum XTBRun: String, Sendable, Hashable, Codable, CaseIterable {
  /// An optimisation with the force field GFN-FF, for a better start.
  case preoptimise
  /// An optimisation with the method of the protocol.
  case optimise
  /// A single point with the method of the protocol.
  case calculate
  /// Vertical ionisation potential and electron affinity, with IPEA-xTB.
  case ionise
  /// Second derivatives of the energy, and thermodynamic quantities from them.
  case vibrate
  /// The atomic charges with one electron more, for Fukui indices.
  case attach
  /// The atomic charges with one electron less, for Fukui indices.
  case detach

  /// The runs on the kept geometry for properties that must be requested.
  package static let forProperties: [XTBRun] = [.ionise, .vibrate, .attach, .detach]

  /// Whether the run moves the atoms.
  package var isOptimisation: Bool { self == .preoptimise || self == .optimise }

  /// The method of the run.
  package func method(in settings: XTBSettings) -> XTBSettings.Method {
    switch self {
    case .preoptimise: .gfnff
    // With GFN2, xtb takes a GFN2 energy difference but subtracts the shift fitted for IPEA-xTB, which gives ethanol an
    // electron affinity of −10 eV. xtb reads the IPEA parameters only with GFN1.
    case .ionise: .gfn1
    case .optimise, .calculate, .vibrate, .attach, .detach: settings.method
    }
  }

  /// The options of the method and the run.
  package func options(in settings: XTBSettings, changes: [XTBRetryLadder.Change]) -> [String] {
    let method = method(in: settings).options
    return switch self {
    case .preoptimise: method + ["--opt", "normal"]
    case .optimise: method + ["--opt", settings.level(after: changes).rawValue]
    case .calculate, .attach, .detach: method
    case .ionise: method + ["--vipea"]
    case .vibrate: method + ["--hess"]
    }
  }

  /// The charge and spin of the run.
  func state(of molecule: ElectronicState) -> ElectronicState {
    switch self {
    case .attach: molecule.ionised(by: -1)
    case .detach: molecule.ionised(by: 1)
    default: molecule
    }
  }

  /// The contents of xtb's control file for a geometry; empty for none.
  ///
  /// The search for the point group of a linear or nearly linear molecule ends xtb 6.5.1 with a signal ("stack smashing
  /// detected"). Without the search the rotational symmetry number is 1, and the free energy must be corrected for
  /// molecules that look the same from both ends.
  func control(for geometry: Geometry) -> String {
    self == .vibrate && geometry.isLinear(within: XTBRun.linear) ? XTBRun.noPointGroup : ""
  }

  /// Switches off xtb's search for the point group.
  static let noPointGroup = "$symmetry\n   maxat=0\n$end\n"

  /// The greatest distance of an atom from a line, in ångström, at which xtb takes a molecule for linear.
  static let linear = 0.15
}
