import CampaignStore
import Foundation
import GRDB
import Testing

@Suite struct CampaignStoreWithdrawalsTests {
  let folder: TemporaryFolder
  let store: CampaignStore
  private let byHand = ProtocolEntry(name: "by-hand", version: 1, json: #"{"name":"by-hand"}"#, summary: "measured")

  /// Calculation 1, benzene, has a gap of 4.75 ± 0.125 and a dipole of 0.
  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
  }

  @Test func aValueLeavesTheObservationsAndIsKeptWithItsReason() throws {
    let withdrawals = try store.withdraw(["gap"], of: 1, reason: "A slip of the pen.", at: Sample.start)
    #expect(
      withdrawals == [
        WithdrawalRecord(
          id: 1, calculation: 1, property: "gap", value: 4.75, uncertainty: 0.125, reason: "A slip of the pen.",
          withdrawnAt: Sample.start)
      ])
    #expect(try store.withdrawals() == withdrawals)
    #expect(try store.observations().map(\.property) == ["dipole"])
    #expect(try store.withdraw(["dipole"], of: 1).map(\.id) == [2])
    #expect(try store.withdrawals().map(\.reason) == ["A slip of the pen.", nil])
  }

  @Test func allOrNothingIsWithdrawn() throws {
    let before = try store.dumpRows(ignoringTimes: false)
    for (properties, calculation) in [(["gap", "energy"], 1), (["gap", "gap"], 1), (["gap"], 2), (["gap"], 9)] {
      #expect(throws: StoreError.self) { try store.withdraw(properties, of: calculation) }
    }
    #expect(try store.dumpRows(ignoringTimes: false) == before)
  }

  @Test func anotherValueTakesThePlaceOfAWithdrawnOneOnly() throws {
    func correct(_ property: String) throws {
      try store.recordTold(
        [], corrections: [(calculation: 1, observations: [ObservationEntry(property: property, value: 5)])],
        calculator: "told", protocol: byHand)
    }
    #expect(throws: StoreError.self) { try correct("gap") }
    try store.withdraw(["gap"], of: 1)
    #expect(throws: StoreError.self) { try correct("dipole") }
    try correct("gap")
    #expect(try store.observations(of: "gap").map(\.value) == [5])
    #expect(throws: StoreError.self) { try correct("gap") }
    // Taken back once more: both are kept.
    try store.withdraw(["gap"], of: 1)
    #expect(try store.withdrawals().map(\.value) == [4.75, 5])
  }

  @Test func aCampaignThatHasEndedIsOpenAgain() throws {
    try store.endCampaign(.budget, message: "All is done.")
    try store.withdraw(["gap"], of: 1)
    #expect(try store.campaign().end == nil)
    try store.endCampaign(.budget, message: "All is done.")
    let entry = ToldEntry(
      molecule: Sample.ethanol,
      outcome: .succeeded(ResultEntry(observations: [ObservationEntry(property: "gap", value: 8)])), reason: "Told.")
    let corrections = [(calculation: 1, observations: [ObservationEntry(property: "gap", value: 5)])]
    #expect(throws: StoreError.campaignEnded(path: store.path)) {
      try store.recordTold([entry], corrections: corrections, calculator: "told", protocol: byHand)
    }
    #expect(try store.observations(of: "gap").isEmpty)
    try store.recordTold([], corrections: corrections, calculator: "told", protocol: byHand)
    #expect(try store.campaign().end == nil)
  }

  @Test func aFailureIsWithdrawnAndTakesAValue() throws {
    let failed = try #require(try store.failures().first).calculation
    try store.endCampaign(.budget, message: "All is done.")
    let withdrawn = try store.withdrawFailure(of: failed.id, reason: "The wrong line.", at: Sample.start)
    #expect(withdrawn.failureMessage == failed.failureMessage && withdrawn.reason == "The wrong line.")
    #expect(try store.withdrawnFailures() == [withdrawn])
    let now = try #require(try store.calculations().first { $0.calculation.id == failed.id }).calculation
    #expect(now.state == .succeeded && now.failure == nil && now.endedAt == failed.endedAt)
    #expect(try store.failures().isEmpty)
    #expect(try store.campaign().end == nil)
    let correction = (calculation: failed.id, observations: [ObservationEntry(property: "gap", value: 5)])
    try store.recordTold([], corrections: [correction], calculator: "told", protocol: byHand)
    #expect(try store.observations(of: "gap").map(\.value) == [4.75, 5])
    #expect(throws: StoreError.self) {
      try store.recordTold([], corrections: [correction], calculator: "told", protocol: byHand)
    }
    // Once, and only what has failed.
    for calculation in [failed.id, 1, 3, 9] {
      #expect(throws: StoreError.self) { try store.withdrawFailure(of: calculation) }
    }
  }

  @Test(arguments: [
    (
      "UPDATE calculation SET state = 'succeeded', failureClass = NULL, failureMessage = NULL, evidence = NULL WHERE id = 2",
      "never changed"
    ),
    (
      "INSERT INTO withdrawnFailure VALUES (1, 'unknown', 'It fell.', '', NULL, '2026-11-23T03:10:00.000Z')",
      "Only a failure that stands"
    ),
    (
      "INSERT INTO withdrawnFailure SELECT id, failureClass, failureMessage, evidence, '', endedAt FROM calculation WHERE id = 2",
      "reason <> ''"
    ),
  ])
  func theSchemaKeepsTheRulesOfFailures(statement: String, rule: String) throws {
    let error = #expect(throws: DatabaseError.self) { try store.database.write { try $0.execute(sql: statement) } }
    #expect(error?.description.contains(rule) == true, "\(error?.description ?? "")")
  }

  @Test func aWithdrawnFailureStaysAsItIs() throws {
    try store.withdrawFailure(of: 2)
    for statement in [
      "UPDATE withdrawnFailure SET reason = 'Another.'", "DELETE FROM withdrawnFailure",
      "UPDATE calculation SET notes = 'x' WHERE id = 2",
    ] {
      #expect(throws: DatabaseError.self) { try store.database.write { try $0.execute(sql: statement) } }
    }
  }

  @Test(arguments: [
    ("DELETE FROM observation", "never removed but by a withdrawal"),
    (
      "INSERT INTO withdrawal VALUES (9, 1, 'gap', 4, 0.125, NULL, '2026-11-23T03:10:00.000Z')",
      "Only a value that stands"
    ),
    (
      "INSERT INTO withdrawal VALUES (9, 1, 'gap', 4.75, NULL, NULL, '2026-11-23T03:10:00.000Z')",
      "Only a value that stands"
    ),
    (
      "INSERT INTO withdrawal VALUES (9, 1, 'gap', 4.75, 0.125, '', '2026-11-23T03:10:00.000Z')", "reason <> ''"
    ),
    ("INSERT INTO withdrawal VALUES (9, 1, 'gap', 4.75, 0.125, NULL, 'yesterday')", "withdrawnAt"),
    ("UPDATE withdrawal SET reason = 'Another.'", "never changed"), ("DELETE FROM withdrawal", "never removed"),
  ])
  func theSchemaKeepsTheRules(statement: String, rule: String) throws {
    try store.withdraw(["dipole"], of: 1)
    let error = #expect(throws: DatabaseError.self) { try store.database.write { try $0.execute(sql: statement) } }
    #expect(error?.description.contains(rule) == true, "\(error?.description ?? "")")
  }
}
