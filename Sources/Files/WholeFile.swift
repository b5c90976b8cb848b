package import Foundation
import Synchronization

/// Files that are written to a new one, which takes the place of the old one when it is whole.
package enum WholeFile {
  private static let isWriting = Mutex(())

  /// Writes bytes to a file. A process that is killed meanwhile leaves the old one.
  package static func write(_ data: Data, to path: String) throws {
    try isWriting.withLock { _ in try data.write(to: URL(filePath: path), options: .atomic) }
  }

  /// Calls the body at a moment when no file is being written.
  package static func whileNoneIsWritten(_ body: () -> Void) { isWriting.withLock { _ in body() } }
}
