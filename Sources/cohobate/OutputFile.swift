import Campaign
import Foundation

/// Where a result goes that is not to be printed.
struct OutputFile {
  let path: String

  /// Refuses a place that cannot be written, or that is one of the inputs, before there is anything to write.
  func check(apartFrom inputs: [String?] = []) throws(CampaignError) {
    let target = Self.target(path)
    // Of a pipe or a device reading and writing may go together.
    if [nil, .typeRegular].contains(Self.kind(target)), inputs.compactMap(\.self).map(Self.target).contains(target) {
      throw refusal("it is what is read; name another file")
    }
    let files = FileManager.default
    var isFolder: ObjCBool = false
    let isThere = unsafe files.fileExists(atPath: path, isDirectory: &isFolder)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path(percentEncoded: false)
    if isThere, isFolder.boolValue { throw refusal("it is a folder") }
    guard files.isWritableFile(atPath: isThere ? path : folder) else {
      throw refusal(isThere ? "it is not writable" : "its folder is not there or not writable")
    }
  }

  /// Whether something else than a file is there, be it a link to one.
  var isNoFile: Bool { ![nil, .typeRegular].contains(Self.kind(path)) }

  /// Writes the text to a new file, which takes the place of what was there only when it is whole. A device or a pipe is
  /// written to.
  func write(_ text: String) throws(CampaignError) { try write(Data(text.utf8)) }

  /// Writes bytes in the same way.
  func write(_ bytes: Data) throws(CampaignError) {
    do {
      if isNoFile {
        guard let file = FileHandle(forWritingAtPath: path) else { throw refusal("it cannot be opened") }
        try file.write(contentsOf: bytes)
        try file.close()
      } else {
        try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
      }
    } catch let error as CampaignError {
      throw error
    } catch {
      throw CampaignError(.failure, unwritable: path, error)
    }
  }

  /// What is there; nil where nothing is. Links are not followed.
  private static func kind(_ path: String) -> FileAttributeType? {
    try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
  }

  /// The path without links in it.
  private static func target(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path(percentEncoded: false)
  }

  private func refusal(_ reason: String) -> CampaignError {
    CampaignError(.input, "\(path) cannot be written: \(reason).")
  }
}
