internal import Files
internal import Foundation
package import GRDB
internal import Glibc
internal import Synchronization

/// The record of one campaign: an SQLite file in which every step is a row, and every step is one transaction.
///
/// ```swift
/// let store = try CampaignStore.create(
///   at: "search.sqlite", campaign: campaign, versions: versions, properties: properties)
/// let batch = try store.recordDesign(iteration, candidates: candidates, calculator: "xtb", protocol: gfn2)
/// ```
///
/// Writes are on the disk when the call returns: the file is in write-ahead-log mode with full synchronisation. Other
/// processes may read it meanwhile with `openReadOnly(at:)`. One process at a time should write: see `CampaignLock`.
public final class CampaignStore: Sendable {
  /// The path of the database file.
  public let path: String
  package let database: DatabaseQueue
  private let isClosed = Atomic(false)
  /// Whether there is no file.
  private let isInMemory: Bool
  /// The inode of the file when it was first written to; 0 before.
  private let inode = Atomic<UInt>(0)

  private init(path: String, readOnly: Bool) throws(StoreError) {
    try Self.checkFile(path: path, readOnly: readOnly)
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try FileCheck.harden(database)
    }
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw StoreError(error, path: path)
    }
    self.path = path
    isInMemory = false
  }

  /// Makes an empty store in memory. `name` stands for its path in messages.
  private init(inMemory name: String) throws(StoreError) {
    do {
      database = try DatabaseQueue()
      try CampaignSchema.migrator.migrate(database)
    } catch {
      throw StoreError(error, path: name)
    }
    path = name
    isInMemory = true
  }

  /// Makes a copy of an older store, brought up to date.
  private init(copyInMemoryOf store: CampaignStore) throws(StoreError) {
    do {
      database = try DatabaseQueue()
      try store.database.backup(to: database)
      try CampaignSchema.migrator.migrate(database)
    } catch {
      throw StoreError(error, path: store.path)
    }
    path = store.path
    isInMemory = false
  }

  /// Creates a campaign in a new file.
  ///
  /// The campaign's row is written last, in one transaction with its versions and properties. A file without that row,
  /// which an interrupted creation may leave, holds no campaign: it is created again as if it were absent.
  ///
  /// - Parameter settings: All settings of the campaign file, defaults included, as a JSON object of texts by key.
  /// - Throws: `StoreError.alreadyExists` if the file holds a campaign; `.notDatabase`, `.notCampaign` or `.newer` if
  ///   it holds something else, which is left untouched.
  public static func create(
    at path: String, campaign: CampaignRecord, settings: String? = nil, versions: [VersionRecord],
    properties: [PropertyRecord]
  ) throws(StoreError) -> CampaignStore {
    let store = try CampaignStore(path: path, readOnly: false)
    if let name = try store.campaignName() { throw .alreadyExists(path: path, campaign: name) }
    // The file is marked as Cohobate's before it has any contents, so that an interrupted creation is recognised.
    try store.write { try $0.execute(sql: "PRAGMA application_id = \(CampaignSchema.applicationID)") }
    try store.prepareForWriting()
    try store.begin(campaign, settings: settings, versions: versions, properties: properties)
    return store
  }

  /// Creates a campaign in memory, of which nothing is left when the store is released: for campaigns that nobody
  /// resumes.
  package static func createInMemory(
    campaign: CampaignRecord, versions: [VersionRecord], properties: [PropertyRecord]
  ) throws(StoreError) -> CampaignStore {
    let store = try CampaignStore(inMemory: "the campaign '\(campaign.name)' in memory")
    try store.begin(campaign, settings: nil, versions: versions, properties: properties)
    return store
  }

  /// Writes the first rows of a campaign.
  private func begin(
    _ campaign: CampaignRecord, settings: String?, versions: [VersionRecord], properties: [PropertyRecord]
  ) throws(StoreError) {
    try write { database in
      try campaign.insert(into: database)
      try SpecificationRecord(
        number: 1, iteration: 0, text: campaign.specification, settings: settings, recordedAt: campaign.createdAt
      ).insert(into: database)
      for version in versions {
        try VersionChange(component: version.component, iteration: 0, version: version.version).insert(into: database)
      }
      for property in properties { try property.insert(into: database) }
    }
  }

  /// Opens a campaign to resume it. A database of an older version of this program is brought up to date.
  ///
  /// - Throws: `StoreError.notFound`, `.empty`, `.notDatabase`, `.notCampaign` or `.newer` if the file is not a
  ///   campaign.
  public static func open(at path: String) throws(StoreError) -> CampaignStore {
    try open(at: path, readOnly: false)
  }

  /// Opens a campaign to read it, also while another process writes it. If the database is of an older version of this
  /// program, a copy in memory is brought up to date and read.
  ///
  /// - Throws: As `open(at:)`.
  public static func openReadOnly(at path: String) throws(StoreError) -> CampaignStore {
    try open(at: path, readOnly: true)
  }

  /// Opens a campaign to show it at once: as `openReadOnly(at:)`, but a file of more than 64 MB is not read as a whole
  /// before. What is damaged in it is found when it is read.
  package static func openToShow(at path: String) throws(StoreError) -> CampaignStore {
    try open(at: path, readOnly: true, greatestChecked: 64 << 20)
  }

  /// Opens a campaign to see its recorded settings before it is decided whether to resume it. Nothing is changed: if
  /// the database is of an older version of this program, a copy in memory is brought up to date and read.
  ///
  /// - Throws: As `open(at:)`.
  public static func openUnchanged(at path: String) throws(StoreError) -> CampaignStore {
    guard FileManager.default.fileExists(atPath: path) else { throw .notFound(path: path) }
    // Not opened read-only, because that would leave SQLite's own files beside a database that is rejected.
    let store = try CampaignStore(path: path, readOnly: false)
    guard try store.campaignName() != nil else { throw .empty(path: path) }
    if try store.read(CampaignSchema.migrator.hasCompletedMigrations) { return store }
    // Migrations of a damaged file fail by constraints, which says nothing of the damage.
    try store.read { database in try FileCheck.contents(database, path: path) }
    return try CampaignStore(copyInMemoryOf: store)
  }

  /// Whether there is a campaign to resume at a path: `false` if the file is absent or holds none yet.
  ///
  /// - Throws: `StoreError` if the file is something else or cannot be written to.
  public static func exists(at path: String) throws(StoreError) -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return false }
    let store = try CampaignStore(path: path, readOnly: false)
    return try store.campaignName() != nil
  }

  /// Closes the file. Afterwards the store cannot be used: it throws `StoreError.closed`.
  ///
  /// An unreferenced store closes by itself.
  public func close() throws(StoreError) {
    do {
      try database.close()
      isClosed.store(true, ordering: .sequentiallyConsistent)
    } catch {
      throw StoreError(error, path: path)
    }
  }
}

