import Foundation

/// What a path leads to when its symbolic links are followed one by one, even if the last one leads to nothing.
///
/// Foundation's `resolvingSymlinksInPath` returns the link itself if nothing is there.
package enum LinkTarget: Hashable {
  /// A path that is not a link; there may be no file.
  case path(String)
  /// An open file of a process, such as the standard output that `/dev/stdout` leads to.
  case openFile
  /// A link that leads back to itself.
  case circle

  /// Follows the links of a path.
  package init(of path: String) {
    var place = path
    // The system follows at most this many.
    for _ in 0..<40 {
      guard let destination = try? FileManager.default.destinationOfSymbolicLink(atPath: place) else {
        self = .path(place)
        return
      }
      let url = URL(fileURLWithPath: place)
      // The text of a link in /proc need not be a path.
      guard !url.standardizedFileURL.path(percentEncoded: false).hasPrefix("/proc/") else {
        self = .openFile
        return
      }
      place =
        destination.hasPrefix("/")
        ? destination : url.deletingLastPathComponent().appending(path: destination).path(percentEncoded: false)
    }
    self = .circle
  }
}
