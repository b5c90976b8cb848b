/// What is changed when a calculation does not converge, one rung after the other.
package enum MOPACChange: String, CaseIterable {
  case pulay = "The self-consistent field was sought by Pulay's method, in up to 2000 iterations."
  case limitedMemory = "The geometry was optimised by L-BFGS, in up to 5000 cycles."
  case shortSteps =
    "The geometry was optimised by eigenvector following with steps of any length, in up to 2000 cycles."

  /// Its keywords.
  var keywords: [String] {
    switch self {
    case .pulay: ["PULAY", "ITRY=2000"]
    case .limitedMemory: ["LBFGS", "CYCLES=5000"]
    case .shortSteps: ["LET", "DDMIN=0.0", "CYCLES=2000"]
    }
  }

  /// The changes after these; nil if there are no more. The two optimisers take the place of each other.
  package static func next(
    after failure: CalculationFailure, made: [MOPACChange], for optimisation: MOPACSettings.Optimisation
  ) -> [MOPACChange]? {
    guard failure.failureClass == .convergence else { return nil }
    let field = made.filter { $0 == .pulay }
    // The gradient of a field that was found needs another optimiser, and all else Pulay's method first.
    if field.isEmpty, failure.message != MOPACAcceptance.steepGradient { return [.pulay] + made }
    if optimisation == .none || made.contains(.shortSteps) { return nil }
    return field + [made.contains(.limitedMemory) ? .shortSteps : .limitedMemory]
  }
}
