internal import Foundation
package import GRDB

/// The record of one campaign: an SQLite file in which every step is a row, and every step is one transaction.
///
/// ```swift
/// let store = try CampaignStore.create(
///   at: "search.sqlite", campaign: campaign, versions: versions, properties: properties)
/// let batch = try store.recordDesign(iteration, candidates: candidates, calculator: "xtb", protocol: "GFN2-xTB")
/// ```
///
/// What is written is on the disk when the call returns: the file is in write-ahead-log mode with full synchronisation. Others
/// may read it meanwhile with `openReadOnly(at:)`. One process at a time should write: see `CampaignLock`.
public struct CampaignStore: Sendable {
  /// The path of the database file.
  public let path: String
  package let database: DatabaseQueue

  /// Begins a campaign in a new file.
  ///
  /// The campaign's row is written last and in one transaction with its versions and properties. A file without that row, which
  /// an interrupted creation may leave, holds no campaign: it is created again as if it were absent.
  ///
  /// - Throws: `StoreError.alreadyExists` when the file holds a campaign, `.notDatabase` or `.notCampaign` when it holds
  ///   something else, which is left untouched.
  public static func create(
    at path: String, campaign: CampaignRecord, versions: [VersionRecord], properties: [PropertyRecord]
  ) throws(StoreError) -> CampaignStore {
    let store = try CampaignStore(path: path, readOnly: false)
    do {
      switch try store.contents() {
      case .other: throw StoreError.notCampaign(path: path)
      case .newer(let schema): throw StoreError.newer(path: path, schema: schema)
      case .campaign(let name, _): throw StoreError.alreadyExists(path: path, campaign: name)
      case .nothing: break
      }
      try store.prepareForWriting()
      try store.database.write { database in
        try campaign.insert(into: database)
        for version in versions { try version.insert(into: database) }
        for property in properties { try property.insert(into: database) }
      }
    } catch {
      throw StoreError(error, path: path)
    }
    return store
  }

  /// Opens a campaign to go on with it. A database of an older version of this program is brought up to date.
  ///
  /// - Throws: `StoreError.notFound`, `.empty`, `.notDatabase`, `.notCampaign` or `.newer` when there is no campaign to go on with.
  public static func open(at path: String) throws(StoreError) -> CampaignStore {
    try open(at: path, readOnly: false)
  }

  /// Opens a campaign to read it, also while another process writes it.
  ///
  /// - Throws: As `open(at:)`, and `StoreError.older` for a database that must be brought up to date first.
  public static func openReadOnly(at path: String) throws(StoreError) -> CampaignStore {
    try open(at: path, readOnly: true)
  }

  /// Whether there is a campaign at a path: `false` when the file is absent or holds none yet.
  ///
  /// - Throws: `StoreError` when the file is something else.
  public static func exists(at path: String) throws(StoreError) -> Bool {
    do {
      try openReadOnly(at: path).close()
      return true
    } catch {
      switch error {
      case .notFound, .empty: return false
      case .older: return true
      default: throw error
      }
    }
  }

  /// Closes the file. The store cannot be used afterwards.
  public func close() throws(StoreError) {
    do {
      try database.close()
    } catch {
      throw StoreError(error, path: path)
    }
  }
}

extension CampaignStore {
  private init(path: String, readOnly: Bool) throws(StoreError) {
    try Self.checkFile(path: path, readOnly: readOnly)
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw StoreError(error, path: path)
    }
    self.path = path
  }

  /// Names in advance what SQLite would report as one and the same error, or find out only at the first write.
  private static func checkFile(path: String, readOnly: Bool) throws(StoreError) {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    let exists = unsafe files.fileExists(atPath: path, isDirectory: &isFolder)
    guard !isFolder.boolValue else { throw .isFolder(path: path) }
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    guard files.fileExists(atPath: folder) else {
      throw .cannotOpen(path: path, reason: "there is no folder '\(folder)'")
    }
    guard !exists || files.isReadableFile(atPath: path) else {
      throw .cannotOpen(path: path, reason: "you have no permission to read it")
    }
    guard readOnly || (files.isWritableFile(atPath: folder) && (!exists || files.isWritableFile(atPath: path))) else {
      throw .notWritable(path: path)
    }
  }

  private static func open(at path: String, readOnly: Bool) throws(StoreError) -> CampaignStore {
    guard FileManager.default.fileExists(atPath: path) else { throw .notFound(path: path) }
    let store = try CampaignStore(path: path, readOnly: readOnly)
    do {
      switch try store.contents() {
      case .nothing: throw StoreError.empty(path: path)
      case .other: throw StoreError.notCampaign(path: path)
      case .newer(let schema): throw StoreError.newer(path: path, schema: schema)
      case .campaign(_, let isCurrent):
        if !readOnly {
          try store.prepareForWriting()
        } else if !isCurrent {
          throw StoreError.older(path: path)
        }
      }
    } catch {
      throw StoreError(error, path: path)
    }
    return store
  }

  /// What an SQLite file holds.
  private enum Contents {
    case nothing
    case other
    case newer(schema: String)
    case campaign(name: String, isCurrent: Bool)
  }

  private func contents() throws -> Contents {
    try database.read { database in
      let applicationID = try Int.fetchOne(database, sql: "PRAGMA application_id")
      guard applicationID == Schema.applicationID else {
        let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema")
        return objects == 0 && applicationID == 0 ? .nothing : .other
      }
      let applied = try Schema.migrator.appliedIdentifiers(database)
      if let schema = applied.subtracting(Schema.migrator.migrations).max() {
        return .newer(schema: schema)
      }
      guard let name = try String.fetchOne(database, sql: "SELECT name FROM campaign") else { return .nothing }
      return .campaign(name: name, isCurrent: applied.count == Schema.migrator.migrations.count)
    }
  }

  private func prepareForWriting() throws {
    try database.writeWithoutTransaction { database in
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      guard mode == "wal" else {
        throw StoreError.cannotOpen(
          path: path, reason: "its file system does not allow a write-ahead log; put it on a local disk")
      }
    }
    try Schema.migrator.migrate(database)
  }

  /// Makes a change in one transaction.
  func write<Value>(_ change: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.write(change)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Reads in one transaction, and so from one state of the database.
  func read<Value>(_ query: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.read(query)
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
