internal import Foundation
internal import GRDB
internal import Glibc

/// An SQLite file that several processes read and write at once, in write-ahead-log mode.
enum SharedFile {
  /// How much a loss of power may cost. The death of a process costs nothing either way.
  enum Durability: String {
    /// Nothing whose call has returned.
    case full = "FULL"
    /// The last writes, but never the file.
    case normal = "NORMAL"
  }

  /// Opens a file, and makes it, with its folder, where there is none and one may be made.
  ///
  /// - Throws: `StoreError` and errors of GRDB's; a file that is something else or damaged is left as it is.
  static func open(
    _ path: String, applicationID: Int, migrator: DatabaseMigrator, durability: Durability, mayMake: Bool = true,
    busySeconds: Double = 10
  ) throws -> DatabaseQueue {
    if !FileManager.default.fileExists(atPath: path) {
      guard mayMake else { throw StoreError.notFound(path: path) }
      try make(at: path, applicationID: applicationID, migrator: migrator)
    }
    let database = try connect(path, durability, busySeconds: busySeconds)
    try database.read { database in
      let found = try Int.fetchOne(database, sql: "PRAGMA application_id")
      guard found == applicationID else { throw StoreError.notCampaign(path: path) }
      let unknown = try migrator.appliedIdentifiers(database).subtracting(migrator.migrations)
      if let schema = unknown.max() { throw StoreError.newer(path: path, schema: schema) }
    }
    return database
  }

  private static func connect(_ path: String, _ durability: Durability, busySeconds: Double = 10) throws
    -> DatabaseQueue
  {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Makes a file under another name and links it to its own: it is whole before anyone sees it, and of two that make it
  /// at once the first one's stays.
  private static func make(at path: String, applicationID: Int, migrator: DatabaseMigrator) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw StoreError.cannotOpen(path: path, reason: "the folder '\(folder)' cannot be made")
    }
    let draft = "\(path).\(UUID().uuidString)"
    defer { for ending in ["", "-wal", "-shm", "-journal"] { unsafe unlink(draft + ending) } }
    let database = try connect(draft, .full)
    try database.writeWithoutTransaction { database in
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw StoreError.cannotOpen(
          path: path, reason: "its file system does not allow a write-ahead log; put it on a local disk")
      }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    try migrator.migrate(database)
    // Closing moves the log into the file.
    try database.close()
    guard unsafe link(draft, path) == 0 || errno == EEXIST else {
      throw StoreError.cannotOpen(path: path, reason: unsafe String(cString: strerror(errno)))
    }
  }

  /// Gives the room of what was deleted back to the file system.
  static func compact(_ database: DatabaseQueue) throws {
    try database.vacuum()
    try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }
}
