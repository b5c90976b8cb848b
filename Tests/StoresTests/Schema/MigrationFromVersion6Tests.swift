import Stores
import Testing

/// The database of the fifth version, as the sixth version of the schema has it: no fit weighed several models.
@Suite struct MigrationFromVersion6Tests {
  let old: OldDatabase

  init() throws { old = try OldDatabase(version: 6) }

  @Test func isBroughtUpToDateWithEveryRowAsItWas() throws {
    let queries = [
      "SELECT json_array(calculation, property, value, uncertainty) FROM observation ORDER BY calculation, property",
      "SELECT json_array(id, calculator, state, protocol, notes) FROM calculation ORDER BY id",
      """
      SELECT json_array(iteration, property, rank, sources, parts, weight, logWeight, failure) FROM transfer
      ORDER BY iteration, property, rank
      """,
      "SELECT json_array(iteration, property, observationCount, noise) FROM fit ORDER BY iteration, property",
    ]
    let before = try old.lines(queries)
    #expect(before.map(\.count) == [38, 11, 18, 2])
    let store = try CampaignStore.open(at: old.path)
    #expect(try queries.map { try store.database.lines($0) } == before)
    #expect(try store.transfers(of: 1).allSatisfy { $0.model == nil })
    #expect(try store.modelWeights().isEmpty)
    try old.expectUpToDate(store)
  }

  @Test func isReadWithoutBeingChanged() throws {
    let before = try old.contents()
    let store = try CampaignStore.openReadOnly(at: old.path)
    #expect(try !store.transfers(of: 1).isEmpty && store.modelWeights().isEmpty)
    #expect(try old.contents() == before)
  }
}
