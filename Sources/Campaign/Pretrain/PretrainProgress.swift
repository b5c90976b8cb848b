/// Where the training of source models stands.
public struct PretrainProgress: Sendable, Hashable {
  /// A model that has just been dealt with.
  public struct Ended: Sendable, Hashable {
    /// The property, as `gap`.
    public let property: String
    /// Its unit; empty for none.
    public let unit: String
    /// The kind of the model.
    public let kind: String
    /// The cross-validated mean absolute error, in the unit; nil where the training failed.
    public let meanAbsoluteError: Double?
    /// Why there is no model; nil if there is one.
    public let failure: String?
  }

  /// Models in all.
  public let total: Int
  /// Models that were dealt with: trained, failed or there already.
  public internal(set) var done = 0
  /// Those of them that the library had.
  public internal(set) var reused = 0
  /// Those of them that failed.
  public internal(set) var failed = 0
  /// Models that are being trained.
  public internal(set) var running = 0
  /// An estimate from the pace of this run; nil at the beginning.
  public internal(set) var secondsLeft: Double?
  /// What has just ended; nil in between.
  public internal(set) var ended: Ended?

  init(total: Int) { self.total = total }
}

/// What happens while source models are trained.
public enum PretrainEvent: Sendable {
  /// Something that a person should know though it is no error.
  case note(String)
  /// Molecules are calculated, of the built-in corpus.
  case calculating(CalculateProgress)
  /// What is being done, in a few words.
  case stage(String)
  /// Models are trained.
  case training(PretrainProgress)
}
