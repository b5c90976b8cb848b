import Foundation

/// Programs on this machine, as files.
package enum Program {
  /// Whether an absolute path leads to an executable program.
  package static func isThere(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return unsafe path.hasPrefix("/") && FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && !isDirectory.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }

  /// Why the file at an absolute path cannot be started, as a sentence without a full stop; nil if it is a program.
  package static func problem(at path: String) -> String? {
    obstacle(at: path).map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  /// The same, as the end of a sentence.
  package static func obstacle(at path: String) -> String? {
    if isThere(path) { return nil }
    var isDirectory: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      return "there is no program at '\(path)'"
    }
    return isDirectory.boolValue
      ? "'\(path)' is a folder and not a program" : "'\(path)' is not executable; 'chmod +x' makes it so"
  }

  /// The first program with a name in the absolute folders of a `PATH`.
  package static func find(_ name: String, in searchPath: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(name)" }.first(where: isThere)
  }
}
