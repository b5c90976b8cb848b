internal import Files
internal import Foundation
internal import GRDB
internal import Glibc
internal import Synchronization

/// A copy of a campaign's record on a disk of this machine, to work on: SQLite's write-ahead log is unsafe on a disk that
/// machines share. ``putBack()`` replaces the record by the state of the copy.
///
/// Anything may end between two calls of it, or during one: the record is then whole, and as it was at an earlier call. A record
/// that another program has changed meanwhile is never replaced.
package final class RecordCopy: Sendable {
  /// The path of the copy. Nothing is there if there was no record.
  package let path: String
  /// The path of the record, links followed.
  private let record: String
  private let folder: String
  /// The name of the record's successor until it is whole; another copy has another one.
  private let draft: String
  private let watch: RecordWatch
  private let state: Mutex<State>
  private let lock: CampaignLock?

  private struct State {
    /// Whether the copy has what the record lacks.
    var isAhead = false
    /// Whether the copy has replaced the record.
    var hasReplaced = false
    /// The record as this object left it; nil if there was none.
    var seen: FileState?
  }

  /// What tells whether a file was changed.
  private struct FileState: Equatable {
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int
    /// The bytes of the log beside it: a program that only reads may leave an empty one.
    let logSize: Int

    init?(of path: String) {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { return nil }
      (inode, size) = (UInt(status.st_ino), Int(status.st_size))
      (seconds, nanoseconds) = (Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec))
      logSize = unsafe stat(path + "-wal", &status) == 0 ? Int(status.st_size) : 0
    }
  }

  /// Takes the lock that keeps other runs from a record; nil on a network disk, which does not promise to keep it.
  ///
  /// - Parameter patienceSeconds: How long a run that holds it is waited for: it may be about to end.
  /// - Throws: `StoreError.locked` if a run works on the record.
  package static func lock(of record: String, patienceSeconds: Double) async throws(StoreError) -> CampaignLock? {
    if NetworkDisk.kind(at: record) != nil { return nil }
    let end = ContinuousClock.now + .seconds(patienceSeconds)
    while true {
      do throws(StoreError) {
        return try CampaignLock(database: record)
      } catch {
        guard case .locked = error, ContinuousClock.now < end else { throw error }
        try? await Task.sleep(for: .milliseconds(200))
      }
    }
  }

  /// Copies a record, with what a killed run left in its log, into a new folder.
  ///
  /// - Parameters:
  ///   - record: The path of the record, which need not be there.
  ///   - place: A folder on a disk of this machine, in which the new one is made.
  ///   - lock: The record's lock, held as long as this object is there.
  package init(of record: String, in place: String, under lock: CampaignLock?) throws(StoreError) {
    guard case .path(let target) = LinkTarget(of: record) else {
      throw .cannotOpen(path: record, reason: "it is a link to an open file or back to itself; name a file")
    }
    self.record = target
    self.lock = lock
    let name = UUID().uuidString
    folder = "\(place)/cohobate-record-\(name)"
    path = "\(folder)/\(target.nameOfPath)"
    draft = "\(target).\(name)"
    let files = FileManager.default
    do {
      try Self.emptyLog(of: target)
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      if files.fileExists(atPath: target) { try files.copyItem(atPath: target, toPath: path) }
    } catch {
      try? files.removeItem(atPath: folder)
      throw error is DatabaseError || error is StoreError
        ? StoreError(error, path: record) : .inputOutput(path: path, reason: fileProblem(error, at: path))
    }
    state = Mutex(State(seen: FileState(of: target)))
    watch = RecordWatch(path: path)
  }

  /// Whether the record was replaced since the copy was made.
  package var hasReplacedRecord: Bool { state.withLock(\.hasReplaced) }

  /// Replaces the record by the state of the copy, if that has changed since the last call. A run may write to the copy
  /// meanwhile.
  ///
  /// - Throws: `StoreError.inputOutput` if the record cannot be written, `.unexpected` if another program has changed it.
  package func putBack() throws(StoreError) {
    if watch.change() != nil { state.withLock { $0.isAhead = true } }
    guard state.withLock(\.isAhead), FileManager.default.fileExists(atPath: path) else { return }
    guard FileState(of: record) == state.withLock(\.seen) else {
      throw .unexpected(path: record, reason: "another program has changed it since this run copied it")
    }
    let whole = "\(folder)/draft"
    do {
      try? FileManager.default.removeItem(atPath: whole)
      try Self.copy(path, to: whole)
      try? FileManager.default.removeItem(atPath: draft)
      try FileManager.default.copyItem(atPath: whole, toPath: draft)
      try Self.synchronise(draft)
      guard unsafe rename(draft, record) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      try? FileManager.default.removeItem(atPath: whole)
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw error is DatabaseError
        ? StoreError(error, path: path) : .inputOutput(path: record, reason: fileProblem(error, at: record))
    }
    let seen = FileState(of: record)
    state.withLock { $0 = State(isAhead: false, hasReplaced: true, seen: seen) }
  }

  /// Removes the copy.
  package func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes what a killed run left in the log of a record into the record, and removes the log: SQLite would take it for that of
  /// the file that replaces the record.
  private static func emptyLog(of record: String) throws {
    guard FileManager.default.fileExists(atPath: record + "-wal") else { return }
    var configuration = Configuration()
    // A program that reads may hold it for a moment.
    configuration.busyMode = .timeout(2)
    // Without shared memory, which a network disk does not have.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    let database = try DatabaseQueue(path: record, configuration: configuration)
    let mode = try database.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
    try database.close()
    guard mode == "delete" else {
      throw StoreError.locked(path: record, holder: "another program, which has its log open")
    }
  }

  /// Copies one state of a database into a new file that needs no log beside it.
  private static func copy(_ path: String, to draft: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    let source = try DatabaseQueue(path: path, configuration: configuration)
    let target = try DatabaseQueue(path: draft)
    try source.backup(to: target)
    try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try target.close()
    try source.close()
  }

  private static func synchronise(_ path: String) throws {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }
}
