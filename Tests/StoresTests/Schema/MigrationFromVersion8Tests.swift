import Stores
import Testing

/// A database of the eighth version: a small campaign on tables with a screen, confirmations and a failure, which did not
/// say where programs ran, nor what was predicted of molecules that are left out.
@Suite struct MigrationFromVersion8Tests {
  let old: OldDatabase

  init() throws { old = try OldDatabase(version: 8) }

  private let queries = [
    "SELECT json_array(calculation, property, value, uncertainty) FROM observation ORDER BY calculation, property",
    "SELECT json_array(id, calculator, state, protocol, notes) FROM calculation ORDER BY id",
    """
    SELECT json_array(calculation, number, step, commandLine, termination, exitStatus, startedAt, wallSeconds, failureClass)
    FROM attempt ORDER BY calculation, number
    """,
    """
    SELECT json_array(calculation, number, step, commandLine, termination, exitStatus, startedAt, wallSeconds, failureClass)
    FROM extraAttempt ORDER BY calculation, number
    """,
    "SELECT json_array(iteration, calculator, protocol, moleculeLimit, isDropped, weight) FROM screen ORDER BY iteration",
    "SELECT json_array(id, role, iteration, molecule, calculator, protocol, state) FROM extraCalculation ORDER BY id",
    "SELECT json_array(calculation, property, value) FROM extraObservation ORDER BY calculation, property",
    "SELECT json_array(iteration, property, observationCount, noise, leaveOneOutRMSE) FROM fit ORDER BY iteration, property",
    "SELECT json_array(number, policy, proposalCount, pending, designedAt, endedAt) FROM iteration ORDER BY number",
    "SELECT json_array(onlyRow, name, seed, createdAt, endedAt, endReason, endMessage) FROM campaign",
  ]

  @Test func isBroughtUpToDateWithEveryRowAsItWas() throws {
    let before = try old.lines(queries)
    #expect(before.map(\.count) == [10, 14, 14, 21, 2, 21, 21, 2, 3, 1])
    let store = try CampaignStore.open(at: old.path)
    #expect(try queries.map { try store.database.lines($0) } == before)
    try old.expectUpToDate(store)
  }

  @Test func whereProgramsRanAndWhatWasLeftOutIsNotKnown() throws {
    let store = try CampaignStore.open(at: old.path)
    let attempts = try store.molecules().flatMap { try store.history(ofMolecule: $0.id)?.attempts ?? [] }
    #expect(!attempts.isEmpty && attempts.allSatisfy { $0.machine == nil })
    #expect(try store.fits().allSatisfy { try store.leaveOneOut(of: $0.iteration).isEmpty })
  }

  @Test func isReadWithoutBeingChanged() throws {
    let before = try old.contents()
    let store = try CampaignStore.openReadOnly(at: old.path)
    #expect(try store.leaveOneOut(of: 1).isEmpty && !store.fits().isEmpty)
    #expect(try old.contents() == before)
  }
}
