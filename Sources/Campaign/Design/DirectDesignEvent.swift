/// What happens in a design without a campaign.
public enum DirectDesignEvent: Sendable, Hashable {
  /// What it is about, in words.
  case stage(String)
  /// What a person should know of the result though it is no error.
  case note(String)
  /// How the design is made where nothing else was asked for.
  case information(String)
  /// A step is done.
  case step(DirectDesignProgress)
}

/// How far a design is.
public struct DirectDesignProgress: Sendable, Hashable {
  /// The steps that are done.
  public let done: Int
  /// All steps.
  public let total: Int
  /// The temperature, when the run samples; nil when it searches.
  public let temperature: Double?
  /// The mean likelihood of the particles, or of the elite of a search.
  public let meanLikelihood: Double
  /// The distinct molecules among them.
  public let distinct: Int
  /// The molecules weighed so far.
  public let weighed: Int
  /// An estimate of the time that is left.
  public let secondsLeft: Double
}
