/// What is changed when a calculation does not converge, one rung after the other.
package enum MOPACChange: String, CaseIterable {
  case pulay = "The self-consistent field was sought by Pulay's method, in up to 2000 iterations."
  case limitedMemory = "The geometry was optimised by L-BFGS, in up to 5000 cycles."
  case tighterField =
    "The self-consistent field was converged a hundred times tighter, so that the gradient has less noise."

  /// Its keywords.
  var keywords: [String] {
    switch self {
    case .pulay: ["PULAY", "ITRY=2000"]
    case .limitedMemory: ["LBFGS", "CYCLES=5000"]
    case .tighterField: ["RELSCF=0.01"]
    }
  }

  /// The changes after these; nil if there are no more.
  package static func next(
    after failure: CalculationFailure, made: [MOPACChange], for optimisation: MOPACSettings.Optimisation
  ) -> [MOPACChange]? {
    guard failure.failureClass == .convergence else { return nil }
    let ladder: [MOPACChange] =
      switch failure.message {
      case _ where optimisation == .none: [.pulay]
      // The field was found, and only the geometry was not.
      case MOPACAcceptance.steepGradient: [.limitedMemory, .tighterField]
      default: [.pulay, .limitedMemory]
      }
    return ladder.first { !made.contains($0) }.map { made + [$0] }
  }
}
