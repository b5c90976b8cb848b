import CampaignStore
import Foundation
import GRDB
import Testing

/// A database as the fourth version of the schema has it: four molecules that xtb calculated, and two that were told, the last
/// of them as failed.
@Suite struct MigrationFromVersion4Tests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("old.sqlite")
    let recorded = try #require(Bundle.module.url(forResource: "Fixtures/version4", withExtension: "sql"))
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: try String(contentsOf: recorded, encoding: .utf8))
      try database.execute(sql: "PRAGMA application_id = \(0x436F_686F)")
    }
    try database.close()
  }

  private func lines(of database: DatabaseQueue, _ sql: String) throws -> [String] {
    try database.read { try String.fetchAll($0, sql: sql) }
  }

  @Test func isBroughtUpToDateWithEveryRowAsItWas() throws {
    let old = try DatabaseQueue(path: path)
    let queries = [
      "SELECT json_array(calculation, property, value, uncertainty) FROM observation ORDER BY calculation, property",
      "SELECT json_array(id, state, calculator, failureClass, failureMessage) FROM calculation ORDER BY id",
      "SELECT json_array(iteration, property, rank, weight) FROM transfer ORDER BY iteration, property, rank",
    ]
    let before = try queries.map { try lines(of: old, $0) }
    try old.close()
    #expect(before[1].count == 6 && !before[0].isEmpty)
    let store = try CampaignStore.open(at: path)
    #expect(try queries.map { try lines(of: store.database, $0) } == before)
    #expect(try store.withdrawnFailures().isEmpty)
    try store.database.read { database in
      try database.checkForeignKeys()
      #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
    }
    let schema = "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name"
    #expect(
      try lines(of: store.database, schema) == lines(of: Sample.begin(at: folder.file("new.sqlite")).database, schema))
  }

  @Test func aToldFailureCanBeWithdrawn() throws {
    let store = try CampaignStore.open(at: path)
    let withdrawn = try store.withdrawFailure(of: 6, reason: "Another substance.")
    #expect(withdrawn.calculation == 6)
    #expect(try store.failures().isEmpty && store.withdrawnFailures().count == 1)
    #expect(try store.campaign().end == nil)
  }
}
