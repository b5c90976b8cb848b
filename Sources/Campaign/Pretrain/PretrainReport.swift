/// What a training of source models gave.
public struct PretrainReport: Encodable, Sendable {
  /// A model that could not be trained.
  public struct Failure: Encodable, Sendable, Hashable {
    /// The property.
    public let property: String
    /// The representations, with ", " between them.
    public let representation: String
    /// The kind of the model.
    public let kind: String
    /// Why, in a sentence.
    public let message: String
  }

  /// The library's file.
  public let library: String
  /// Where the data came from.
  public let source: String
  /// The distinct molecules.
  public let molecules: Int
  /// The models that the library has of what was asked, column by column.
  public let models: [SourceModelSummary]
  /// How many of them it had before.
  public let reused: Int
  /// Models that could not be trained.
  public let failures: [Failure]
  /// What was passed over, a sentence each.
  public let notes: [String]
}
