import CampaignFile
import CampaignTesting
import Foundation
import Reports
import Stores
import Testing

@Suite("Campaigns that differ in their seeds")
struct CampaignGroupTests {
  /// A record in the folder of a campaign, of another name and seed, with hits and misses.
  private func curve(
    _ campaign: SmallCampaign, seed: Int, values: [Double], hasEnded: Bool = true
  ) throws -> CampaignCurve {
    let text = SmallCampaign.text().replacing("seed: 11", with: "seed: \(seed)")
      .replacing("name: small", with: "name: run-\(seed)")
    let path = campaign.folder + "/run-\(seed).sqlite"
    let start = Date(timeIntervalSince1970: 1_795_403_400)
    let store = try CampaignStore.create(
      at: path,
      campaign: CampaignRecord(name: "run-\(seed)", specification: text, seed: UInt64(seed), createdAt: start),
      versions: [], properties: [PropertyRecord(name: "gap", unit: "eV", summary: "", source: "")])
    if !values.isEmpty {
      try store.recordDesign(
        IterationRecord(number: 0, policy: .initial, proposalCount: 0, invalidCount: 0, designedAt: start), fits: [],
        refusals: [],
        candidates: values.indices.map { place in
          CandidateEntry(
            molecule: MoleculeEntry(
              smiles: String(repeating: "C", count: place + 1), formula: "C", charge: 0, heavyAtomCount: place + 1,
              molecularWeight: 16),
            rank: place + 1, acquisition: nil, decision: .chosen, reason: "drawn", parent: nil, move: "corpus",
            position: place + 1, predictions: [])
        }, calculator: "table", protocol: ProtocolEntry(name: "table", version: 1, json: "{}", summary: ""))
    }
    for (place, value) in values.enumerated() {
      try store.recordOutcome(
        of: place + 1,
        .succeeded(ResultEntry(observations: [ObservationEntry(property: "gap", value: value)], geometry: nil)),
        attempts: [], endedAt: start, wallSeconds: 1)
    }
    if hasEnded { try store.endCampaign(.budget, message: "The budget is done.") }
    try store.close()
    return try CampaignCurve(reader: CampaignRecordReader(CampaignPaths(file: path)))
  }

  @Test("Runs of one file with other seeds are one group with a band, and what has found nothing yet is left out")
  func groups() throws {
    let campaign = try SmallCampaign()
    let curves = [
      try curve(campaign, seed: 1, values: [6.5, 1, 6.6, 6.7]), try curve(campaign, seed: 2, values: [1, 1, 6.5]),
      try curve(campaign, seed: 3, values: []),
    ]
    let groups = CampaignGroup.groups(curves)
    #expect(groups.count == 1)
    let group = try #require(groups.first)
    #expect(group.name == "run-1 and 1 more by other seeds" && group.policy == "surrogate")
    #expect(group.calculations == 4)
    #expect((1...4).map { group.hits(after: $0).mean } == [0.5, 0.5, 1.5, 2])
    // One that has ended keeps what it had found.
    #expect(group.hits(after: 4).low == 1 && group.hits(after: 4).high == 3)
  }

  @Test("A campaign that runs is known so far only")
  func running() throws {
    let campaign = try SmallCampaign()
    let curves = [
      try curve(campaign, seed: 1, values: [6.5, 1, 6.6, 6.7]),
      try curve(campaign, seed: 2, values: [1, 6.5], hasEnded: false),
    ]
    #expect(CampaignGroup.groups(curves).first?.calculations == 2)
  }
}
