import Foundation

/// The processes of this machine, by the folders in which they work.
enum WorkingProcesses {
  /// Whether a process works in a folder or below it, as far as this process may know.
  static func exist(in folder: String) -> Bool {
    let files = FileManager.default
    let resolved = URL(filePath: folder).resolvingSymlinksInPath().path(percentEncoded: false)
    let place = resolved.count > 1 && resolved.hasSuffix("/") ? String(resolved.dropLast()) : resolved
    return ((try? files.contentsOfDirectory(atPath: "/proc")) ?? []).contains { name in
      // The folders of other users' processes are not readable, and a process that has ended has none.
      guard Int(name) != nil, let working = try? files.destinationOfSymbolicLink(atPath: "/proc/\(name)/cwd") else {
        return false
      }
      return working == place || working.hasPrefix(place + "/")
    }
  }
}
