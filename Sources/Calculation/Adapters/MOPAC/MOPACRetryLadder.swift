/// The ladder of retries: a calculation that does not converge is repeated with further changes.
package enum MOPACRetryLadder {
  /// A change of a calculation. Its sentence is recorded with the attempt and marks the result.
  package enum Change: String, CaseIterable {
    case pulay = "The self-consistent field was sought by Pulay's method, in up to 2000 iterations."
    case limitedMemory = "The geometry was optimised by L-BFGS, in up to 5000 cycles."
    case shortSteps =
      "The geometry was optimised by eigenvector following with steps of any length, in up to 2000 cycles."

    /// The keywords of the change.
    var keywords: [String] {
      switch self {
      case .pulay: ["PULAY", "ITRY=2000"]
      case .limitedMemory: ["LBFGS", "CYCLES=5000"]
      case .shortSteps: ["LET", "DDMIN=0.0", "CYCLES=2000"]
      }
    }
  }

  /// The next set of changes after these; nil if there are no more. The two optimisers replace each other.
  package static func next(
    after failure: CalculationFailure, made: [Change], for optimisation: MOPACSettings.Optimisation
  ) -> [Change]? {
    guard failure.failureClass == .convergence else { return nil }
    let field = made.filter { $0 == .pulay }
    // If the field was found but the gradient did not converge, another optimiser is needed; otherwise Pulay's method
    // comes first.
    if field.isEmpty, failure.message != MOPACAcceptance.steepGradient { return [.pulay] + made }
    if optimisation == .none || made.contains(.shortSteps) { return nil }
    return field + [made.contains(.limitedMemory) ? .shortSteps : .limitedMemory]
  }
}
