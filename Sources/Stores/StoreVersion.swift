internal import GRDB

/// The library that stores the record.
public enum StoreVersion {
  /// SQLite's version, such as "3.40.1".
  public static func sqlite() throws(StoreError) -> String {
    do {
      return try DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") } ?? "unknown"
    } catch {
      throw .unexpected(path: ":memory:", reason: "\(error)")
    }
  }
}
