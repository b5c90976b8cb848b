internal import Files
internal import Foundation
internal import GRDB
internal import Glibc

extension StoreError {
  /// Translates an error of SQLite or GRDB for the database at `path`.
  package init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    if let error = error as? NotANumber {
      self = .notANumber(path: path, table: error.table, column: error.column)
      return
    }
    guard let error = error as? DatabaseError else {
      // The rows do not decode: another program edited them.
      self = .damaged(path: path, reason: decodingProblem(error))
      return
    }
    let reason = error.message ?? error.resultCode.description
    switch error.extendedResultCode {
    case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY:
      self = .cannotOpen(path: path, reason: "a write to it was interrupted; resume the campaign to repair it")
      return
    default: break
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notDatabase(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .notWritable(path: path)
    case .SQLITE_CANTOPEN where Self.isDiskFull(path): self = .diskFull(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: reason)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
    case .SQLITE_IOERR: self = .inputOutput(path: path, reason: reason)
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
      self = .refused(path: path, rule: Self.isOfTime(reason) ? Self.clockRule : reason)
    default: self = .unexpected(path: path, reason: reason)
    }
  }

  /// Times come from this machine's clock; SQLite names the violated rule by its SQL text.
  private static let clockRule = "a time has a year of more than four digits; set the machine's clock."

  /// Whether the rule is the one for times.
  private static func isOfTime(_ rule: String) -> Bool { rule.contains("GLOB '????") }

  /// Whether the disk with the file has no room for more bytes or more files.
  private static func isDiskFull(_ path: String) -> Bool {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    var disk = statvfs()
    guard unsafe statvfs(folder, &disk) == 0 else { return false }
    return disk.f_bavail == 0 || (disk.f_files > 0 && disk.f_favail == 0)
  }
}
