public import Foundation
package import GRDB

/// Many source models in an SQLite file of its own, safe under several writers at once.
///
/// A model's document is bytes, which this room does not look into. Of two that come for the same key the first stays. A
/// model is in the file, and on the disk, when `add` returns; a process killed before leaves nothing of it.
public final class ModelLibraryStore: Sendable {
  /// The path of the file.
  public let path: String
  package let database: DatabaseQueue

  /// Opens a library.
  ///
  /// - Parameter mayMake: whether a new one is made, with its folder, where there is none.
  /// - Throws: `LibraryError`; a file that is something else or damaged is left as it is.
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

  /// The number of the model of a key; nil if it has yet to be trained.
  public func model(for key: SourceModelKey) throws(LibraryError) -> Int? {
    try read { try Self.model(for: key, in: $0) }
  }

  /// Puts a model into the library, unless its key has one; the number of the one that is there then.
  @discardableResult
  public func add(_ entry: SourceModelEntry, document: Data) throws(LibraryError) -> Int {
    try write { database in
      // SQLite would take what is not a number for something unknown.
      for (column, number) in [
        ("rSquared", entry.rSquared), ("logDensity", entry.logDensity), ("coverage", entry.coverage),
      ]
      where number?.isNaN == true {
        throw StoreError.notANumber(path: path, table: "sourceModel", column: column)
      }
      // Not OR IGNORE, which would also drop in silence what breaks a CHECK.
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

  /// Removes models, all or none, and gives their room back to the file system.
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
