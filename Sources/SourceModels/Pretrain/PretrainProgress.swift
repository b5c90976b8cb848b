/// The progress of the training of source models.
public struct PretrainProgress: Sendable, Hashable {
  /// A model that has just ended.
  public struct Ended: Sendable, Hashable {
    /// The property, such as `gap`.
    public let property: String
    /// Its unit; empty for none.
    public let unit: String
    /// The kind of the model.
    public let kind: String
    /// The cross-validated mean absolute error, in the unit; nil if the training failed.
    public let meanAbsoluteError: Double?
    /// The reason why there is no model; nil if there is one.
    public let failure: String?
  }

  /// The number of all models.
  public let total: Int
  /// Models that ended: trained, failed or already in the library.
  public internal(set) var done = 0
  /// Models that the library already had.
  public internal(set) var reused = 0
  /// Models that failed.
  public internal(set) var failed = 0
  /// Models that are being trained.
  public internal(set) var running = 0
  /// An estimate from the pace of this run; nil at the beginning.
  public internal(set) var secondsLeft: Double?
  /// The model that has just ended; nil otherwise.
  public internal(set) var ended: Ended?

  init(total: Int) { self.total = total }
}

/// An event in the training of source models.
public enum PretrainEvent: Sendable {
  /// A note for the user that is not an error.
  case note(String)
  /// The current activity, in a few words.
  case stage(String)
  /// Models are being trained.
  case training(PretrainProgress)
}
