/// An event in a design without a campaign.
public enum DirectDesignEvent: Sendable, Hashable {
  /// The current stage, in words.
  case stage(String)
  /// A note for the user about the result that is not an error.
  case note(String)
  /// A default choice that the design made.
  case information(String)
  /// A step is done.
  case step(DirectDesignProgress)
}

/// The progress of a design.
public struct DirectDesignProgress: Sendable, Hashable {
  /// The number of steps done.
  public let done: Int
  /// The number of all steps.
  public let total: Int
  /// The inverse temperature β if the run samples; nil if it searches.
  public let temperature: Double?
  /// The mean likelihood of the particles, or of the elite of a search.
  public let meanLikelihood: Double
  /// The number of distinct molecules among them.
  public let distinct: Int
  /// The number of molecules weighed so far.
  public let weighed: Int
  /// An estimate of the remaining time.
  public let secondsLeft: Double

  /// The progress after a step.
  package init(
    done: Int, total: Int, temperature: Double?, meanLikelihood: Double, distinct: Int, weighed: Int,
    secondsLeft: Double
  ) {
    (self.done, self.total, self.temperature) = (done, total, temperature)
    (self.meanLikelihood, self.distinct, self.weighed) = (meanLikelihood, distinct, weighed)
    self.secondsLeft = secondsLeft
  }
}
