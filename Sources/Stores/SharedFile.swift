internal import Foundation
internal import GRDB
internal import Glibc

/// An SQLite file that several processes read and write at once, in write-ahead-log mode.
enum SharedFile {
  /// The writes that a loss of power may undo. The death of a process undoes none.
  enum Durability: String {
    /// No write that has returned.
    case full = "FULL"
    /// The last writes, but never the file.
    case normal = "NORMAL"
  }

  /// Opens a file to read it only: nothing is made, and a file of an older version is not brought up to date.
  ///
  /// - Throws: As `open`, and if the file is of an older version.
  static func openReadOnly(_ path: String, applicationID: Int, migrator: DatabaseMigrator) throws -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.notFound(path: path) }
    let database = try connect(path, .normal, isReadOnly: true)
    try check(database, path: path, applicationID: applicationID, migrator: migrator)
    guard try database.read(migrator.hasCompletedMigrations) else {
      throw StoreError.unexpected(
        path: path, reason: "an older version wrote it, and a command that uses it has to update it")
    }
    return database
  }

  /// Opens a file; if there is none and one may be made, makes it with its folder.
  ///
  /// - Throws: `StoreError` and errors of GRDB; a damaged file, or one of another kind, is not touched.
  static func open(
    _ path: String, applicationID: Int, migrator: DatabaseMigrator, durability: Durability, mayMake: Bool = true,
    busySeconds: Double = 10
  ) throws -> DatabaseQueue {
    if !FileManager.default.fileExists(atPath: path) {
      guard mayMake else { throw StoreError.notFound(path: path) }
      try make(at: path, applicationID: applicationID, migrator: migrator)
    }
    let database = try connect(path, durability, busySeconds: busySeconds)
    try check(database, path: path, applicationID: applicationID, migrator: migrator)
    if try !database.read(migrator.hasCompletedMigrations) {
      do {
        try migrator.migrate(database)
      } catch {
        // Another process may have migrated it first.
        guard try database.read(migrator.hasCompletedMigrations) else { throw error }
      }
    }
    return database
  }

  private static func check(
    _ database: DatabaseQueue, path: String, applicationID: Int, migrator: DatabaseMigrator
  ) throws {
    try database.read { database in
      let found = try Int.fetchOne(database, sql: "PRAGMA application_id")
      guard found == applicationID else { throw StoreError.notCampaign(path: path) }
      try FileCheck.schema(database, path: path, applicationID: applicationID, migrator: migrator)
      // The contents carry digests of their own; checking a file of gigabytes would take longer than the work on it.
      if try size(of: database) <= greatestChecked { try FileCheck.contents(database, path: path) }
    }
  }

  /// Larger files, in bytes, are not checked when they are opened.
  private static let greatestChecked = 64 << 20

  private static func size(of database: Database) throws -> Int {
    try (Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0) * (Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
  }

  private static func connect(
    _ path: String, _ durability: Durability, busySeconds: Double = 10, isReadOnly: Bool = false
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(busySeconds)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
      try FileCheck.harden(database)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Makes a file under another name and links it to its final path: others see it only complete, and if two processes
  /// make it at once the first one's stays.
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
      // Set before anything is written, so that space is returned in small steps, not by rewriting the file.
      try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw StoreError.cannotOpen(
          path: path, reason: "its file system does not allow a write-ahead log; put it on a local disk")
      }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    try migrator.migrate(database)
    // Closing also moves the log into the file, but does not report failures.
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

  /// The number of pages of 4 KiB that are returned in one step; other writers wait no longer than one step takes.
  private static let pagesOfAStep = 1000

  /// Returns the space of deleted rows to the file system, in steps between which others may write. A file from before
  /// incremental vacuuming is rewritten once, which takes long if it is large.
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
      // Others may free pages meanwhile; these are left for the next time.
      guard left < free else { break }
      free = left
    }
    try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }
}
