package import Chemistry

/// The ladder of retries: a run of xtb that does not converge is repeated with one more change each time
/// (decision 12, `Documentation/decisions/0012-xtb-protocol-and-ladder.md`).
///
/// `XTBPlan` asks for the next change. After an accident, such as a killed process, ``CalculationStage`` repeats the
/// attempt unchanged.
package enum XTBRetryLadder {
  /// A change of a run. Its sentence is recorded with the attempt and marks the result.
  package enum Change: String, CaseIterable {
    /// Each step of the SCF takes less of the new charges. The energy does not change.
    case damping = "The SCF's Broyden damping was 0.1 instead of 0.4."
    /// More SCF iterations and optimisation cycles. The energy does not change.
    case patience =
      "Up to 1000 SCF iterations and 1000 cycles of the optimiser were allowed, instead of xtb's own limits."
    /// Fractional occupations. They change the energy, which cannot be compared with others.
    case temperature = "The electronic temperature was 1000 K instead of 300 K."
    /// A start away from the saddle point, and a tighter limit on the gradient.
    case tighter = "The geometry was shaken by up to 0.05 Å and optimised one level tighter."
    /// The same, along the vibration that xtb says lowers the energy.
    case displaced = "The geometry was moved along its imaginary vibration and optimised one level tighter."
    /// No search for the point group, because xtb sometimes crashes in it.
    case withoutPointGroup =
      "xtb did not look for the point group, which made it crash: the free energy has the rotational symmetry number 1."

    /// Whether the change leads away from a saddle point.
    var isDeparture: Bool { self == .tighter || self == .displaced }

    /// The options of xtb's command line.
    var options: [String] {
      switch self {
      case .patience: ["--iterations", "1000", "--cycles", "1000"]
      case .temperature: ["--etemp", "1000"]
      case .damping, .tighter, .displaced, .withoutPointGroup: []
      }
    }

    /// The contents of xtb's control file; empty for none.
    package var control: String {
      switch self {
      case .damping: "$scc\n   broydamp=0.1\n$end\n"
      case .withoutPointGroup: XTBRun.noPointGroup
      case .patience, .temperature, .tighter, .displaced: ""
      }
    }
  }

  /// The greatest number of departures from saddle points.
  static let mostDepartures = 3

  /// The changes made in an attempt.
  static func made(in request: AttemptRequest) -> [Change] { request.changes.compactMap(Change.init) }

  /// The next change after a run that did not converge; nil at the end of the ladder.
  package static func next(after failure: CalculationFailure, in run: XTBRun, made: [Change]) -> Change? {
    guard failure.failureClass == .convergence else { return nil }
    let isForceField = run == .preoptimise
    let ladder: [Change] =
      switch failure.message {
      // A force field has no SCF.
      case _ where isForceField: [.patience]
      // Gradients are discontinuous where orbitals cross, unless occupations are fractional.
      case XTBAcceptance.outOfCycles: [.patience, .temperature]
      case XTBAcceptance.saddlePoint: []
      case XTBAcceptance.pointGroupCrash: [.withoutPointGroup]
      default: [.damping, .patience, .temperature]
      }
    return ladder.first { !made.contains($0) }
  }

  /// A start away from a saddle point: along the vibration that xtb found, farther each time, or randomly displaced if
  /// xtb wrote none.
  package static func departure(
    from saddle: Geometry, along displaced: Geometry?, after made: [Change]
  ) -> (start: Geometry, change: Change) {
    guard let displaced else { return (shaken(saddle), .tighter) }
    let times = Double(1 + made.count { $0.isDeparture })
    let coordinates = zip(saddle.coordinates, displaced.coordinates).map { $0 + times * ($1 - $0) }
    return (saddle.moved(to: coordinates), .displaced)
  }

  /// A geometry with each coordinate moved by up to 0.05 Å: reproducible, and without a shift of the whole.
  package static func shaken(_ geometry: Geometry) -> Geometry {
    let moves = geometry.coordinates.indices.map { 2 * unit(of: UInt64($0)) - 1 }
    let atoms = max(1, geometry.elements.count)
    let shift = (0..<3).map { axis in
      stride(from: axis, to: moves.count, by: 3).reduce(0) { $0 + moves[$1] } / Double(atoms)
    }
    let centred = moves.enumerated().map { $1 - shift[$0 % 3] }
    let greatest = centred.reduce(0) { max($0, abs($1)) }
    return geometry.moved(
      to: zip(geometry.coordinates, centred).map { $0 + (greatest > 0 ? 0.05 * $1 / greatest : 0) })
  }

  /// A number from 0 to 1 that is independent of those of neighbouring indices (the mixing function of SplitMix64).
  private static func unit(of index: UInt64) -> Double {
    var bits = (index + 1) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ (bits >> 31)) >> 11) * 0x1p-53
  }
}
