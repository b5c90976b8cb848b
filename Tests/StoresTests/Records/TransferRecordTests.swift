import Stores
import Testing

@Suite struct TransferRecordTests {
  private func record(
    rank: Int, model: String? = nil, sources: [String], parts: [String], weight: Double
  ) -> TransferRecord {
    TransferRecord(
      iteration: 0, property: "gap", rank: rank, model: model, sources: sources, parts: parts, weight: weight,
      logWeight: -3.5,
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

  /// A model's weight is the sum over its ways.
  @Test func theWeightsOfModelsAreRead() throws {
    let folder = try TemporaryFolder()
    let store = try Sample.begin(at: folder.file("campaign.sqlite"))
    try design(
      [
        record(rank: 1, model: "standard", sources: ["gap"], parts: ["linear"], weight: 0.5),
        record(rank: 2, model: "detailed", sources: [], parts: [], weight: 0.25),
        record(rank: 3, model: "standard", sources: [], parts: [], weight: 0.25),
      ], in: store)
    #expect(
      try store.modelWeights()
        == [("detailed", 0.25), ("standard", 0.75)].map {
          ModelWeightRow(iteration: 0, property: "gap", model: $0.0, weight: $0.1, observationCount: 3)
        })
    #expect(try store.transfers(of: 0).map(\.model) == ["standard", "detailed", "standard"])
  }

  @Test func withoutSeveralModelsThereAreNoWeightsOfThem() throws {
    let folder = try TemporaryFolder()
    let store = try Sample.begin(at: folder.file("campaign.sqlite"))
    try design([record(rank: 1, sources: [], parts: [], weight: 1)], in: store)
    #expect(try store.modelWeights().isEmpty && store.transfers(of: 0).map(\.model) == [nil])
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
