/// The size and the method of a design run.
public struct DesignSettings: Sendable, Hashable, Codable {
  /// Whether the run samples or searches.
  public var mode: DesignMode
  /// The number of particles, or of children in a step of a search: at least 2.
  public var particles: Int
  /// The number of steps: at least 1. Steps that remain once β = 1 is reached move the particles there.
  public var steps: Int
  /// The sweeps of proposals in each step: at least 1.
  public var sweeps: Int
  /// The greatest number of tokens that a suffix regrowth deletes: at least 1.
  public var longestDeletion: Int
  /// The probability that a sweep rewrites a particle from another root atom before regrowing it: 0 to 1.
  public var rerootingProbability: Double
  /// The probability that a sweep also regrows an inner part of a particle's string, keeping its end: 0 to 1.
  public var innerRegrowthProbability: Double
  /// The greatest fraction of the first particles from the seeds; the others come from the language model: 0 to 1.
  public var seedShare: Double
  /// The fraction of the effective sample size that remains after an increment of β: above 0, below 1.
  public var effectiveShareKept: Double
  /// Particles are resampled if the effective sample size is below this fraction of their number: 0 to 1.
  public var resamplingShare: Double
  /// The number of rejected molecules that are returned; all are counted. At least 0.
  public var rejectionsKept: Int
  /// The number of strings drawn from the language model for each molecule needed, before the run continues with those
  /// found: at least 1.
  public var drawsPerMolecule: Int
  /// The greatest number of strings drawn to find any molecule that the filter allows: at least 1.
  public var drawsAtMost: Int
  /// The tempering of each target's likelihood, for sampling.
  public var tempering: Tempering
  /// The value of β at which sampling ends: 1 for the posterior p(s) · L(s); with a greater value L(s) has a greater
  /// power. At least 1.
  public var lastTemperature: Double
  /// The settings of a search.
  public var search: SearchSettings
  /// A search ends when this number of molecules has been evaluated; nil: only after its steps. At least 1.
  public var weighedAtMost: Int?
  /// How often the targets may be widened if no molecule at the start has any likelihood: at least 0.
  public var widenings: Int

  /// Creates settings; the defaults are for a run of about a second.
  public init(
    mode: DesignMode = .sample, particles: Int = 400, steps: Int = 10, sweeps: Int = 1, longestDeletion: Int = 20,
    rerootingProbability: Double = 0.5, innerRegrowthProbability: Double = 0.5, seedShare: Double = 0.5,
    effectiveShareKept: Double = 0.6,
    resamplingShare: Double = 0.5, rejectionsKept: Int = 1000, drawsPerMolecule: Int = 100,
    drawsAtMost: Int = 200_000,
    tempering: Tempering = Tempering(), lastTemperature: Double = 1,
    search: SearchSettings = SearchSettings(), weighedAtMost: Int? = nil,
    widenings: Int = 0
  ) {
    self.mode = mode
    self.particles = particles
    self.steps = steps
    self.sweeps = sweeps
    self.longestDeletion = longestDeletion
    self.rerootingProbability = rerootingProbability
    self.innerRegrowthProbability = innerRegrowthProbability
    self.seedShare = seedShare
    self.effectiveShareKept = effectiveShareKept
    self.resamplingShare = resamplingShare
    self.rejectionsKept = rejectionsKept
    self.drawsPerMolecule = drawsPerMolecule
    self.drawsAtMost = drawsAtMost
    self.tempering = tempering
    self.lastTemperature = lastTemperature
    self.search = search
    self.weighedAtMost = weighedAtMost
    self.widenings = widenings
  }

  /// Throws ``DesignError/invalidSetting(name:value:allowed:)`` for the first value out of its range.
  public func validate() throws(DesignError) {
    try check("particles", particles, particles >= 2, "at least 2")
    try check("steps", steps, steps >= 1, "at least 1")
    try check("sweeps", sweeps, sweeps >= 1, "at least 1")
    try check("longest deletion", longestDeletion, longestDeletion >= 1, "at least 1")
    try check("re-rooting probability", rerootingProbability, (0...1).contains(rerootingProbability), "from 0 to 1")
    try check(
      "inner regrowth probability", innerRegrowthProbability, (0...1).contains(innerRegrowthProbability), "from 0 to 1")
    try check("seed share", seedShare, (0...1).contains(seedShare), "from 0 to 1")
    try check(
      "effective share kept", effectiveShareKept, effectiveShareKept > 0 && effectiveShareKept < 1, "between 0 and 1")
    try check("resampling share", resamplingShare, (0...1).contains(resamplingShare), "from 0 to 1")
    try check("rejections kept", rejectionsKept, rejectionsKept >= 0, "at least 0")
    try check("draws per molecule", drawsPerMolecule, drawsPerMolecule >= 1, "at least 1")
    try check("draws at most", drawsAtMost, drawsAtMost >= 1, "at least 1")
    try check("weighed at most", weighedAtMost ?? 1, (weighedAtMost ?? 1) >= 1, "at least 1")
    try check(
      "last temperature", lastTemperature, lastTemperature >= 1 && lastTemperature.isFinite, "at least 1, and finite")
    try check("widenings", widenings, widenings >= 0, "at least 0")
    try tempering.validate()
    try search.validate()
  }

  private func check(_ name: String, _ value: some CustomStringConvertible, _ isAllowed: Bool, _ allowed: String)
    throws(DesignError)
  {
    guard isAllowed else { throw .invalidSetting(name: name, value: "\(value)", allowed: allowed) }
  }
}
