import Files

/// The paths of a campaign's parts.
public struct CampaignPaths: Sendable, Hashable {
  /// The campaign file.
  public let file: String
  /// The database with the campaign's record: beside the file, unless another path is given.
  public let database: String

  /// The paths for a campaign file; `database` is nil for the default path.
  public init(file: String, database: String? = nil) {
    self.file = file
    self.database = database ?? file.withoutPathExtension + ".sqlite"
  }
}
