public import CachedCalculation
public import Reports

/// An event of a running campaign; what it says of the campaign is in the record already.
public enum CampaignEvent: Sendable, Hashable {
  /// A note for the user.
  case note(String)
  /// What takes long before the first iteration is begun, in a few words.
  case preparing(String)
  /// The index of a large pool is being made, which happens once.
  case indexing(PoolProgress)
  /// An iteration's molecules are being designed.
  case designing(iteration: Int)
  /// An iteration's batch is chosen and recorded; nothing is expected of one without a surrogate.
  case designed(iteration: Int, candidates: Int, chosen: Int, expected: BatchExpectation?)
  /// Molecules are calculated by the screen, before an iteration is designed.
  case screening(iteration: Int, molecules: Int)
  /// The screen of an iteration has ended.
  case screened(FinishedScreen)
  /// A calculation ended.
  case calculated(FinishedCalculation)
  /// Hits of an iteration are calculated again.
  case confirming(iteration: Int, molecules: Int)
  /// The confirming calculation of a hit ended; it is a hit if this one meets the objectives too.
  case confirmed(FinishedCalculation)
  /// The progress of the campaign.
  case progress(CampaignProgress)
}

/// What a batch is expected to bring, and to cost.
public struct BatchExpectation: Sendable, Hashable {
  /// What it is expected to bring.
  public let gain: ExpectedGainReport
  /// The time that its programs will run, in hours of one core, from the mean of the campaign's calculations so far; nil
  /// if none was measured.
  public let coreHours: Double?
}

/// A finished calculation, in short.
public struct FinishedCalculation: Sendable, Hashable {
  /// The molecule's number in the record, for `inspect`.
  public let molecule: Int
  /// The molecule's canonical SMILES.
  public let smiles: String
  /// The objectives' properties with their units, or the reason why there are none.
  public let summary: String
  /// Whether it succeeded.
  public let succeeded: Bool
  /// Whether all objectives are met, and nothing has still to confirm it.
  public let isHit: Bool
}

/// The screen of an iteration, in short.
public struct FinishedScreen: Sendable, Hashable {
  /// The iteration.
  public let iteration: Int
  /// Molecules that the screen gave values of.
  public let succeeded: Int
  /// Molecules that it failed for.
  public let failed: Int
  /// Values among these that were found in the cache.
  public let reused: Int
  /// The time that its programs ran, in seconds.
  public let programSeconds: Double
}

/// The progress of a campaign.
public struct CampaignProgress: Sendable, Hashable {
  /// The iteration, from 0.
  public var iteration: Int
  /// Calculations that ended, successfully or not.
  public var done: Int
  /// Those of them that failed.
  public var failed: Int
  /// Programs that are running.
  public var running: Int
  /// The budget of calculations.
  public var budget: Int
  /// Molecules that meet all objectives, confirmed if that is asked for.
  public var hits: Int
  /// The best molecule so far, in short.
  public var best: String?
  /// An estimate from the pace of this run; nil at the beginning.
  public var secondsLeft: Double?
}
