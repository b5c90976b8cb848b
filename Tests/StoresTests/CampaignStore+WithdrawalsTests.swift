import Foundation
import GRDB
import Stores
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
    // No value is left.
    #expect(try store.calculations(state: .withdrawn).map(\.calculation.id) == [1])
    #expect(try store.iterations()[0].succeededCount == 0)
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
