import Stores
import Testing

/// A database as the sixth version of the schema has it: nine molecules of a table, four of which failed, in an iteration
/// drawn at random and one designed by a surrogate.
@Suite struct MigrationFromVersion6Tests {
  let old: OldDatabase

  init() throws { old = try OldDatabase(version: 6) }

  @Test func isBroughtUpToDateWithEveryRowAsItWas() throws {
    let queries = [
      """
      SELECT json_array(iteration, molecule, rank, acquisition, acquisitionWhenChosen, decision, reason, parent, move, position)
      FROM candidate ORDER BY iteration, molecule
      """,
      "SELECT json_array(iteration, molecule, property, mean, standardDeviation) FROM prediction ORDER BY molecule",
      "SELECT json_array(id, state, failureClass, failureMessage) FROM calculation ORDER BY id",
      "SELECT json_array(number, policy, proposalCount, pending, designedAt, endedAt) FROM iteration ORDER BY number",
    ]
    let before = try old.lines(queries)
    #expect(before.map(\.count) == [14, 6, 9, 2])
    let store = try CampaignStore.open(at: old.path)
    #expect(try queries.map { try store.database.lines($0) } == before)
    try old.expectUpToDate(store)
  }

  @Test func nothingIsKnownOfTheSuccessThatWasExpectedThen() throws {
    let store = try CampaignStore.open(at: old.path)
    #expect(try store.candidates(of: 1).count == 8)
    #expect(try store.candidates(of: 1).allSatisfy { $0.candidate.successProbability == nil })
    #expect(try store.success(of: 1) == nil)
  }

  @Test func isReadWithoutBeingChanged() throws {
    let before = try old.contents()
    #expect(try CampaignStore.openReadOnly(at: old.path).calculations(state: .failed).count == 4)
    #expect(try old.contents() == before)
  }
}
