import Foundation

/// A folder of its own for a test, removed with the object.
final class TemporaryFolder: Sendable {
  let path: String

  /// Makes the folder; `name` may be anything that a file system allows.
  init(named name: String = "campaign") throws {
    let url = FileManager.default.temporaryDirectory.appending(component: "cohobate-\(UUID().uuidString)")
    path = url.path(percentEncoded: false) + "/" + name
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
  }

  /// The path of the cache of calculations that runs in the folder use, beside it.
  var cache: String { (path as NSString).deletingLastPathComponent + "/calculations.sqlite" }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a text file into the folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
  }

  /// Everything in the folder with its bytes, by relative path: two folders with equal contents are equal.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      contents[name] = FileManager.default.contents(atPath: file(name)) ?? Data()
    }
    return contents
  }
}
