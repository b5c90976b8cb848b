import Files
import Foundation
import Glibc

/// The destination of a result that is not printed. Links are followed.
struct OutputFile {
  /// The path; `-` is standard output.
  let path: String
  private let target: Target

  /// The kind of destination.
  private enum Target: Equatable {
    /// A regular file at this path, or no file yet: a complete new file replaces it.
    case file(String)
    /// A device, a pipe, a socket or an open file of a process, which is written to directly.
    case stream
    /// A link that leads back to itself.
    case circle
  }

  init(path: String) {
    self.path = path
    target = Self.target(of: path)
  }

  /// Throws, before there is anything to write, if the destination cannot be written to or is one of the inputs.
  func check(apartFrom inputs: [String?] = []) throws(CampaignError) {
    let files = FileManager.default
    let place: String
    switch target {
    case .circle: throw refusal("it is a link that leads back to itself")
    case .stream where path == "-": return
    case .stream: place = path
    case .file(let target):
      // A pipe or a device may be both read and written.
      if inputs.compactMap(\.self).map(Self.withoutLinks).contains(Self.withoutLinks(target)) {
        throw refusal("it is an input file; name another file")
      }
      if Self.isDatabase(target) { throw refusal("it is a database, such as a campaign's record; name another file") }
      // A reader would take it for compressed.
      if FileStream.isCompressed(target) { throw refusal("outputs are not compressed; leave out .gz") }
      place = target
      let folder = URL(fileURLWithPath: place).deletingLastPathComponent().path(percentEncoded: false)
      // The new file is written beside the old one.
      if let problem = missingFolder(of: path) ?? missingFolder(of: place) { throw refusal(problem) }
      guard files.isWritableFile(atPath: folder) else {
        throw refusal("its folder is not writable; name a file elsewhere")
      }
    }
    var isFolder: ObjCBool = false
    let isThere = unsafe files.fileExists(atPath: place, isDirectory: &isFolder)
    if isThere, isFolder.boolValue { throw refusal("it is a folder") }
    if isThere, !files.isWritableFile(atPath: place) { throw refusal("it is not writable") }
  }

  /// Checks the destination, and returns the path of the file that a new one replaces.
  ///
  /// - Throws: As `check`, and if it is a device or a pipe.
  func checkedFile(apartFrom inputs: [String?] = []) throws(CampaignError) -> String {
    try check(apartFrom: inputs)
    guard case .file(let file) = target else { throw refusal("it is a device or a pipe; name a file") }
    return file
  }

  /// Whether it is written to directly, instead of being replaced by a new file.
  var isStream: Bool { target == .stream }

  /// Writes the text to a new file, which replaces the old one when it is complete. A device or a pipe is written to
  /// directly.
  func write(_ text: String) throws(CampaignError) { try write(Data(text.utf8)) }

  /// Writes bytes in the same way.
  func write(_ bytes: Data) throws(CampaignError) {
    do {
      switch target {
      case .circle: throw refusal("it is a link that leads back to itself")
      case .file(let target): try bytes.write(to: URL(fileURLWithPath: target), options: .atomic)
      case .stream:
        guard let file = Self.openFile(at: path) else { throw refusal("it cannot be opened") }
        // An open file may have contents; a pipe or a device has no end to seek to.
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

  /// Whether a file is an SQLite database, or one of the two that SQLite keeps beside it. A result never replaces one.
  private static func isDatabase(_ path: String) -> Bool {
    let whole = ["-wal", "-shm"].first(where: path.hasSuffix).map { String(path.dropLast($0.count)) } ?? path
    guard let file = FileHandle(forReadingAtPath: whole) else { return false }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }

  /// A device or a pipe, opened for writing.
  ///
  /// `/dev/stdout` and its like are this process's own descriptors. Another opening of the same file would have a position
  /// of its own, so that two outputs would overwrite each other.
  private static func openFile(at path: String) -> FileHandle? {
    let descriptors = ["-": STDOUT_FILENO, "/dev/stdout": STDOUT_FILENO, "/dev/stderr": STDERR_FILENO]
    let folder = ["/dev/fd/", "/proc/self/fd/"].first(where: path.hasPrefix)
    guard let descriptor = descriptors[path] ?? folder.flatMap({ CInt(path.dropFirst($0.count)) }) else {
      return FileHandle(forWritingAtPath: path)
    }
    let copy = dup(descriptor)
    return copy < 0 ? nil : FileHandle(fileDescriptor: copy, closeOnDealloc: true)
  }

  private static func target(of path: String) -> Target {
    if path == "-" { return .stream }
    var status = stat()
    if unsafe stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) { return .stream }
    return switch LinkTarget(of: path) {
    case .path(let target): .file(target)
    case .openFile: .stream
    case .circle: .circle
    }
  }

  /// The path of a file with all links in it followed.
  private static func withoutLinks(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path(percentEncoded: false)
  }

  private func refusal(_ reason: String) -> CampaignError {
    CampaignError(.input, "\(path) cannot be written: \(reason).")
  }
}
