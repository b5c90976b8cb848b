import Foundation
import GRDB
import Stores
import Testing

@Suite struct CampaignStoreDeclinesTests {
  let folder: TemporaryFolder
  let store: CampaignStore

  /// Calculation 3, phenol, is pending, alone in iteration 1.
  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
  }

  @Test func aDeclinedCalculationIsNeitherPendingNorFailed() throws {
    try store.decline(3, reason: "It cannot be bought.", at: Sample.start + 200)
    #expect(try store.pendingCalculations().isEmpty && store.calculations(state: .failed).map(\.calculation.id) == [2])
    #expect(
      try store.declines()
        == [DeclineRecord(calculation: 3, declinedAt: Sample.start + 200, reason: "It cannot be bought.")])
    let summary = try store.iterations()[1]
    #expect(summary.declinedCount == 1 && summary.pendingCount == 0 && summary.failedCount == 0)
    try store.endIteration(1)
    // Once, and only what is pending.
    for calculation in 1...4 {
      #expect(throws: StoreError.self) { try store.decline(calculation) }
    }
  }

  @Test func aRevokedDeclineIsPendingAgainWithItsIteration() throws {
    try store.decline(3, at: Sample.start + 200)
    try store.endIteration(1)
    try store.endCampaign(.budget, message: "All is done.")
    try store.revokeDecline(of: 3, at: Sample.start + 300)
    #expect(try store.pendingCalculations().map(\.calculation.id) == [3])
    #expect(try store.iterationRecords().first { $0.endedAt == nil }?.number == 1 && store.campaign().end == nil)
    #expect(try store.declines().map(\.revokedAt) == [Sample.start + 300])
    #expect(throws: StoreError.self) { try store.revokeDecline(of: 3) }
    try store.decline(3, at: Sample.start + 400)
    #expect(try store.declines().map(\.declinedAt) == [Sample.start + 200, Sample.start + 400])
  }

  @Test(arguments: [
    ("UPDATE decline SET reason = 'Another.'", "revoked"), ("DELETE FROM decline", "never removed"),
    ("UPDATE calculation SET state = 'pending', endedAt = NULL, wallSeconds = NULL WHERE id = 3", "never changed"),
    ("UPDATE calculation SET state = 'succeeded' WHERE id = 3", "never changed"),
    ("INSERT INTO decline VALUES (3, '2026-11-23T03:10:00.000Z', NULL, NULL)", "Only a pending calculation"),
  ])
  func theSchemaKeepsTheRules(statement: String, rule: String) throws {
    try store.decline(3)
    let error = #expect(throws: DatabaseError.self) { try store.database.write { try $0.execute(sql: statement) } }
    #expect(error?.description.contains(rule) == true, "\(error?.description ?? "")")
  }
}
