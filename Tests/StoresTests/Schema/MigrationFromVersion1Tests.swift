import Foundation
import Stores
import Testing

/// A database as the first version of Cohobate left it: eight molecules, calculated by xtb.
@Suite struct MigrationFromVersion1Tests {
  let old: OldDatabase

  init() throws { old = try OldDatabase(version: 1) }

  /// What is expected of a store that was the old one.
  private func expectAllThatWasThere(in store: CampaignStore) throws {
    let calculations = try store.calculations().map(\.calculation)
    #expect(calculations.map(\.state) == Array(repeating: .succeeded, count: 8))
    #expect(calculations.allSatisfy { $0.protocol == 1 && !$0.isReused && $0.changes == nil && $0.notes == nil })
    let summary = "GFN2-xTB, normal optimisation, 2 conformers, gas phase"
    let json = #"{"schema":1,"summary":"\#(summary)"}"#
    #expect(
      try store.protocols()
        == [
          ProtocolRecord(
            id: 1,
            ProtocolEntry(
              name: "unrecorded", version: 0, json: json, summary: summary, programVersion: "6.5.1",
              rdkitVersion: "2022.09.3"))
        ])
    let attempts = try store.attempts(of: 2)
    #expect(attempts.map(\.step) == ["calculate", "calculate"])
    #expect(attempts.allSatisfy { $0.conformer == nil && $0.changes == nil })
    #expect(try store.observations().count == 48)
    #expect(try store.observations(of: "gap").compactMap(\.uncertainty).count == 1)
    #expect(try store.properties().allSatisfy { $0.source.isEmpty })
    #expect(try store.campaign().end?.reason == .budget)
    try old.expectWhole(store)
  }

  @Test func isBroughtUpToDateWithAllThatItHolds() throws {
    let store = try CampaignStore.open(at: old.path)
    try expectAllThatWasThere(in: store)
    try old.expectUpToDate(store)
  }

  @Test func isGoneOnWith() throws {
    let store = try CampaignStore.open(at: old.path)
    try store.reopenCampaign(specification: "name: old\n")
    let batch = try store.recordDesign(
      IterationRecord(number: 3, policy: .random, proposalCount: 1, invalidCount: 0, designedAt: Sample.start),
      candidates: [
        CandidateEntry(molecule: Sample.phenol, rank: 1, decision: .chosen, reason: "Why.", move: "corpus", position: 1)
      ], calculator: "xtb", protocol: Sample.gfn2)
    #expect(batch.map(\.calculation.protocol) == [2])
    #expect(try store.specifications().map(\.iteration) == [0, 3])
    #expect(try store.iterationRecords().first { $0.endedAt == nil }?.number == 3)
  }

  @Test func isReadWithoutBeingChanged() throws {
    let before = try old.contents()
    let store = try CampaignStore.openReadOnly(at: old.path)
    try expectAllThatWasThere(in: store)
    #expect(try old.contents() == before)
  }

  /// Its migrations would fail by constraints, which say nothing of the damage.
  @Test func isCalledDamagedWhereItIs() throws {
    let whole = try old.contents()
    var errors: [StoreError] = []
    for page in 2..<(whole.count / 4096) {
      var bytes = whole
      bytes.replaceSubrange((page * 4096)..<((page + 1) * 4096), with: whole[4096..<8192])
      for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: old.path + ending) }
      try bytes.write(to: URL(filePath: old.path))
      do throws(StoreError) {
        try CampaignStore.openUnchanged(at: old.path).close()
      } catch {
        errors.append(error)
      }
    }
    #expect(!errors.isEmpty)
    for error in errors {
      switch error {
      case .damaged, .empty, .notCampaign: break
      default: Issue.record("\(error)")
      }
    }
  }

  @Test func isLookedAtWithoutBeingChanged() throws {
    let before = try old.contents()
    #expect(try CampaignStore.exists(at: old.path))
    let store = try CampaignStore.openUnchanged(at: old.path)
    #expect(try store.campaign().name == "old")
    #expect(try store.versions().contains { $0.component == "xtb" })
    try store.close()
    #expect(try old.contents() == before)
  }

  @Test func nothingThatIsNotThereIsLookedAt() throws {
    let absent = old.folder.file("absent.sqlite")
    #expect(throws: StoreError.notFound(path: absent)) { try CampaignStore.openUnchanged(at: absent) }
    #expect(!FileManager.default.fileExists(atPath: absent))
  }
}
