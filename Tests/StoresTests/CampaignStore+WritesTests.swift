import Foundation
import GRDB
import Stores
import Testing

@Suite struct CampaignStoreWritesTests {
  let folder: TemporaryFolder
  let store: CampaignStore
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("campaign.sqlite")
    store = try Sample.begin(at: path)
  }

  /// Expects an error, and that nothing has changed.
  private func expectNothingWritten(_ expected: StoreError? = nil, _ write: () throws -> Void) throws {
    let before = try store.dumpRows(ignoringTimes: false)
    let error = #expect(throws: StoreError.self, performing: write)
    if let expected { #expect(error == expected) }
    #expect(try store.dumpRows(ignoringTimes: false) == before)
  }

  @Test func aDesignReturnsItsBatchInOrder() throws {
    let first = try Sample.recordInitialDesign(store)
    #expect(first.map(\.calculation.id) == [1, 2])
    #expect(first.map(\.molecule.smiles) == [Sample.benzene.smiles, Sample.pyridine.smiles])
    #expect(first.map(\.calculation.state) == [.pending, .pending])
    let second = try Sample.recordSurrogateDesign(store)
    #expect(second.map(\.calculation.id) == [3])
    #expect(try store.calculations() == first + second)
  }

  @Test func moleculesAreNumberedAsTheyComeAndOnlyOnce() throws {
    try Sample.recordInitialDesign(store)
    try Sample.recordSurrogateDesign(store)
    #expect(try store.molecules().map(\.id) == [1, 2, 3, 4, 5])
    #expect(
      try store.molecules().map(\.smiles)
        == [Sample.acetate, Sample.pyridine, Sample.benzene, Sample.ethanol, Sample.phenol].map(\.smiles))
  }

  @Test func aDesignIsWrittenWholeOrNotAtAll() throws {
    try expectNothingWritten {
      try store.recordDesign(
        IterationRecord(number: 0, policy: .initial, proposalCount: 1, invalidCount: 0, designedAt: Sample.start),
        candidates: [
          CandidateEntry(
            molecule: Sample.benzene, rank: 1, decision: .chosen, reason: "First.", move: "corpus", position: 1),
          CandidateEntry(
            molecule: Sample.ethanol, rank: 1, decision: .passedOver, reason: "Rank used twice.", move: "corpus"),
        ], calculator: "xtb", protocol: Sample.gfn2)
    }
  }

  @Test func anIterationIsDesignedOnce() throws {
    try Sample.recordInitialDesign(store)
    try expectNothingWritten { try Sample.recordInitialDesign(store) }
  }

  @Test func aMoleculeIsChosenOnce() throws {
    try Sample.recordInitialDesign(store)
    try expectNothingWritten {
      try store.recordDesign(
        IterationRecord(number: 1, policy: .random, proposalCount: 1, invalidCount: 0, designedAt: Sample.start),
        candidates: [
          CandidateEntry(
            molecule: Sample.benzene, rank: 1, decision: .chosen, reason: "Again.", move: "corpus", position: 1)
        ], calculator: "xtb", protocol: Sample.gfn2)
    }
  }

  @Test(arguments: [(Double.nan, nil), (nil, Double.nan)] as [(Double?, Double?)])
  func whatIsNotANumberIsNotStoredAsNothing(_ acquisition: Double?, _ whenChosen: Double?) throws {
    try expectNothingWritten {
      try store.recordDesign(
        IterationRecord(number: 0, policy: .surrogate, proposalCount: 1, invalidCount: 0, designedAt: Sample.start),
        candidates: [
          CandidateEntry(
            molecule: Sample.benzene, rank: 1, acquisition: acquisition, acquisitionWhenChosen: whenChosen,
            decision: .chosen, reason: "First.", move: "corpus", position: 1)
        ], calculator: "xtb", protocol: Sample.gfn2)
    }
  }

  @Test func aFitWithoutANumberIsRefused() throws {
    func design(_ fit: FitRecord) throws {
      try store.recordDesign(
        IterationRecord(number: 0, policy: .surrogate, proposalCount: 0, invalidCount: 0, designedAt: Sample.start),
        fits: [fit], candidates: [], calculator: "xtb", protocol: Sample.gfn2)
    }
    let sound = FitRecord(
      iteration: 0, property: "gap", observationCount: 2, priorMean: 1, outputScale: 1, noise: 1,
      logPosterior: 0)
    for column in [\FitRecord.priorMean, \.outputScale, \.noise, \.logPosterior] {
      var fit = sound
      fit[keyPath: column] = .nan
      try expectNothingWritten { try design(fit) }
    }
    for column in [\FitRecord.leaveOneOutRMSE, \.leaveOneOutLogDensity, \.leaveOneOutCoverage] {
      var fit = sound
      fit[keyPath: column] = .nan
      try expectNothingWritten { try design(fit) }
    }
    try design(sound)
    #expect(try store.fits() == [sound])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func aValueThatIsNotFiniteIsRefused(_ value: Double) throws {
    try Sample.recordInitialDesign(store)
    for entry in [
      ObservationEntry(property: "gap", value: value), ObservationEntry(property: "gap", value: 1, uncertainty: value),
    ] {
      try expectNothingWritten {
        try store.recordOutcome(
          of: 1, .succeeded(ResultEntry(observations: [entry])), attempts: [], endedAt: Sample.start, wallSeconds: 1)
      }
    }
    #expect(try store.pendingCalculations().count == 2)
  }

  @Test func anOutcomeIsRecordedOnce() throws {
    try Sample.recordInitialDesign(store)
    try Sample.recordSuccess(store)
    try Sample.recordFailure(store)
    try expectNothingWritten(.outcomeAlreadyRecorded(path: path, calculation: 1)) { try Sample.recordSuccess(store) }
    try expectNothingWritten(.outcomeAlreadyRecorded(path: path, calculation: 2)) { try Sample.recordFailure(store) }
  }

  @Test func anUnknownCalculationIsNamed() throws {
    try expectNothingWritten(.unknown(path: path, what: "calculation 1")) { try Sample.recordSuccess(store) }
  }

  @Test func outcomesMayComeInAnyOrder() throws {
    try Sample.recordInitialDesign(store)
    try Sample.recordFailure(store)
    try Sample.recordSuccess(store)
    let other = try Sample.begin(at: folder.file("other.sqlite"))
    try Sample.recordInitialDesign(other)
    try Sample.recordSuccess(other)
    try Sample.recordFailure(other)
    #expect(try store.dumpRows(ignoringTimes: false) == other.dumpRows(ignoringTimes: false))
  }

  @Test func anIterationEndsOnceAndWhenNothingIsPending() throws {
    try Sample.recordInitialDesign(store)
    try Sample.recordSuccess(store)
    try expectNothingWritten(
      .refused(path: path, rule: "An iteration cannot end while calculations of it are pending.")
    ) { try store.endIteration(0) }
    try Sample.recordFailure(store)
    try store.endIteration(0, at: Sample.start + 9)
    #expect(try store.iterations().first?.iteration.endedAt == Sample.start + 9)
    try expectNothingWritten(.unknown(path: path, what: "running iteration 0")) { try store.endIteration(0) }
    try expectNothingWritten(.unknown(path: path, what: "running iteration 1")) { try store.endIteration(1) }
  }

  @Test(arguments: EndReason.allCases)
  func aCampaignEndsOnceAndTakesNoMoreUntilReopened(_ reason: EndReason) throws {
    try Sample.recordInitialDesign(store)
    try store.endCampaign(reason, message: "It is over.", at: Sample.start + 5)
    var ended = Sample.campaign
    ended.end = CampaignEnd(at: Sample.start + 5, reason: reason, message: "It is over.")
    #expect(try store.campaign() == ended)

    let over = StoreError.campaignEnded(path: path)
    try expectNothingWritten(over) { try store.endCampaign(.hits, message: "Again.") }
    try expectNothingWritten(over) { try Sample.recordSuccess(store) }
    try expectNothingWritten(over) { try Sample.recordSurrogateDesign(store) }

    try store.reopenCampaign(specification: "budget: 8\n")
    var reopened = Sample.campaign
    reopened.specification = "budget: 8\n"
    #expect(try store.campaign() == reopened)
    try Sample.recordSuccess(store)
  }

  @Test func everyTextOfTheFileIsKeptWithTheIterationItHoldsFrom() throws {
    try store.reopenCampaign(specification: "budget: 5\n", settings: #"{"budget":"5"}"#, at: Sample.start + 1)
    try Sample.recordInitialDesign(store)
    try store.reopenCampaign(specification: "budget: 6\n", at: Sample.start + 2)
    let text = Sample.campaign.specification
    #expect(
      try store.specifications() == [
        SpecificationRecord(number: 1, iteration: 0, text: text, settings: nil, recordedAt: Sample.start),
        SpecificationRecord(
          number: 2, iteration: 0, text: "budget: 5\n", settings: #"{"budget":"5"}"#, recordedAt: Sample.start + 1),
        SpecificationRecord(
          number: 3, iteration: 1, text: "budget: 6\n", settings: nil, recordedAt: Sample.start + 2),
      ])
    #expect(try store.campaign().specification == "budget: 6\n")
  }

  @Test func everyVersionIsKeptWithTheIterationItHoldsFrom() throws {
    try store.recordVersions(Sample.versions)
    try Sample.recordInitialDesign(store)
    let xtb = { VersionRecord(component: "xtb", version: $0) }
    try store.recordVersions([xtb("6.6.0")])
    // Nothing was designed by the version before.
    try store.recordVersions([xtb("6.7.1"), VersionRecord(component: "library", version: "a")])
    #expect(
      try store.versionHistory() == [
        VersionChange(component: "cohobate", iteration: 0, version: "0.1.0"),
        VersionChange(component: "cohobate", iteration: 1, version: nil),
        VersionChange(component: "library", iteration: 1, version: "a"),
        VersionChange(component: "xtb", iteration: 0, version: "6.5.1"),
        VersionChange(component: "xtb", iteration: 1, version: "6.7.1"),
      ])
    #expect(try store.versions() == [VersionRecord(component: "library", version: "a"), xtb("6.7.1")])
  }

  @Test func aMoleculeMayBeCalculatedAgainUnderAnotherProgramVersion() throws {
    try Sample.recordInitialDesign(store)
    var later = Sample.gfn2
    later.programVersion = "6.7.1"
    try store.recordDesign(
      IterationRecord(
        number: 1, policy: .random, proposalCount: 1, invalidCount: 0, widenings: 2, pending: [1, 2],
        designedAt: Sample.start),
      candidates: [
        CandidateEntry(
          molecule: Sample.benzene, rank: 1, decision: .chosen, reason: "Again.", move: "corpus", position: 1)
      ], calculator: "xtb", protocol: later)
    #expect(try store.protocols().map(\.programVersion) == ["", "6.7.1"])
    #expect(try store.calculations().map(\.calculation.protocol) == [1, 1, 2])
    let iteration = try store.iterations()[1].iteration
    #expect(iteration.widenings == 2 && iteration.pending == [1, 2])
  }

  @Test func propertiesAreAddedOnce() throws {
    let energy = PropertyRecord(name: "energy", unit: "Eh", summary: "The energy.")
    try store.recordProperties([PropertyRecord(name: "gap", unit: "Eh", summary: "Another."), energy])
    #expect(try store.properties() == [Sample.properties[0], energy, Sample.properties[1]])
  }

  @Test func timesDefaultToNow() throws {
    try Sample.recordInitialDesign(store)
    let before = Date()
    try store.endCampaign(.budget, message: "It is over.")
    let end = try #require(try store.campaign().end)
    // The store keeps milliseconds.
    #expect(end.at.timeIntervalSince(before) > -0.001)
    #expect(end.at.timeIntervalSince(Date()) < 0.001)
  }

  @Test func aFullDiskIsNamedAndLosesNothing() throws {
    try Sample.recordInitialDesign(store)
    let pages = try store.database.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
    let geometry = String(repeating: "C 0.0 0.0 0.0\n", count: 10_000)
    func record() throws {
      try store.recordOutcome(
        of: 1, .succeeded(ResultEntry(observations: [], geometry: geometry)), attempts: [], endedAt: Sample.start,
        wallSeconds: 1)
    }
    try expectNothingWritten(.diskFull(path: path)) { try record() }
    try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    try record()
    #expect(try store.calculations(state: .succeeded).map(\.calculation.geometry) == [geometry])
  }

  @Test func anotherWriterIsWaitedForAndThenNamed() throws {
    // The store waits for ten seconds; this test for none.
    let other = try CampaignStore.open(at: path)
    try other.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 0") }
    try store.database.write { _ in
      _ = #expect(throws: StoreError.busy(path: path)) { try other.reopenCampaign(specification: "") }
    }
    try other.reopenCampaign(specification: "budget: 5\n")
    #expect(try store.campaign().specification == "budget: 5\n")
  }
}
