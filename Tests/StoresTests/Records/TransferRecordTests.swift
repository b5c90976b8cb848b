import Stores
import Testing

@Suite struct TransferRecordTests {
  private func record(rank: Int, sources: [String], parts: [String], weight: Double) -> TransferRecord {
    TransferRecord(
      iteration: 0, property: "gap", rank: rank, sources: sources, parts: parts, weight: weight, logWeight: -3.5,
      leaveOneOutRMSE: 0.25, leaveOneOutLogDensity: -1.25)
  }

  private func design(_ transfers: [TransferRecord], in store: CampaignStore) throws {
    try store.recordDesign(
      IterationRecord(number: 0, policy: .surrogate, proposalCount: 0, invalidCount: 0, designedAt: Sample.start),
      fits: [
        FitRecord(
          iteration: 0, property: "gap", observationCount: 3, priorMean: 1, outputScale: 1, noise: 1, logPosterior: 1)
      ], transfers: transfers,
      candidates: [
        CandidateEntry(molecule: Sample.phenol, rank: 1, decision: .chosen, reason: "Why.", move: "corpus", position: 1)
      ], calculator: "xtb", protocol: Sample.gfn2)
  }

  @Test func comesBackWithItsNames() throws {
    let folder = try TemporaryFolder()
    let store = try Sample.begin(at: folder.file("campaign.sqlite"))
    let records = [
      record(rank: 1, sources: ["gap (\"B3LYP\", other)", "dipole"], parts: ["linear", "radial"], weight: 0.75),
      record(rank: 2, sources: [], parts: [], weight: 0.25),
    ]
    try design(records, in: store)
    let found = try store.transfers(of: 0)
    #expect(found == records)
    #expect(
      found[0].sourceNames == ["gap (\"B3LYP\", other)", "dipole"] && found[0].partNames == ["linear", "radial"])
    #expect(found[1].sourceNames.isEmpty)
    #expect(try store.transfers(of: 1).isEmpty)
  }

  @Test(arguments: [1.5, -0.1])
  func aWeightIsAProbability(_ weight: Double) throws {
    let folder = try TemporaryFolder()
    let store = try Sample.begin(at: folder.file("campaign.sqlite"))
    #expect(throws: StoreError.self) {
      try design([record(rank: 1, sources: [], parts: [], weight: weight)], in: store)
    }
  }
}
