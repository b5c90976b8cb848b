/// Why the calculation stage stopped before its jobs were done.
public enum CalculationStageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The machine did not let a calculation end: an accident came again in each of so many tries, or the program or the
  /// folder for it is gone. Nothing was reported of the calculation of this molecule, a SMILES.
  case machineFailed(calculation: Int, of: String, CalculationFailure, tries: Int)

  /// Full sentences in one line: what failed, the program's last words, and the way out.
  public var description: String {
    switch self {
    case .machineFailed(let calculation, let smiles, let failure, let tries):
      let how = tries > 1 ? " It was tried \(tries) times." : ""
      let lines = failure.evidence.split(whereSeparator: \.isNewline).joined(separator: " | ")
      let evidence = lines.isEmpty ? "" : " Its last words: \(lines)."
      return
        "The machine failed in calculation \(calculation), of '\(smiles)', and nothing is recorded of it: \(failure.message)"
        + "\(how)\(evidence) Mend the cause ('cohobate doctor' checks the machine), and the same command goes on."
    }
  }
}
