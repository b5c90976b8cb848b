public import Foundation
package import GRDB

/// Source models in an SQLite file that several processes may write at once.
///
/// A model's document is bytes that this module does not interpret. Of two models for the same key the first stays.
/// When `add` returns, the model is in the file and on the disk; a process killed before leaves nothing of it.
public final class ModelLibraryStore: Sendable {
  /// The path of the file.
  public let path: String
  package let database: DatabaseQueue

  /// Opens a library.
  ///
  /// - Parameter mayMake: whether a new one is made, with its folder, if there is none.
  /// - Throws: `LibraryError`; a damaged file, or one that is not a library, is not touched.
  public init(path: String, mayMake: Bool) throws(LibraryError) {
    self.path = path
    do {
      database = try SharedFile.open(
        path, applicationID: LibrarySchema.applicationID, migrator: LibrarySchema.migrator, durability: .full,
        mayMake: mayMake)
    } catch {
      throw LibraryError(path: path, cause: StoreError(error, path: path))
    }
  }

  /// Opens a library to read it only: a page that shows it changes nothing.
  ///
  /// - Throws: `LibraryError` as `init(path:mayMake:)`, and if an older version wrote it.
  package init(readingOnly path: String) throws(LibraryError) {
    self.path = path
    do {
      database = try SharedFile.openReadOnly(
        path, applicationID: LibrarySchema.applicationID, migrator: LibrarySchema.migrator)
    } catch {
      throw LibraryError(path: path, cause: StoreError(error, path: path))
    }
  }

  /// The number of the model with this key; nil if there is none yet.
  public func model(for key: SourceModelKey) throws(LibraryError) -> Int? {
    try read { try Self.model(for: key, in: $0) }
  }

  /// Adds a model to the library, unless its key has one; returns the number of the model with this key.
  @discardableResult
  public func add(_ entry: SourceModelEntry, document: Data) throws(LibraryError) -> Int {
    try write { database in
      // SQLite would store NULL for NaN.
      for (column, number) in [
        ("rSquared", entry.rSquared), ("logDensity", entry.logDensity), ("coverage", entry.coverage),
      ]
      where number?.isNaN == true {
        throw StoreError.notANumber(path: path, table: "sourceModel", column: column)
      }
      // Not OR IGNORE, which would also silently drop rows that violate a CHECK.
      try database.execute(
        sql: """
          INSERT INTO sourceModel
            (property, unit, representation, representationVersion, kind, dataDigest, settingsDigest, trainingSize,
             meanAbsoluteError, rootMeanSquareError, rSquared, logDensity, coverage, createdAt, document)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (property, representation, representationVersion, kind, dataDigest, settingsDigest) DO NOTHING
          """,
        arguments: [
          entry.key.property, entry.unit, entry.key.representation, entry.key.representationVersion, entry.key.kind,
          entry.key.dataDigest, entry.key.settingsDigest, entry.trainingSize, entry.meanAbsoluteError,
          entry.rootMeanSquareError, entry.rSquared, entry.logDensity, entry.coverage, entry.createdAt.storedText,
          document,
        ])
      guard let id = try Self.model(for: entry.key, in: database) else {
        throw StoreError.unexpected(path: path, reason: "a model that was added is not there")
      }
      return id
    }
  }

  /// The document of a model.
  public func document(of id: Int) throws(LibraryError) -> Data {
    try read { database in
      guard
        let document = try Data.fetchOne(
          database, sql: "SELECT document FROM sourceModel WHERE id = ?", arguments: [id])
      else { throw StoreError.unknown(path: path, what: "model \(id)") }
      return document
    }
  }

  /// Removes models, all or none, and returns their space to the file system.
  public func remove(_ ids: Set<Int>) throws(LibraryError) {
    try write { database in
      for id in ids.sorted() {
        try database.execute(sql: "DELETE FROM sourceModel WHERE id = ?", arguments: [id])
        guard database.changesCount == 1 else { throw StoreError.unknown(path: path, what: "model \(id)") }
      }
    }
    do {
      try SharedFile.compact(database)
    } catch {
      throw LibraryError(path: path, cause: StoreError(error, path: path))
    }
  }

  private static func model(for key: SourceModelKey, in database: Database) throws -> Int? {
    try Int.fetchOne(
      database,
      sql: """
        SELECT id FROM sourceModel
        WHERE property = ? AND representation = ? AND representationVersion = ? AND kind = ? AND dataDigest = ?
          AND settingsDigest = ?
        """,
      arguments: [
        key.property, key.representation, key.representationVersion, key.kind, key.dataDigest, key.settingsDigest,
      ])
  }

  func read<Value>(_ query: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try database.read(query)
    } catch {
      throw LibraryError(path: path, cause: StoreError(error, path: path))
    }
  }

  private func write<Value>(_ change: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try database.write(change)
    } catch {
      throw LibraryError(path: path, cause: StoreError(error, path: path))
    }
  }
}
