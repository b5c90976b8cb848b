import Foundation
import Testing

/// A text that is kept in a file, to be compared with.
enum Snapshot {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(component: "Snapshots")

  /// Expects the text of `Snapshots/NAME.txt`. A file that is not there is written, and the test fails once.
  static func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(component: "\(name).txt")
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
      try Data(text.utf8).write(to: file)
      Issue.record("Snapshots/\(name).txt was written: read it, and run again.", sourceLocation: sourceLocation)
      return
    }
    #expect(
      text == kept, "If that is meant, remove Snapshots/\(name).txt and run twice.", sourceLocation: sourceLocation)
  }
}