extension CampaignStore {
  /// Distinguishes problems that SQLite would report as the same error, or would notice only at the first write.
  private static func checkFile(path: String, readOnly: Bool) throws(StoreError) {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    let exists = unsafe files.fileExists(atPath: path, isDirectory: &isFolder)
    guard !isFolder.boolValue else { throw .isFolder(path: path) }
    if let problem = missingFolder(of: path) { throw .cannotOpen(path: path, reason: problem) }
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    guard !exists || files.isReadableFile(atPath: path) else {
      throw .cannotOpen(path: path, reason: "you have no permission to read it")
    }
    // Even a reader of a write-ahead log shares an index with the writer; the index exists while the writer runs.
    guard !readOnly || files.isWritableFile(atPath: folder) || files.fileExists(atPath: path + "-shm") else {
      throw .unwritableFolder(path: path, folder: folder)
    }
    guard readOnly || (files.isWritableFile(atPath: folder) && (!exists || files.isWritableFile(atPath: path))) else {
      throw .notWritable(path: path)
    }
    // The index of the log is shared memory, which two machines do not share.
    if !readOnly, let kind = NetworkDisk.kind(at: path) {
      throw .cannotOpen(
        path: path,
        reason:
          "it is on a network disk (\(kind)), where SQLite's log is unsafe; name a file on a disk of this machine with "
          + "--database, and copy what is there to it while nothing runs")
    }
  }

  /// - Parameter greatestChecked: Larger files, in bytes, are not checked page by page.
  private static func open(
    at path: String, readOnly: Bool, greatestChecked: Int = .max
  ) throws(StoreError) -> CampaignStore {
    guard FileManager.default.fileExists(atPath: path) else { throw .notFound(path: path) }
    let store = try CampaignStore(path: path, readOnly: readOnly)
    guard try store.campaignName() != nil else { throw .empty(path: path) }
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    if size <= greatestChecked { try store.read { try FileCheck.contents($0, path: path) } }
    if !readOnly {
      try store.prepareForWriting()
    } else if try !store.read(CampaignSchema.migrator.hasCompletedMigrations) {
      return try CampaignStore(copyInMemoryOf: store)
    }
    return store
  }

  /// The name of the campaign in the file, if there is one.
  ///
  /// - Throws: `StoreError.notCampaign` or `.newer` if the file holds something else.
  private func campaignName() throws(StoreError) -> String? {
    try read { database in
      let applicationID = try Int.fetchOne(database, sql: "PRAGMA application_id")
      guard applicationID == CampaignSchema.applicationID else {
        let isEmpty = try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)") ?? false
        guard applicationID == 0, isEmpty else { throw StoreError.notCampaign(path: path) }
        return nil
      }
      try FileCheck.schema(
        database, path: path, applicationID: CampaignSchema.applicationID, migrator: CampaignSchema.migrator)
      // An interrupted creation may leave a file without tables, or tables without a campaign.
      guard try database.tableExists("campaign") else { return nil }
      return try String.fetchOne(database, sql: "SELECT name FROM campaign")
    }
  }

  /// Turns on the write-ahead log and brings the tables up to date.
  private func prepareForWriting() throws(StoreError) {
    do {
      try database.writeWithoutTransaction { database in
        guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
          throw StoreError.cannotOpen(
            path: path, reason: "its file system does not allow a write-ahead log; put it on a local disk")
        }
      }
      try CampaignSchema.migrator.migrate(database)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Makes a change in one transaction.
  func write<Value>(_ change: (Database) throws -> Value) throws(StoreError) -> Value {
    try requireOpen()
    do {
      let value = try database.write(change)
      try requireSameFile()
      return value
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Reads in one transaction, so that all rows are of one state of the database.
  func read<Value>(_ query: (Database) throws -> Value) throws(StoreError) -> Value {
    try requireOpen()
    do {
      return try database.read(query)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Throws if the file was removed or replaced: SQLite would continue to write to the old one, and the changes would
  /// be lost.
  private func requireSameFile() throws(StoreError) {
    guard !isInMemory else { return }
    var status = stat()
    let found = unsafe path == ":memory:" || stat(path, &status) != 0 ? 0 : UInt(status.st_ino)
    let (isFirst, known) = inode.compareExchange(expected: 0, desired: found, ordering: .relaxed)
    guard found != 0, isFirst || known == found else {
      throw .inputOutput(path: path, reason: "it was removed or replaced while it was in use")
    }
  }

  private func requireOpen() throws(StoreError) {
    guard !isClosed.load(ordering: .sequentiallyConsistent) else { throw .closed(path: path) }
  }
}
