/// The result of training source models.
public struct PretrainReport: Encodable, Sendable {
  /// A model that could not be trained.
  public struct Failure: Encodable, Sendable, Hashable {
    /// The property.
    public let property: String
    /// The representations, separated by ", ".
    public let representation: String
    /// The kind of the model.
    public let kind: String
    /// The reason, in a sentence.
    public let message: String
  }

  /// The library's file.
  public let library: String
  /// The source of the data.
  public let source: String
  /// The number of distinct molecules.
  public let molecules: Int
  /// The requested models that are in the library, column by column.
  public let models: [SourceModelSummary]
  /// The number of them that it already had.
  public let reused: Int
  /// Models that could not be trained.
  public let failures: [Failure]
  /// The input that was ignored, a sentence each.
  public let notes: [String]

  /// What one of the molecules is called: `molecule`, or `composition`.
  package var noun: String {
    let representation = models.first?.representation ?? failures.first?.representation
    return SourceModels.noun(describedBy: representation ?? "")
  }
}
