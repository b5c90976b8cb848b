import Foundation
import GRDB
import Stores
import Testing

/// A database as an earlier version of the schema left it, made from a recorded file.
struct OldDatabase {
  let folder: TemporaryFolder
  let path: String

  /// - Parameter version: that of the schema.
  init(version: Int) throws {
    folder = try TemporaryFolder()
    path = folder.file("old.sqlite")
    let recorded = try #require(Bundle.module.url(forResource: "Fixtures/version\(version)", withExtension: "sql"))
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: try String(contentsOf: recorded, encoding: .utf8))
      try database.execute(sql: "PRAGMA application_id = \(0x436F_686F)")
    }
    try database.close()
  }

  /// The file's bytes.
  func contents() throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  /// What a query gives before the database is brought up to date, a text for each row.
  func lines(_ queries: [String]) throws -> [[String]] {
    let database = try DatabaseQueue(path: path)
    defer { try? database.close() }
    return try queries.map { try database.lines($0) }
  }

  /// Changes the database before it is brought up to date.
  func change(_ sql: String) throws {
    let database = try DatabaseQueue(path: path)
    defer { try? database.close() }
    try database.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  /// Expects that a store that was this one is whole, and has the schema of a new one.
  func expectUpToDate(_ store: CampaignStore) throws {
    try expectWhole(store)
    let schema = "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name"
    let new = try Sample.begin(at: folder.file("new.sqlite"))
    #expect(try store.database.lines(schema) == new.database.lines(schema))
  }

  /// Expects that nothing in a store refers to what is not there, and that its file is sound.
  func expectWhole(_ store: CampaignStore) throws {
    try store.database.read { database in
      try database.checkForeignKeys()
      #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
    }
  }
}

extension DatabaseReader {
  /// What a query gives, a text for each row.
  func lines(_ sql: String) throws -> [String] { try read { try String.fetchAll($0, sql: sql) } }
}
