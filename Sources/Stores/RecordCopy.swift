internal import Files
internal import Foundation
internal import GRDB
internal import Glibc
internal import Synchronization

/// A copy of a campaign's record on a disk of this machine, to work on: SQLite's write-ahead log is unsafe on a disk that
/// machines share. ``putBack()`` replaces the record by the state of the copy.
///
/// Anything may end between two calls of it: the record is then whole, and as it was at the last one.
package final class RecordCopy: Sendable {
  /// The path of the copy. Nothing is there if there was no record.
  package let path: String
  private let record: String
  private let folder: String
  private let watch: RecordWatch
  /// Whether the copy has what the record lacks.
  private let isAhead = Mutex(false)
  private let lock: CampaignLock?

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
    (self.record, self.lock) = (record, lock)
    folder = "\(place)/cohobate-record-\(UUID().uuidString)"
    path = "\(folder)/\(record.nameOfPath)"
    let files = FileManager.default
    do {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for ending in ["", "-wal"] where files.fileExists(atPath: record + ending) {
        try files.copyItem(atPath: record + ending, toPath: path + ending)
      }
    } catch {
      throw .inputOutput(path: path, reason: fileProblem(error, at: path))
    }
    watch = RecordWatch(path: path)
  }

  /// Replaces the record by the state of the copy, if that has changed since the last call. A run may write to the copy
  /// meanwhile.
  package func putBack() throws(StoreError) {
    if watch.change() != nil { isAhead.withLock { $0 = true } }
    guard isAhead.withLock({ $0 }), FileManager.default.fileExists(atPath: path) else { return }
    let (draft, beside) = ("\(folder)/draft", "\(record).new")
    do {
      try? FileManager.default.removeItem(atPath: draft)
      try Self.copy(path, to: draft)
      try? FileManager.default.removeItem(atPath: beside)
      try FileManager.default.copyItem(atPath: draft, toPath: beside)
      try Self.synchronise(beside)
      // They belong to the file that is replaced.
      for ending in ["-wal", "-shm"] { unsafe unlink(record + ending) }
      guard unsafe rename(beside, record) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      try? FileManager.default.removeItem(atPath: draft)
      isAhead.withLock { $0 = false }
    } catch {
      throw error is DatabaseError
        ? StoreError(error, path: path) : .inputOutput(path: record, reason: fileProblem(error, at: record))
    }
  }

  /// Removes the copy.
  package func remove() { try? FileManager.default.removeItem(atPath: folder) }

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
