/// What a running campaign tells whoever watches; it is told only after it is in the record.
public enum CampaignEvent: Sendable, Hashable {
  /// Something a person should know.
  case note(String)
  /// An iteration's molecules are being designed.
  case designing(iteration: Int)
  /// An iteration's batch is chosen and recorded.
  case designed(iteration: Int, candidates: Int, chosen: Int)
  /// A calculation ended.
  case calculated(FinishedCalculation)
  /// Where the campaign stands.
  case progress(CampaignProgress)
}

/// A calculation that ended, in short.
public struct FinishedCalculation: Sendable, Hashable {
  /// The molecule's number in the record, by which it can be inspected.
  public let molecule: Int
  /// The molecule's canonical SMILES.
  public let smiles: String
  /// The objectives' properties with their units, or why there are none.
  public let summary: String
  /// Whether it succeeded.
  public let succeeded: Bool
  /// Whether all objectives are met.
  public let isHit: Bool
}

/// Where a campaign stands.
public struct CampaignProgress: Sendable, Hashable {
  /// The iteration, from 0.
  public var iteration: Int
  /// Calculations that ended, in either way.
  public var done: Int
  /// Those of them that failed.
  public var failed: Int
  /// Programs that run now.
  public var running: Int
  /// Calculations in all.
  public var budget: Int
  /// Molecules that meet all objectives.
  public var hits: Int
  /// The best molecule so far, in short.
  public var best: String?
  /// An estimate from the pace of this run; nil at the beginning.
  public var secondsLeft: Double?
}
