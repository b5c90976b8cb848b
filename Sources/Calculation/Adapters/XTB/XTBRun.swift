import Chemistry

/// The kinds of runs that a calculation with xtb is made of. Their names are the steps of the protocol and of attempts.
public enum XTBRun: String, Sendable, Hashable, Codable, CaseIterable {
  /// An optimisation with the force field GFN-FF, for a better start.
  case preoptimise
  /// An optimisation with the method of the protocol.
  case optimise
  /// A single point with the method of the protocol.
  case calculate
  /// Vertical ionisation potential and electron affinity, with IPEA-xTB.
  case ionise
  /// Second derivatives of the energy, and what statistical thermodynamics makes of them.
  case vibrate
  /// The charges of the atoms with an electron more, for Fukui indices.
  case attach
  /// The charges of the atoms with an electron less, for Fukui indices.
  case detach

  /// The runs on the geometry that stands, for properties that have to be asked for.
  package static let forProperties: [XTBRun] = [.ionise, .vibrate, .attach, .detach]

  /// Whether the run moves the atoms.
  package var isOptimisation: Bool { self == .preoptimise || self == .optimise }

  /// The method that it is done with.
  package func method(in settings: XTBSettings) -> XTBSettings.Method {
    switch self {
    case .preoptimise: .gfnff
    // With GFN2 xtb takes an energy difference of GFN2 and subtracts the shift that was fitted for IPEA-xTB, which gives
    // ethanol an electron affinity of -10 eV. Only GFN1 makes it read the IPEA parameters.
    case .ionise: .gfn1
    case .optimise, .calculate, .vibrate, .attach, .detach: settings.method
    }
  }

  /// The method's and the run's options.
  package func options(in settings: XTBSettings, changes: [XTBChange]) -> [String] {
    let method = method(in: settings).options
    return switch self {
    case .preoptimise: method + ["--opt", "normal"]
    case .optimise: method + ["--opt", settings.level(after: changes).rawValue]
    case .calculate, .attach, .detach: method
    case .ionise: method + ["--vipea"]
    case .vibrate: method + ["--hess"]
    }
  }

  /// The charge and spin that it is done with.
  func state(of molecule: ElectronicState) -> ElectronicState {
    switch self {
    case .attach: molecule.ionised(by: -1)
    case .detach: molecule.ionised(by: 1)
    default: molecule
    }
  }

  /// What xtb is told in its control file of a geometry; empty for nothing.
  ///
  /// The search for the point group of a linear molecule ends xtb 6.5.1 by a signal ("stack smashing detected"), and of one
  /// that is nearly linear as well. Without it the rotational symmetry number is 1, and the free energy has to be corrected
  /// for molecules that look the same from both ends.
  func control(for geometry: Geometry) -> String {
    self == .vibrate && geometry.isLinear(within: XTBRun.linear) ? XTBRun.noPointGroup : ""
  }

  /// Keeps xtb from looking for the point group.
  static let noPointGroup = "$symmetry\n   maxat=0\n$end\n"

  /// How far from one line the atoms of a molecule lie that xtb takes for linear, in ångström.
  static let linear = 0.15
}
