import Foundation

/// Programs of this machine, as files.
package enum Program {
  /// Whether an absolute path leads to a program.
  package static func isThere(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return unsafe path.hasPrefix("/") && FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && !isDirectory.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }

  /// The first program of a name in the absolute folders of a `PATH`.
  package static func find(_ name: String, in searchPath: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(name)" }.first(where: isThere)
  }
}
