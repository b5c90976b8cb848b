internal import Foundation
internal import GRDB
internal import Glibc
internal import Synchronization

/// Tells whether other connections have changed a campaign's database since it was last asked. It only reads, and may be
/// asked several times a second.
package final class RecordWatch: Sendable {
  /// What has changed.
  package enum Change: Sendable, Hashable {
    /// Rows of the same file.
    case rows
    /// The file itself: it is new, gone, another one, or of another schema.
    case file
  }

  /// The file as it was last seen.
  private struct Seen: Sendable {
    var inode: UInt?
    var schema: Int?
    var data: Int?
  }

  private let path: String
  private let state = Mutex<(seen: Seen, connection: DatabaseQueue?)>((Seen(), nil))

  /// A watch over the file at a path, which need not be there. What it finds now is not a change.
  package init(path: String) {
    self.path = path
    _ = change()
  }

  /// What has changed since the last call; nil if nothing has.
  package func change() -> Change? {
    state.withLock { state in
      let before = state.seen
      let inode = inode()
      if inode != before.inode { state.connection = nil }
      if inode != nil, state.connection == nil { state.connection = connection() }
      var now = Seen(inode: inode)
      if let connection = state.connection {
        (now.schema, now.data) = Self.versions(connection)
        // A file that could not be read is opened again.
        if now.data == nil { state.connection = nil }
      }
      state.seen = now
      if now.inode != before.inode || now.schema != before.schema { return .file }
      return now.data == before.data ? nil : .rows
    }
  }

  private func inode() -> UInt? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? UInt(status.st_ino) : nil
  }

  private func connection() -> DatabaseQueue? {
    var configuration = Configuration()
    configuration.readonly = true
    return try? DatabaseQueue(path: path, configuration: configuration)
  }

  /// The counters that SQLite raises when another connection has changed the schema or any row.
  private static func versions(_ connection: DatabaseQueue) -> (Int?, Int?) {
    let found = try? connection.read { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA schema_version"), try Int.fetchOne(database, sql: "PRAGMA data_version")
      )
    }
    return found ?? (nil, nil)
  }
}
