import Stores
import Testing

/// A database of the seventh version: a small campaign on a table with two goals, some failures and weighed models, which
/// had neither a screen nor confirmations.
@Suite struct MigrationFromVersion7Tests {
  let old: OldDatabase

  init() throws { old = try OldDatabase(version: 7) }

  private let queries = [
    "SELECT json_array(calculation, property, value, uncertainty) FROM observation ORDER BY calculation, property",
    "SELECT json_array(id, calculator, state, protocol, notes) FROM calculation ORDER BY id",
    """
    SELECT json_array(iteration, property, rank, model, sources, parts, weight, logWeight, failure) FROM transfer
    ORDER BY iteration, property, rank
    """,
    "SELECT json_array(iteration, property, observationCount, noise) FROM fit ORDER BY iteration, property",
    """
    SELECT json_array(iteration, molecule, rank, acquisition, acquisitionWhenChosen, decision, reason, parent, move,
      position, successProbability)
    FROM candidate ORDER BY iteration, molecule
    """,
    "SELECT json_array(iteration, successCount, failureCount, baseRate) FROM success ORDER BY iteration",
    "SELECT json_array(iteration, kind, mean, lower, upper) FROM expectedGain ORDER BY iteration",
    "SELECT json_array(iteration, objective, value, isStated) FROM referencePoint ORDER BY iteration, objective",
    "SELECT json_array(number, policy, proposalCount, pending, designedAt, endedAt) FROM iteration ORDER BY number",
    "SELECT json_array(onlyRow, name, seed, createdAt, endedAt, endReason, endMessage) FROM campaign",
  ]

  @Test func isBroughtUpToDateWithEveryRowAsItWas() throws {
    let before = try old.lines(queries)
    #expect(before.map(\.count) == [34, 22, 24, 4, 43, 2, 2, 4, 3, 1])
    let store = try CampaignStore.open(at: old.path)
    #expect(try queries.map { try store.database.lines($0) } == before)
    try old.expectUpToDate(store)
  }

  @Test func nothingWasScreenedOrConfirmedThen() throws {
    let store = try CampaignStore.open(at: old.path)
    #expect(try store.screens().isEmpty)
    for role in ExtraRole.allCases {
      #expect(try store.extraCalculations(role).isEmpty && store.extraCost(role).ended == 0)
    }
  }

  @Test func isReadWithoutBeingChanged() throws {
    let before = try old.contents()
    let store = try CampaignStore.openReadOnly(at: old.path)
    #expect(try store.screens().isEmpty && store.expectedGains().count == 2)
    #expect(try old.contents() == before)
  }
}
