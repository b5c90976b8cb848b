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
      try FileCheck.schema(database, path: path, migrator: migrator)
      // What is in it has digests of its own; to look through a file of gigabytes takes longer than what is asked of it.
      if try size(of: database) <= greatestChecked { try FileCheck.contents(database, path: path) }
    }
    if try !database.read(migrator.hasCompletedMigrations) {
      do {
        try migrator.migrate(database)
      } catch {
        // Another process may have been quicker.
        guard try database.read(migrator.hasCompletedMigrations) else { throw error }
      }
    }
    return database
  }

  /// Files of more bytes are not looked through when they are opened.
  private static let greatestChecked = 64 << 20

  private static func size(of database: Database) throws -> Int {
    try (Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0) * (Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
  }

  private static func connect(_ path: String, _ durability: Durability, busySeconds: Double = 10) throws
    -> DatabaseQueue
  {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
      try FileCheck.harden(database)
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
    Draft.removeAbandoned(of: path)
    let file = try Draft(of: path)
    let draft = file.path
    defer { extendLifetime(file) }
    let database = try connect(draft, .full)
    try database.writeWithoutTransaction { database in
      // Before anything is written: so that room is given back in small steps, and not by rewriting the file.
      try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw StoreError.cannotOpen(
          path: path, reason: "its file system does not allow a write-ahead log; put it on a local disk")
      }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    try migrator.migrate(database)
    // Closing moves the log into the file as well, but does not say where it could not.
    try database.writeWithoutTransaction { database in
      let moved = try database.checkpoint(.truncate)
      guard moved.walFrameCount == moved.checkpointedFrameCount else { throw StoreError.diskFull(path: path) }
      try FileCheck.contents(database, path: path)
    }
    try database.close()
    guard unsafe link(draft, path) == 0 || errno == EEXIST else {
      throw StoreError.cannotOpen(path: path, reason: unsafe String(cString: strerror(errno)))
    }
  }

  /// So many pages, of 4 KiB each, are given back in one step; others that write wait no longer than that takes.
  private static let pagesOfAStep = 1000

  /// Gives the room of what was deleted back to the file system, in steps between which others may write. A file from the time
  /// before that was possible is rewritten once, which takes long where it is large.
  static func compact(_ database: DatabaseQueue) throws {
    try database.writeWithoutTransaction { database in
      if try Int.fetchOne(database, sql: "PRAGMA auto_vacuum") != 2 {
        try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL; VACUUM")
      }
    }
    func freePages() throws -> Int {
      try database.read { try Int.fetchOne($0, sql: "PRAGMA freelist_count") ?? 0 }
    }
    var free = try freePages()
    while free > 0 {
      try database.write { try $0.execute(sql: "PRAGMA incremental_vacuum(\(pagesOfAStep))") }
      let left = try freePages()
      // Others may free pages meanwhile; what is left then is for the next time.
      guard left < free else { break }
      free = left
    }
    try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }
}
