import Foundation

extension CampaignError {
  /// Requires that there is no file of this name, unless it may be overwritten.
  package static func requireNew(_ path: String, overwriting: Bool) throws(CampaignError) {
    guard overwriting || !FileManager.default.fileExists(atPath: path) else {
      throw CampaignError(.input, "\(path) already exists; choose another name, or add --force to overwrite it.")
    }
  }

  /// Writes a text to a file that is not there yet, or may be overwritten.
  package static func writeNew(_ text: String, to path: String, overwriting: Bool) throws(CampaignError) {
    try requireNew(path, overwriting: overwriting)
    do {
      try WholeFile.write(Data(text.utf8), to: path)
    } catch {
      throw CampaignError(.input, unwritable: path, error)
    }
  }
}
