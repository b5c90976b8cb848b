public import Foundation
package import GRDB
internal import Glibc

/// Outcomes of calculations that campaigns share: an SQLite file of its own, safe under several writers at once.
///
/// An outcome is JSON, which this room does not look into. Of two that come for the same key the first stays. With
/// `synchronous = NORMAL` a loss of power may cost the last outcomes, which can be calculated again, but never the file.
public final class CalculationCacheStore: Sendable {
  /// The path of the file.
  public let path: String
  package let database: DatabaseQueue

  /// Opens a cache, and makes it, with its folder, where there is none.
  ///
  /// - Throws: `CacheError`; a file that is something else or damaged is left as it is.
  public init(path: String) throws(CacheError) {
    self.path = path
    do {
      if !FileManager.default.fileExists(atPath: path) { try Self.make(at: path) }
      database = try Self.open(path)
      try database.read { database in
        let applicationID = try Int.fetchOne(database, sql: "PRAGMA application_id")
        guard applicationID == CacheSchema.applicationID else { throw StoreError.notCampaign(path: path) }
        let unknown = try CacheSchema.migrator.appliedIdentifiers(database).subtracting(CacheSchema.migrator.migrations)
        if let schema = unknown.max() { throw StoreError.newer(path: path, schema: schema) }
      }
    } catch {
      throw CacheError(path: path, cause: StoreError(error, path: path))
    }
  }

  /// The outcome of a key as JSON; nil if there is none.
  public func outcome(for key: CacheKey) throws(CacheError) -> String? {
    try read { database in
      try String.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT outcome FROM outcome
            WHERE calculator = ? AND protocol = ? AND calculatorVersion = ? AND rdkitVersion = ? AND smiles = ?
            """),
        arguments: [key.calculator, key.protocol, key.calculatorVersion, key.rdkitVersion, key.smiles])
    }
  }

  /// Keeps an outcome, unless the key has one.
  ///
  /// - Parameters:
  ///   - outcome: A JSON object.
  ///   - failureClass: The class of the failure, where the outcome is one.
  public func keep(
    _ outcome: String, failureClass: String?, for key: CacheKey, at time: Date = Date()
  ) throws(CacheError) {
    try write { database in
      // Not OR IGNORE, which would also drop in silence what breaks a CHECK.
      try database.execute(
        sql: """
          INSERT INTO outcome
            (calculator, protocol, calculatorVersion, rdkitVersion, smiles, failureClass, keptAt, outcome)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (calculator, protocol, calculatorVersion, rdkitVersion, smiles) DO NOTHING
          """,
        arguments: [
          key.calculator, key.protocol, key.calculatorVersion, key.rdkitVersion, key.smiles, failureClass,
          time.storedText, outcome,
        ])
    }
  }

  // MARK: The file

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Makes a cache under another name and links it to its own: it is whole before anyone sees it, and of two that make
  /// it at once the first one's stays.
  private static func make(at path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw StoreError.cannotOpen(path: path, reason: "the folder '\(folder)' cannot be made")
    }
    let draft = "\(path).\(UUID().uuidString)"
    defer { for ending in ["", "-wal", "-shm", "-journal"] { unsafe unlink(draft + ending) } }
    let database = try open(draft)
    try database.writeWithoutTransaction { database in
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw StoreError.cannotOpen(
          path: path, reason: "its file system does not allow a write-ahead log; put it on a local disk")
      }
      try database.execute(sql: "PRAGMA application_id = \(CacheSchema.applicationID)")
    }
    try CacheSchema.migrator.migrate(database)
    // Closing moves the log into the file.
    try database.close()
    guard unsafe link(draft, path) == 0 || errno == EEXIST else {
      throw StoreError.cannotOpen(path: path, reason: unsafe String(cString: strerror(errno)))
    }
  }

  func read<Value>(_ query: (Database) throws -> Value) throws(CacheError) -> Value {
    do {
      return try database.read(query)
    } catch {
      throw CacheError(path: path, cause: StoreError(error, path: path))
    }
  }

  func write<Value>(_ change: (Database) throws -> Value) throws(CacheError) -> Value {
    do {
      return try database.write(change)
    } catch {
      throw CacheError(path: path, cause: StoreError(error, path: path))
    }
  }

  /// Gives the room of what was deleted back to the file system.
  func compact() throws(CacheError) {
    do {
      try database.vacuum()
      try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    } catch {
      throw CacheError(path: path, cause: StoreError(error, path: path))
    }
  }
}
