import Stores
import Testing

/// A database as the fifth version of the schema has it: six molecules that xtb calculated, with transfer, and five that were
/// told: a value that was withdrawn, one that was corrected, a failure that was withdrawn, a value and a failure that stand.
@Suite struct MigrationFromVersion5Tests {
  let old: OldDatabase

  init() throws { old = try OldDatabase(version: 5) }

  @Test func isBroughtUpToDateWithEveryRowAsItWas() throws {
    let queries = [
      "SELECT json_array(calculation, property, value, uncertainty) FROM observation ORDER BY calculation, property",
      "SELECT json_array(id, calculator, failureClass, failureMessage, notes, geometry) FROM calculation ORDER BY id",
      "SELECT json_array(iteration, property, rank, weight) FROM transfer ORDER BY iteration, property, rank",
      "SELECT json_array(id, calculation, property, value, reason) FROM withdrawal ORDER BY id",
      "SELECT json_array(number, policy, proposalCount, designedAt, endedAt) FROM iteration ORDER BY number",
      "SELECT json_array(component, version) FROM version ORDER BY component",
    ]
    let before = try old.lines(queries)
    #expect(before.map(\.count) == [38, 11, 18, 2, 4, 7])
    let store = try CampaignStore.open(at: old.path)
    #expect(try queries.map { try store.database.lines($0) } == before)
    try old.expectUpToDate(store)
  }

  @Test func whatWasWithdrawnWholeNoLongerPassesForASuccess() throws {
    let store = try CampaignStore.open(at: old.path)
    #expect(try store.calculations(state: .withdrawn).map(\.calculation.id) == [7, 9])
    #expect(try store.calculations(state: .failed).map(\.calculation.id) == [11])
    // The corrected value stands.
    #expect(try store.observations(of: "gap").filter { $0.calculation == 8 }.map(\.value) == [8.5])
  }

  @Test func theFileTextTheVersionsAndTheProtocolsAreKept() throws {
    let text = try old.lines(["SELECT specification FROM campaign"])[0]
    let store = try CampaignStore.open(at: old.path)
    #expect(try store.specifications().map(\.text) == text)
    #expect(try store.specifications().allSatisfy { $0.iteration == 0 && $0.settings == nil })
    #expect(try store.campaign().specification == text[0])
    #expect(try store.versions().contains(VersionRecord(component: "xtb", version: "6.5.1")))
    let protocols = try store.protocols()
    #expect(protocols.map(\.programVersion) == ["6.5.1", ""] && protocols.map(\.rdkitVersion) == ["2022.09.3", ""])
    #expect(protocols.allSatisfy { !$0.json.contains("summary") && !$0.summary.isEmpty })
  }

  @Test func isReadAndLookedAtWithoutBeingChanged() throws {
    let before = try old.contents()
    #expect(try CampaignStore.openReadOnly(at: old.path).calculations(state: .withdrawn).count == 2)
    let store = try CampaignStore.openUnchanged(at: old.path)
    #expect(try store.specifications().count == 1)
    try store.close()
    #expect(try old.contents() == before)
  }

  @Test func protocolsThatDifferedByTheirSentenceAreOne() throws {
    let trigger = try old.lines(["SELECT sql FROM sqlite_schema WHERE name = 'outcomeIsFinal'"])[0][0]
    try old.change(
      """
      INSERT INTO protocol SELECT 3, name, version, json_set(json, '$.summary', 'Other words.'), 'Other words.' FROM protocol
      WHERE id = 1;
      DROP TRIGGER outcomeIsFinal;
      UPDATE calculation SET protocol = 3 WHERE id IN (5, 6);
      \(trigger)
      """)
    let store = try CampaignStore.open(at: old.path)
    #expect(try store.protocols().map(\.id) == [1, 2])
    #expect(try store.calculations().prefix(6).map(\.calculation.protocol) == [1, 1, 1, 1, 1, 1])
  }
}
