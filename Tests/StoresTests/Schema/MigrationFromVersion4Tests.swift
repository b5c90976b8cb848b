import Stores
import Testing

/// A database as the fourth version of the schema has it: four molecules that xtb calculated, and two that were told, the last
/// of them as failed.
@Suite struct MigrationFromVersion4Tests {
  let old: OldDatabase

  init() throws { old = try OldDatabase(version: 4) }

  @Test func isBroughtUpToDateWithEveryRowAsItWas() throws {
    let queries = [
      "SELECT json_array(calculation, property, value, uncertainty) FROM observation ORDER BY calculation, property",
      "SELECT json_array(id, state, calculator, failureClass, failureMessage) FROM calculation ORDER BY id",
      "SELECT json_array(iteration, property, rank, weight) FROM transfer ORDER BY iteration, property, rank",
    ]
    let before = try old.lines(queries)
    #expect(before[1].count == 6 && !before[0].isEmpty)
    let store = try CampaignStore.open(at: old.path)
    #expect(try queries.map { try store.database.lines($0) } == before)
    #expect(try store.withdrawnFailures().isEmpty)
    try old.expectUpToDate(store)
  }

  @Test func aToldFailureCanBeWithdrawn() throws {
    let store = try CampaignStore.open(at: old.path)
    let withdrawn = try store.withdrawFailure(of: 6, reason: "Another substance.")
    #expect(withdrawn.calculation == 6)
    #expect(try store.failures().isEmpty && store.withdrawnFailures().count == 1)
    #expect(try store.campaign().end == nil)
  }
}
