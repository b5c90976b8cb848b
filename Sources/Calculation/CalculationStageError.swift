/// All that is left of a stage's calculations was submitted to a machine that is not waited for.
public struct CalculationsDeferred: Error, Sendable, Hashable {
  /// The number of attempts that were submitted.
  public let attempts: Int
}

/// Why the calculation stage stopped before its jobs were done.
public enum CalculationStageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The machine prevented a calculation: an accident occurred in each of several tries, or the program or its folder
  /// is gone. Nothing was reported about the calculation of this molecule, a SMILES.
  case machineFailed(calculation: Int, of: String, CalculationFailure, tries: Int)
  /// This many calculations in succession, and a control, failed in the same way, and none has succeeded before.
  /// `reported` of them were reported as failures in earlier batches, and nothing about the others.
  case programFailed(CalculationFailure, calculations: Int, reported: Int = 0)

  /// Full sentences on one line: what failed, the program's last output, and what to do.
  public var description: String {
    switch self {
    case .machineFailed(let calculation, let smiles, let failure, let tries):
      let how = tries > 1 ? " It was tried \(tries) times." : ""
      return
        "The machine failed in calculation \(calculation), of '\(smiles)', and nothing is recorded of it: \(failure.message)"
        + "\(how)\(Self.evidence(of: failure)) Fix the cause ('cohobate doctor' checks the machine), and run the same command to "
        + "resume."
    case .programFailed(let failure, let calculations, let reported):
      let which =
        reported == 0
        ? "The first \(calculations) calculations and one of a small molecule all failed in the same way, and nothing is recorded of them"
        : "The last \(calculations) calculations and one of a small molecule all failed in the same way; \(reported) are recorded as "
          + "failures, and nothing is recorded of the rest"
      return
        "\(which): \(failure.message)\(Self.evidence(of: failure)) Fix the program or its settings, and run the same command again; "
        + "'cohobate calculate CCO --config FILE' tries one molecule."
    }
  }

  private static func evidence(of failure: CalculationFailure) -> String {
    let lines = failure.evidence.split(whereSeparator: \.isNewline).joined(separator: " | ")
    return lines.isEmpty ? "" : " Its last output: \(lines)."
  }
}
