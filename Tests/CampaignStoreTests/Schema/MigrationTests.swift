import CampaignStore
import Foundation
import GRDB
import Testing

/// A database as the first version of Cohobate left it: eight molecules, calculated by xtb.
@Suite struct MigrationTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("old.sqlite")
    let recorded = try #require(Bundle.module.url(forResource: "Fixtures/version1", withExtension: "sql"))
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: try String(contentsOf: recorded, encoding: .utf8))
      try database.execute(sql: "PRAGMA application_id = \(0x436F_686F)")
    }
    try database.close()
  }

  private func contents() throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  /// What is expected of a store that was the old one.
  private func expectAllThatWasThere(in store: CampaignStore) throws {
    let calculations = try store.calculations().map(\.calculation)
    #expect(calculations.map(\.state) == Array(repeating: .succeeded, count: 8))
    #expect(calculations.allSatisfy { $0.protocol == 1 && !$0.isReused && $0.changes == nil && $0.notes == nil })
    let summary = "GFN2-xTB, normal optimisation, 2 conformers, gas phase"
    let json = #"{"schema":1,"summary":"\#(summary)"}"#
    #expect(
      try store.protocols()
        == [ProtocolRecord(id: 1, ProtocolEntry(name: "unrecorded", version: 0, json: json, summary: summary))])
    let attempts = try store.attempts(of: 2)
    #expect(attempts.map(\.step) == ["calculate", "calculate"])
    #expect(attempts.allSatisfy { $0.conformer == nil && $0.changes == nil })
    #expect(try store.observations().count == 48)
    #expect(try store.observations(of: "gap").compactMap(\.uncertainty).count == 1)
    #expect(try store.properties().allSatisfy { $0.source.isEmpty })
    #expect(try store.campaign().end?.reason == .budget)
    try store.database.read { database in
      try database.checkForeignKeys()
      #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
    }
  }

  /// The statements that make everything in a database, by name.
  private func schema(of store: CampaignStore) throws -> [String] {
    try store.database.read { database in
      try String.fetchAll(database, sql: "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name")
    }
  }

  @Test func isBroughtUpToDateWithAllThatItHolds() throws {
    let store = try CampaignStore.open(at: path)
    try expectAllThatWasThere(in: store)
    #expect(try schema(of: store) == schema(of: Sample.begin(at: folder.file("new.sqlite"))))
  }

  @Test func isGoneOnWith() throws {
    let store = try CampaignStore.open(at: path)
    try store.reopenCampaign(specification: "name: old\n")
    let batch = try store.recordDesign(
      IterationRecord(number: 3, policy: .random, proposalCount: 1, invalidCount: 0, designedAt: Sample.start),
      candidates: [
        CandidateEntry(molecule: Sample.phenol, rank: 1, decision: .chosen, reason: "Why.", move: "corpus", position: 1)
      ], calculator: "xtb", protocol: Sample.gfn2)
    #expect(batch.map(\.calculation.protocol) == [2])
    #expect(try store.runningIteration()?.number == 3)
  }

  @Test func isReadWithoutBeingChanged() throws {
    let before = try contents()
    let store = try CampaignStore.openReadOnly(at: path)
    try expectAllThatWasThere(in: store)
    #expect(try contents() == before)
  }

  @Test func isLookedAtWithoutBeingChanged() throws {
    let before = try contents()
    #expect(try CampaignStore.exists(at: path))
    let store = try CampaignStore.openUnchanged(at: path)
    #expect(try store.campaign().name == "old")
    #expect(try store.versions().contains { $0.component == "xtb" })
    try store.close()
    #expect(try contents() == before)
  }

  @Test func nothingThatIsNotThereIsLookedAt() throws {
    let absent = folder.file("absent.sqlite")
    #expect(throws: StoreError.notFound(path: absent)) { try CampaignStore.openUnchanged(at: absent) }
    #expect(!FileManager.default.fileExists(atPath: absent))
  }
}
