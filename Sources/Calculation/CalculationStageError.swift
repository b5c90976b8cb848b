/// Why the calculation stage stopped before its jobs were done.
public enum CalculationStageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The machine did not let a calculation end: an accident came again in each of so many tries, or the program or the
  /// folder for it is gone. Nothing was reported of the calculation.
  case machineFailed(calculation: Int, CalculationFailure, tries: Int)

  /// Full sentences: what failed, the program's last words, and the way out.
  public var description: String {
    switch self {
    case .machineFailed(let calculation, let failure, let tries):
      let how = tries > 1 ? " It was tried \(tries) times." : ""
      let evidence = failure.evidence.isEmpty ? "" : " Its last words:\n\(failure.evidence)\n"
      return
        "The machine failed in calculation \(calculation), of which nothing is recorded: \(failure.message)\(how)\(evidence)"
        + "\(evidence.isEmpty ? " " : "")Mend the cause ('cohobate doctor' checks the machine), and the same command goes on."
    }
  }
}
