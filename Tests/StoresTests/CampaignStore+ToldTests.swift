import Foundation
import Stores
import Testing

@Suite struct CampaignStoreToldTests {
  let folder: TemporaryFolder
  let store: CampaignStore
  private let byHand = ProtocolEntry(name: "by-hand", version: 1, json: #"{"name":"by-hand"}"#, summary: "measured")

  /// Iteration 1 runs: phenol is pending.
  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
  }

  private func entry(_ molecule: MoleculeEntry, _ property: String = "gap") -> ToldEntry {
    ToldEntry(
      molecule: molecule,
      outcome: .succeeded(
        ResultEntry(observations: [ObservationEntry(property: property, value: 8.5, uncertainty: 0.25)])),
      reason: "A person gave it.")
  }

  @Test func isAnIterationOfItsOwnWhileAnotherRuns() throws {
    let failed = ToldEntry(molecule: Sample.acetate, outcome: .failed(Sample.failure), reason: "A person gave it.")
    let told = try store.recordTold(
      [entry(Sample.ethanol), failed], calculator: "by-hand", protocol: byHand, at: Sample.start)
    #expect(told.map(\.molecule.smiles) == ["CCO", "CC(=O)[O-]"])
    #expect(told.map(\.calculation.id) == [4, 5])
    #expect(told.map(\.calculation.state) == [.succeeded, .failed])
    #expect(told.map(\.calculation.calculator) == ["by-hand", "by-hand"])
    #expect(try store.protocols().map(\.name) == ["standard", "by-hand"])
    let last = try #require(try store.iterations().last)
    #expect(last.iteration.policy == .told && last.iteration.number == 2 && last.iteration.endedAt == Sample.start)
    #expect(try store.observations(of: "gap").last?.uncertainty == 0.25)
    // What runs goes on running.
    #expect(try store.iterationRecords().first { $0.endedAt == nil }?.number == 1)
    #expect(try store.pendingCalculations().map(\.molecule.smiles) == ["Oc1ccccc1"])
  }

  @Test func whatIsCalculatedOrPendingIsRefusedWithAllThatCameWithIt() throws {
    let before = try store.dumpRows(ignoringTimes: false)
    for molecule in [Sample.benzene, Sample.phenol] {
      let error = #expect(throws: StoreError.self) {
        try store.recordTold(
          [entry(Sample.ethanol), entry(molecule)], calculator: "by-hand", protocol: byHand)
      }
      guard case .refused = error else {
        Issue.record("\(String(describing: error)) is not .refused")
        return
      }
    }
    #expect(throws: StoreError.self) {
      try store.recordTold([entry(Sample.ethanol, "colour")], calculator: "by-hand", protocol: byHand)
    }
    #expect(try store.dumpRows(ignoringTimes: false) == before)
  }

  @Test func aReusedCalculationIsMarkedAndNamesTheProtocolThatMadeIt() throws {
    let result = ResultEntry(
      observations: [ObservationEntry(property: "gap", value: 4)], atomicValues: ["charge": [-0.1, 0.1]],
      changes: ["Cooler.", "Slower."], notes: ["Odd."])
    try store.recordOutcome(of: 3, .succeeded(result), by: byHand, attempts: [], isReused: true, wallSeconds: 1)
    let stored = try #require(try store.calculations().last?.calculation)
    #expect(stored.isReused && stored.protocol == 2)
    #expect(stored.atomicValues == #"{"charge":[-0.1,0.1]}"#)
    #expect(stored.changes == "Cooler.\nSlower." && stored.notes == "Odd.")
    #expect(try store.history(ofSMILES: "Oc1ccccc1")?.candidacies.last?.protocol?.name == "by-hand")
  }
}
