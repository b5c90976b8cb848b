/// What to replay, and how.
public struct ReplayRequest: Sendable {
  /// The campaign file, of which the calculator and the molecules are replaced.
  public var campaign: String
  /// The table with the molecules and their values: a `.csv` or `.sdf` file.
  public var table: String
  /// The column of the table with the SMILES; nil for `smiles`.
  public var smilesColumn: String?
  /// The names of the policies, in the order in which they are shown.
  public var policies: [String]
  /// The number of seeds, from the campaign's own on.
  public var seeds: Int
  /// The number of calculations of each campaign; nil for that of the file.
  public var calculations: Int?
  /// What counts as a hit.
  public var hits: HitRule
  /// The number of campaigns that are played at once, and so of cores; nil for all cores.
  public var jobs: Int?

  /// What counts as a hit.
  public enum HitRule: Sendable, Hashable {
    /// A molecule that meets all objectives; without windows among them, one of the best hundredth.
    case objectives
    /// One of this share of the molecules, the best first: above 0 and below 1.
    case top(Double)
    /// A molecule at least as good as this value of the one maximum or minimum.
    case threshold(Double)
  }

  /// A request.
  public init(
    campaign: String, table: String, smilesColumn: String? = nil, policies: [String] = ["surrogate", "random"],
    seeds: Int = 5, calculations: Int? = nil, hits: HitRule = .objectives, jobs: Int? = nil
  ) {
    (self.campaign, self.table, self.smilesColumn) = (campaign, table, smilesColumn)
    (self.policies, self.seeds, self.calculations, self.hits) = (policies, seeds, calculations, hits)
    self.jobs = jobs
  }
}

/// The progress of a replay.
public struct ReplayProgress: Sendable, Hashable {
  /// The number of campaigns that have ended.
  public var done: Int
  /// The number of campaigns in all.
  public var total: Int
}
