import Campaign
import Foundation
import Glibc

/// Where a result goes that is not to be printed. Links are followed to what they lead to.
struct OutputFile {
  let path: String
  private let target: Target

  /// What a path leads to.
  private enum Target: Equatable {
    /// A regular file at this path, or nothing yet: a whole new file takes its place.
    case file(String)
    /// A device, a pipe, a socket or an open file of a process: it is written to.
    case stream
    /// A link that leads back to itself.
    case circle
  }

  init(path: String) {
    self.path = path
    target = Self.target(of: path)
  }

  /// Refuses a place that cannot be written, or that is one of the inputs, before there is anything to write.
  func check(apartFrom inputs: [String?] = []) throws(CampaignError) {
    let files = FileManager.default
    let place: String
    switch target {
    case .circle: throw refusal("it is a link that leads back to itself")
    case .stream: place = path
    case .file(let target):
      // Of a pipe or a device reading and writing may go together.
      if inputs.compactMap(\.self).map(Self.withoutLinks).contains(Self.withoutLinks(target)) {
        throw refusal("it is what is read; name another file")
      }
      place = target
      let folder = URL(fileURLWithPath: place).deletingLastPathComponent().path(percentEncoded: false)
      // The new file is written beside the old one.
      guard files.isWritableFile(atPath: folder) else { throw refusal("its folder is not there or not writable") }
    }
    var isFolder: ObjCBool = false
    let isThere = unsafe files.fileExists(atPath: place, isDirectory: &isFolder)
    if isThere, isFolder.boolValue { throw refusal("it is a folder") }
    if isThere, !files.isWritableFile(atPath: place) { throw refusal("it is not writable") }
  }

  /// Checks it, and gives the path of the file that a new one takes the place of.
  ///
  /// - Throws: As `check`, and where it is a device or a pipe.
  func checkedFile(apartFrom inputs: [String?] = []) throws(CampaignError) -> String {
    try check(apartFrom: inputs)
    guard case .file(let file) = target else { throw refusal("it is a device or a pipe; name a file") }
    return file
  }

  /// Whether it is written to, and no file that a new one takes the place of.
  var isStream: Bool { target == .stream }

  /// Writes the text to a new file, which takes the place of what was there only when it is whole. A device or a pipe is
  /// written to.
  func write(_ text: String) throws(CampaignError) { try write(Data(text.utf8)) }

  /// Writes bytes in the same way.
  func write(_ bytes: Data) throws(CampaignError) {
    do {
      switch target {
      case .circle: throw refusal("it is a link that leads back to itself")
      case .file(let target): try bytes.write(to: URL(fileURLWithPath: target), options: .atomic)
      case .stream:
        guard let file = FileHandle(forWritingAtPath: path) else { throw refusal("it cannot be opened") }
        // An open file may have something in it; of a pipe or a device there is no end.
        _ = try? file.seekToEnd()
        try file.write(contentsOf: bytes)
        try file.close()
      }
    } catch let error as CampaignError {
      throw error
    } catch {
      throw CampaignError(.failure, unwritable: path, error)
    }
  }

  /// Follows links one by one, also to where nothing is yet.
  private static func target(of path: String) -> Target {
    let files = FileManager.default
    var status = stat()
    if unsafe stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) { return .stream }
    var place = path
    // As many as the system follows.
    for _ in 0..<40 {
      guard let destination = try? files.destinationOfSymbolicLink(atPath: place) else { return .file(place) }
      // The links of /proc, to which /dev/stdout leads, stand for open files: their text need not be a path.
      guard !URL(fileURLWithPath: place).standardizedFileURL.path(percentEncoded: false).hasPrefix("/proc/") else {
        return .stream
      }
      place =
        destination.hasPrefix("/")
        ? destination
        : URL(fileURLWithPath: place).deletingLastPathComponent().appending(path: destination).path(
          percentEncoded: false)
    }
    return .circle
  }

  /// The path of a file with the links on the way to it followed.
  private static func withoutLinks(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path(percentEncoded: false)
  }

  private func refusal(_ reason: String) -> CampaignError {
    CampaignError(.input, "\(path) cannot be written: \(reason).")
  }
}
