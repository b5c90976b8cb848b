import Stores
import Testing

/// The database of the fifth version, as the sixth version of the schema has it: no fit weighed several models, and no
/// probability of success was predicted.
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
      """
      SELECT json_array(iteration, molecule, rank, acquisition, acquisitionWhenChosen, decision, reason, parent, move,
        position)
      FROM candidate ORDER BY iteration, molecule
      """,
      """
      SELECT json_array(iteration, molecule, property, mean, standardDeviation) FROM prediction
      ORDER BY iteration, molecule, property
      """,
      "SELECT json_array(number, policy, proposalCount, pending, designedAt, endedAt) FROM iteration ORDER BY number",
      "SELECT json_array(onlyRow, name, seed, createdAt, endedAt, endReason, endMessage) FROM campaign",
    ]
    let before = try old.lines(queries)
    #expect(before.map(\.count) == [38, 11, 18, 2, 264, 12, 4, 1])
    let store = try CampaignStore.open(at: old.path)
    #expect(try queries.map { try store.database.lines($0) } == before)
    #expect(try store.transfers(of: 1).allSatisfy { $0.model == nil })
    #expect(try store.fittedWays().allSatisfy { $0.transfer.model == nil && $0.transfer.coordinates == nil })
    try old.expectUpToDate(store)
  }

  @Test func nothingIsKnownOfTheSuccessOrTheGainThatWasExpectedThen() throws {
    let store = try CampaignStore.open(at: old.path)
    #expect(try store.expectedGains().isEmpty)
    for iteration in 1...2 {
      let candidates = try store.candidates(of: iteration)
      #expect(!candidates.isEmpty && candidates.allSatisfy { $0.candidate.successProbability == nil })
      #expect(try store.success(of: iteration) == nil)
    }
    #expect(try store.referencePoints().isEmpty)
  }

  @Test func isReadWithoutBeingChanged() throws {
    let before = try old.contents()
    let store = try CampaignStore.openReadOnly(at: old.path)
    #expect(try !store.transfers(of: 1).isEmpty && store.fittedWays().allSatisfy { $0.transfer.coordinates == nil })
    #expect(try store.success(of: 1) == nil && store.referencePoints().isEmpty)
    #expect(try old.contents() == before)
  }
}
