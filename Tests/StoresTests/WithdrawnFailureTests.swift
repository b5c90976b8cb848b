import Foundation
import GRDB
import Stores
import Testing

/// Failures that people told and take back.
@Suite struct WithdrawnFailureTests {
  let folder: TemporaryFolder
  let store: CampaignStore
  /// The calculation that stands for what was told of acetate: that it failed.
  let told: CalculationRecord
  private let byHand = ProtocolEntry(name: "by-hand", version: 1, json: #"{"name":"by-hand"}"#, summary: "measured")

  /// Calculation 2, pyridine, failed in xtb.
  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
    let entry = ToldEntry(molecule: Sample.acetate, outcome: .failed(Sample.failure), reason: "Told.")
    told = try #require(
      try store.recordTold([entry], calculator: "told", protocol: byHand, at: Sample.start + 200).first
    ).calculation
  }

  private func now() throws -> CalculationRecord? {
    try store.calculations().map(\.calculation).first { $0.id == told.id }
  }

  /// Gives the calculation a gap of 5.
  private func tellValue() throws {
    try store.recordTold(
      [], corrections: [(told.id, [ObservationEntry(property: "gap", value: 5)])], calculator: "told", protocol: byHand)
  }

  private func tellFailure(_ message: String, at time: Date) throws {
    let failure = FailureRecord(failureClass: "input", message: message, evidence: "")
    try store.recordTold(
      [], failuresAnew: [(told.id, failure)], calculator: "told", protocol: byHand, at: time)
  }

  @Test func leavesRoomForAValue() throws {
    try store.endCampaign(.budget, message: "All is done.")
    let withdrawn = try store.withdrawFailure(of: told.id, reason: "The wrong line.", at: Sample.start + 300)
    #expect(
      withdrawn
        == WithdrawnFailureRecord(
          calculation: told.id, Sample.failure, toldAt: Sample.start + 200, reason: "The wrong line.",
          withdrawnAt: Sample.start + 300))
    #expect(try store.withdrawnFailures() == [withdrawn])
    let now = try #require(try now())
    #expect(now.state == .withdrawn && now.failure == nil && now.endedAt == told.endedAt)
    #expect(try store.failures().map(\.calculation.id) == [2])
    #expect(try store.campaign().end == nil)
    try tellValue()
    #expect(try store.observations(of: "gap").map(\.value) == [4.75, 5])
    #expect(throws: StoreError.self) { try tellValue() }
    // Once, and only what has failed.
    for calculation in [told.id, 1, 3, 9] {
      #expect(throws: StoreError.self) { try store.withdrawFailure(of: calculation) }
    }
  }

  @Test func mayBeToldAnewAndWithdrawnOnceMore() throws {
    #expect(throws: StoreError.self) { try tellFailure("It stands already.", at: Sample.start + 250) }
    try store.withdrawFailure(of: told.id, at: Sample.start + 300)
    try store.endCampaign(.budget, message: "All is done.")
    try tellFailure("It is an oil.", at: Sample.start + 400)
    #expect(try store.campaign().end == nil)
    let failed = try #require(try now())
    #expect(failed.state == .failed && failed.failureMessage == "It is an oil.")
    #expect(failed.endedAt == Sample.start + 400 && failed.wallSeconds == told.wallSeconds)
    // It is a failure again, which takes no value.
    #expect(throws: StoreError.self) { try tellValue() }
    try store.withdrawFailure(of: told.id, at: Sample.start + 500)
    #expect(try store.withdrawnFailures().map(\.toldAt) == [Sample.start + 200, Sample.start + 400])
    #expect(
      try store.withdrawnFailures().map(\.failureMessage) == [Sample.failure.message, "It is an oil."])
    try tellValue()
    #expect(throws: StoreError.self) { try tellFailure("It has a value.", at: Sample.start + 600) }
    // The value taken back, it may be a failure after all.
    try store.withdraw(["gap"], of: told.id)
    try tellFailure("It was another flask.", at: Sample.start + 700)
    #expect(try now()?.failureMessage == "It was another flask.")
  }

  @Test func isNeverOneThatAProgramFound() throws {
    let before = try store.dumpRows(ignoringTimes: false)
    let error = #expect(throws: StoreError.self) { try store.withdrawFailure(of: 2) }
    guard case .refused = error else {
      Issue.record("\(String(describing: error)) is not .refused")
      return
    }
    #expect(error?.description.contains("Only a failure that people told") == true)
    #expect(throws: StoreError.self) {
      try store.recordTold([], failuresAnew: [(1, Sample.failure)], calculator: "told", protocol: byHand)
    }
    #expect(try store.dumpRows(ignoringTimes: false) == before)
  }

  @Test(arguments: [
    (
      "UPDATE calculation SET state = 'succeeded', failureClass = NULL, failureMessage = NULL, evidence = NULL WHERE id = 4",
      "never changed"
    ),
    (
      "UPDATE calculation SET state = 'failed', failureClass = 'input', failureMessage = 'x', evidence = '' WHERE id = 1",
      "never changed"
    ),
    (
      "INSERT INTO withdrawnFailure VALUES (1, '2026-11-23T03:10:00.000Z', 'unknown', 'It fell.', '', NULL, '2026-11-23T03:10:00.000Z')",
      "Only a failure that people told"
    ),
    (
      "INSERT INTO withdrawnFailure SELECT id, endedAt, failureClass, failureMessage, evidence, NULL, endedAt FROM calculation WHERE id = 2",
      "Only a failure that people told"
    ),
    (
      "INSERT INTO withdrawnFailure SELECT id, '2026-11-23T03:10:00.000Z', failureClass, failureMessage, evidence, NULL, endedAt FROM calculation WHERE id = 4",
      "Only a failure that people told"
    ),
    (
      "INSERT INTO withdrawnFailure SELECT id, endedAt, failureClass, failureMessage, evidence, '', endedAt FROM calculation WHERE id = 4",
      "reason <> ''"
    ),
  ])
  func theSchemaKeepsTheRules(statement: String, rule: String) throws {
    let error = #expect(throws: DatabaseError.self) { try store.database.write { try $0.execute(sql: statement) } }
    #expect(error?.description.contains(rule) == true, "\(error?.description ?? "")")
  }

  /// Also by one withdrawal no second failure is undone, and the same telling is not withdrawn twice.
  @Test func staysAsItIs() throws {
    try store.withdrawFailure(of: told.id, at: Sample.start + 300)
    var statements = [
      "UPDATE withdrawnFailure SET reason = 'Another.'", "DELETE FROM withdrawnFailure",
      "UPDATE calculation SET notes = 'x' WHERE id = 4",
      "UPDATE calculation SET endedAt = '2026-11-23T03:10:00.000Z' WHERE id = 4",
      // At the time of the failure that was withdrawn.
      "UPDATE calculation SET state = 'failed', failureClass = 'a', failureMessage = 'b', evidence = '' WHERE id = 4",
    ]
    func expectRefusals() {
      for statement in statements {
        #expect(throws: DatabaseError.self, "\(statement)") {
          try store.database.write { try $0.execute(sql: statement) }
        }
      }
    }
    expectRefusals()
    try tellFailure("It is an oil.", at: Sample.start + 400)
    statements = [
      "UPDATE calculation SET state = 'succeeded', failureClass = NULL, failureMessage = NULL, evidence = NULL WHERE id = 4",
      "UPDATE calculation SET failureMessage = 'Another.' WHERE id = 4",
    ]
    expectRefusals()
  }
}
