package import Foundation
import Synchronization

/// Writes files as a whole: a complete new file replaces the old one.
package enum WholeFile {
  private static let isWriting = Mutex(())

  /// Writes bytes to a file. If the process is killed meanwhile, the old file stays.
  package static func write(_ data: Data, to path: String) throws {
    try isWriting.withLock { _ in try data.write(to: URL(filePath: path), options: .atomic) }
  }

  /// Calls the body while no file is being written.
  package static func whileNoneIsWritten(_ body: () -> Void) { isWriting.withLock { _ in body() } }
}
