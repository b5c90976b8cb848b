/// What is changed when a calculation does not converge, one rung after the other.
package enum MOPACChange: String, CaseIterable {
  case pulay = "The self-consistent field was sought by Pulay's method, in up to 2000 iterations."
  case limitedMemory = "The geometry was optimised by L-BFGS, in up to 5000 cycles."

  /// Its keywords.
  var keywords: [String] {
    switch self {
    case .pulay: ["PULAY", "ITRY=2000"]
    case .limitedMemory: ["LBFGS", "CYCLES=5000"]
    }
  }

  /// The changes after these; nil if there are no more.
  package static func next(after made: [MOPACChange], for optimisation: MOPACSettings.Optimisation) -> [MOPACChange]? {
    let ladder = optimisation == .none ? [.pulay] : allCases
    return made.count < ladder.count ? Array(ladder.prefix(made.count + 1)) : nil
  }
}
