import Stores
import Testing

/// A database as the second version of the schema has it: two molecules that were told, one of them as failed, and four
/// that xtb calculated.
@Suite struct MigrationFromVersion2Tests {
  let old: OldDatabase

  init() throws { old = try OldDatabase(version: 2) }

  @Test func isBroughtUpToDateWithEveryRowAsItWas() throws {
    let queries = [
      "SELECT json_array(calculation, property, value, uncertainty) FROM observation ORDER BY calculation, property",
      "SELECT json_array(id, state, calculator, notes) FROM calculation ORDER BY id",
    ]
    let before = try old.lines(queries)
    #expect(before.map(\.count) == [25, 6])
    let store = try CampaignStore.open(at: old.path)
    #expect(try queries.map { try store.database.lines($0) } == before)
    #expect(try store.withdrawals().isEmpty)
    try old.expectUpToDate(store)
  }

  @Test func whatWasToldCanBeWithdrawn() throws {
    let store = try CampaignStore.open(at: old.path)
    let withdrawals = try store.withdraw(["gap"], of: 1, reason: "Another substance.")
    #expect(withdrawals.map(\.value) == [7.5] && withdrawals.map(\.uncertainty) == [0.25])
    #expect(try store.observations().count == 24)
    #expect(try store.campaign().end == nil)
  }

  @Test func isReadWithoutBeingChanged() throws {
    let before = try old.contents()
    let store = try CampaignStore.openReadOnly(at: old.path)
    #expect(try store.withdrawals().isEmpty)
    #expect(try store.observations().count == 25)
    #expect(try old.contents() == before)
  }
}
