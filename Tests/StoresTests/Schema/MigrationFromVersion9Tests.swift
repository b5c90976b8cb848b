import Stores
import Testing

/// A database of the ninth version: a small campaign whose calculator failed for molecules with sulfur, which did not say what
/// explains the failures.
@Suite struct MigrationFromVersion9Tests {
  let old: OldDatabase

  init() throws { old = try OldDatabase(version: 9) }

  private let queries = [
    "SELECT json_array(calculation, property, value, uncertainty) FROM observation ORDER BY calculation, property",
    "SELECT json_array(id, calculator, state, protocol, failureClass, notes) FROM calculation ORDER BY id",
    """
    SELECT json_array(calculation, number, commandLine, termination, exitStatus, startedAt, wallSeconds, machine)
    FROM attempt ORDER BY calculation, number
    """,
    """
    SELECT json_array(iteration, successCount, failureCount, baseRate, outputScale, logMarginalLikelihood)
    FROM success ORDER BY iteration
    """,
    "SELECT json_array(iteration, property, hex(predictions)) FROM leaveOneOut ORDER BY iteration, property",
    "SELECT json_array(iteration, property, observationCount, noise, leaveOneOutRMSE) FROM fit ORDER BY iteration, property",
    "SELECT json_array(number, policy, proposalCount, pending, designedAt, endedAt) FROM iteration ORDER BY number",
    "SELECT json_array(onlyRow, name, seed, createdAt, endedAt, endReason, endMessage) FROM campaign",
  ]

  @Test func isBroughtUpToDateWithEveryRowAsItWas() throws {
    let before = try old.lines(queries)
    #expect(before.map(\.count) == [14, 20, 20, 2, 2, 2, 3, 1])
    let store = try CampaignStore.open(at: old.path)
    #expect(try queries.map { try store.database.lines($0) } == before)
    try old.expectUpToDate(store)
  }

  @Test func whatExplainsTheFailuresIsNotKnown() throws {
    let store = try CampaignStore.open(at: old.path)
    let success = try #require(try store.success(of: 2))
    #expect(success.failureCount == 6 && success.outputScale != nil && success.explanation == nil)
  }

  @Test func isReadWithoutBeingChanged() throws {
    let before = try old.contents()
    let store = try CampaignStore.openReadOnly(at: old.path)
    #expect(try store.success(of: 2)?.failureCount == 6)
    #expect(try old.contents() == before)
  }
}
