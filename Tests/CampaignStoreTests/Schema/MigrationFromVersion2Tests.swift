import CampaignStore
import Foundation
import GRDB
import Testing

/// A database as the second version of the schema has it: two molecules that were told, one of them as failed, and four
/// that xtb calculated.
@Suite struct MigrationFromVersion2Tests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("old.sqlite")
    let recorded = try #require(Bundle.module.url(forResource: "Fixtures/version2", withExtension: "sql"))
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
    let query = """
      SELECT calculation || ' ' || property || ' ' || value || ' ' || coalesce(uncertainty, '-') FROM observation
      ORDER BY calculation, property
      """
    let observations = try lines(of: old, query)
    let calculations = try lines(
      of: old, "SELECT json_array(id, state, calculator, notes) FROM calculation ORDER BY id")
    try old.close()
    #expect(observations.count == 25 && calculations.count == 6)
    let store = try CampaignStore.open(at: path)
    #expect(try lines(of: store.database, query) == observations)
    #expect(
      try lines(of: store.database, "SELECT json_array(id, state, calculator, notes) FROM calculation ORDER BY id")
        == calculations)
    #expect(try store.withdrawals().isEmpty)
    try store.database.read { database in
      try database.checkForeignKeys()
      #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
    }
    let schema = "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name"
    #expect(
      try lines(of: store.database, schema) == lines(of: Sample.begin(at: folder.file("new.sqlite")).database, schema))
  }

  @Test func whatWasToldCanBeWithdrawn() throws {
    let store = try CampaignStore.open(at: path)
    let withdrawals = try store.withdraw(["gap"], of: 1, reason: "Another substance.")
    #expect(withdrawals.map(\.value) == [7.5] && withdrawals.map(\.uncertainty) == [0.25])
    #expect(try store.observations().count == 24)
    #expect(try store.campaign().end == nil)
  }

  @Test func isReadWithoutBeingChanged() throws {
    let before = try Data(contentsOf: URL(filePath: path))
    let store = try CampaignStore.openReadOnly(at: path)
    #expect(try store.withdrawals().isEmpty)
    #expect(try store.observations().count == 25)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }
}
