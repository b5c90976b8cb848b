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

  /// A fit to further values begins where the numbers say, to the last digit.
  @Test func theWaysComeBackWithTheirCoordinates() throws {
    let folder = try TemporaryFolder()
    let store = try Sample.begin(at: folder.file("campaign.sqlite"))
    let coordinates = [0.1 + 0.2, -1.0 / 3, 1e-300, .greatestFiniteMagnitude, .leastNonzeroMagnitude]
    let first = TransferRecord(
      iteration: 0, property: "gap", rank: 1, model: "standard", sources: ["gap"], parts: ["linear"], weight: 0.5,
      logWeight: -3.5, leaveOneOutRMSE: 0.25, leaveOneOutLogDensity: -1.25, coordinates: coordinates)
    let second = record(rank: 2, model: "detailed", sources: [], parts: [], weight: 0.5)
    try design([first, second], in: store)
    let ways = try store.fittedWays()
    #expect(ways == [first, second].map { FittedWay($0, observationCount: 3) })
    #expect(ways.map(\.transfer.coordinateValues) == [coordinates, nil])
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
