import Calculation

/// The progress of the calculation of a list of molecules.
public struct CalculateProgress: Sendable, Hashable {
  /// A molecule that failed, with the reason.
  public struct Failed: Sendable, Hashable {
    /// Its canonical SMILES.
    public let smiles: String
    /// The failure in a sentence, with its class.
    public let message: String
  }

  /// Molecules that are finished, successfully or not.
  public private(set) var done = 0
  /// Lines that are not molecules, and so failed from the start. They are not counted among the molecules.
  public let unreadable: Int
  /// Molecules that failed.
  public private(set) var failed = 0
  /// Molecules whose outcome was calculated earlier.
  public private(set) var reused = 0
  /// Programs that are running.
  public private(set) var running = 0
  /// All molecules, each counted once.
  public let total: Int
  /// Seconds for each molecule that was not calculated earlier, from the pace of this run; nil at the beginning.
  public private(set) var secondsEach: Double?
  /// An estimate from the pace of this run; nil at the beginning.
  public private(set) var secondsLeft: Double?
  /// The molecule that was finished last, if it failed; nil otherwise.
  public private(set) var newFailure: Failed?

  init(_ list: MoleculeList) {
    total = list.molecules.count
    unreadable = list.lines.count { (try? $0.molecule.get()) == nil }
  }

  mutating func note(_ event: CalculationEvent) {
    newFailure = nil
    switch event {
    case .attemptStarted: running += 1
    case .attemptEnded: running -= 1
    case .planned: break
    }
  }

  mutating func count(_ outcome: CalculationOutcome, of smiles: String, pace: inout Pace) {
    done += 1
    newFailure = nil
    if outcome.isReused {
      reused += 1
    } else {
      pace.count()
      (secondsEach, secondsLeft) = (pace.secondsLeft(for: 1), pace.secondsLeft(for: total - done))
    }
    if case .failure(let failure) = outcome.result {
      failed += 1
      newFailure = Failed(smiles: smiles, message: failure.summary)
    }
  }
}
