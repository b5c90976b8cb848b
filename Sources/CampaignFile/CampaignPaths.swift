package import Files
import Foundation

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

  /// Throws if the database belongs to another campaign than the file.
  ///
  /// - Parameters:
  ///   - recorded: The name of the database's campaign.
  ///   - stated: The name in the campaign file.
  package func requireCampaign(_ recorded: String, is stated: String) throws(CampaignError) {
    guard recorded != stated else { return }
    throw CampaignError(
      .input,
      "\(database) belongs to the campaign '\(recorded)', not to '\(stated)'; give another file with --database.")
  }

  /// The campaign's name in the file; nil if it has none that can be read.
  package var statedName: String? {
    guard file != database, !isPipeOrDevice(file), let text = try? String(contentsOfFile: file, encoding: .utf8) else {
      return nil
    }
    return try? YAMLSection(file: file, text: text).string("name")
  }
}
