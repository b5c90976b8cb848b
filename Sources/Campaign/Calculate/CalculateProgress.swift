import Calculation

/// Where the calculation of a list of molecules stands.
public struct CalculateProgress: Sendable, Hashable {
  /// A molecule that failed, and why.
  public struct Failed: Sendable, Hashable {
    /// Its canonical SMILES.
    public let smiles: String
    /// The failure in a sentence, with its class.
    public let message: String
  }

  /// Molecules that have been dealt with, in either way.
  public private(set) var done = 0
  /// Lines that are no molecules, and so have failed from the start. They are not among the molecules.
  public let unreadable: Int
  /// Those of the molecules that failed.
  public private(set) var failed = 0
  /// Those of the molecules that had been calculated earlier.
  public private(set) var reused = 0
  /// Programs that run now.
  public private(set) var running = 0
  /// Molecules in all, each counted once.
  public let total: Int
  /// Seconds for each molecule that was not calculated earlier, from the pace of this run; nil at the beginning.
  public private(set) var secondsEach: Double?
  /// An estimate from the pace of this run; nil at the beginning.
  public private(set) var secondsLeft: Double?
  /// The molecule that was dealt with last, if it failed; nil in between.
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
