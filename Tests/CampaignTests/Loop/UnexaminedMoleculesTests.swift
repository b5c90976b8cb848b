import Campaign
import CampaignFile
import CampaignTesting
import Chemistry
import Files
import Foundation
import Reports
import Stores
import Testing

/// Campaigns on pools that are taken to be large.
@Suite struct UnexaminedMoleculesTests {
  private static let budget = "{calculations: 24, initial: 8, batch: 4}"

  /// A campaign on a pool of chains, each with a name.
  private func campaign(
    _ chains: some Collection<String> = SmallCampaign.chains, budget: String = budget, extra: String = "",
    molecules: String = "{heavy_atoms: [1, 10]}"
  ) throws -> SmallCampaign {
    let campaign = try SmallCampaign(
      SmallCampaign.text(molecules: molecules, budget: budget, extra: "pool: pool.csv\n\(extra)")
        .replacing("corpus: corpus.smi\n", with: ""))
    try campaign.write(
      "smiles,id\n" + chains.enumerated().map { "\($1),V-\($0)\n" }.joined(), to: "pool.csv")
    return campaign
  }

  /// Calls the body where pools of more than 20 lines are large.
  private func whereMostPoolsAreLarge<Result>(
    examining count: Int = 5000, in campaign: SmallCampaign, _ body: () async throws -> Result
  ) async throws -> Result {
    var reading = PoolReading()
    (reading.listedLineLimit, reading.folder, reading.examinedCount) = (20, "\(campaign.folder)/indexes", count)
    return try await PoolReading.$current.withValue(reading, operation: body)
  }

  /// The rows of a record without the version of the pool, which identifies the file of a large one and the molecules of
  /// another.
  private func rows(_ campaign: SmallCampaign) throws -> [String] {
    try campaign.rows().filter { !$0.hasPrefix("version component='pool'") }
  }

  @Test(
    "A large pool of which all is examined gives the rows of one in memory",
    arguments: [
      ("", "{heavy_atoms: [1, 10]}"), ("policy: random", "{heavy_atoms: [1, 10]}"),
      ("", "{heavy_atoms: [1, 10], minimum_distance: 0.3}"),
      ("policy: random", "{heavy_atoms: [1, 10], minimum_distance: 0.3}"),
    ])
  func sameRows(extra: String, molecules: String) async throws {
    let listed = try campaign(extra: extra, molecules: molecules)
    try await listed.run()
    let indexed = try campaign(extra: extra, molecules: molecules)
    try await whereMostPoolsAreLarge(in: indexed) { _ = try await indexed.run() }
    #expect(try rows(listed) == rows(indexed))
    #expect(FileManager.default.fileExists(atPath: "\(indexed.folder)/indexes"))
    #expect(!FileManager.default.fileExists(atPath: "\(listed.folder)/indexes"))
  }

  @Test("The numbers of ranked and examined molecules are recorded and told, and names are kept")
  func preselection() async throws {
    let campaign = try campaign()
    let events = try await whereMostPoolsAreLarge(examining: 30, in: campaign) { try await campaign.events() }
    let count = SmallCampaign.chains.count
    let store = try campaign.store
    #expect(
      try store.preselections()
        == (1...4).map {
          PreselectionRecord(iteration: $0, rankedCount: count - 4 - 4 * $0, examinedCount: 30)
        })
    let sentence = "The preselection ranked \(count - 8) molecules and the surrogate examined 30 of them."
    #expect(events.contains(.note(sentence)))
    for iteration in 1...4 {
      let candidates = try store.candidates(of: iteration)
      #expect(candidates.count <= 30 && candidates.count { $0.candidate.decision == .chosen } == 4)
    }
    let names = try #require(try store.listedNames())
    #expect(names.count == (try store.molecules().count))
    for (place, smiles) in SmallCampaign.chains.enumerated() where names[smiles] != nil {
      #expect(names[smiles] == "V-\(place)")
    }
    #expect(try store.listings().allSatisfy { $0.line >= 2 })
    // Neither the list nor its index is read for the names.
    try FileManager.default.removeItem(atPath: "\(campaign.folder)/indexes")
    let specification = try campaign.specification()
    try campaign.write("smiles,id\n" + SmallCampaign.chains.map { "\($0),other\n" }.joined(), to: "pool.csv")
    try await whereMostPoolsAreLarge(in: campaign) {
      let named = MoleculeNames(specification, listed: names)
      #expect(SmallCampaign.chains.allSatisfy { named[$0] == names[$0] })
      #expect(MoleculeNames(specification, listed: nil)[SmallCampaign.chains[0]] == nil)
    }
    let again = try self.campaign()
    try await whereMostPoolsAreLarge(examining: 30, in: again) { _ = try await again.run() }
    #expect(try again.rows() == campaign.rows())
  }

  @Test("A preselection finds more of what is wanted than chance")
  func better() async throws {
    let chosen = try campaign()
    let drawn = try campaign(extra: "policy: random")
    try await whereMostPoolsAreLarge(examining: 40, in: chosen) { _ = try await chosen.run() }
    try await whereMostPoolsAreLarge(examining: 40, in: drawn) { _ = try await drawn.run() }
    func hits(_ campaign: SmallCampaign) throws -> Int {
      try campaign.store.observations().count { $0.property == "gap" && (6...7).contains($0.value) }
    }
    #expect(try hits(chosen) > hits(drawn))
  }

  @Test(
    "A large pool is used up to its last molecule, of which the end is the proof", arguments: ["", "policy: random"])
  func exhaustion(extra: String) async throws {
    let chains = SmallCampaign.chains.prefix(30)
    let campaign = try campaign(chains, budget: "{calculations: 60, initial: 6, batch: 6}", extra: extra)
    let report = try await whereMostPoolsAreLarge(examining: 10, in: campaign) { try await campaign.run() }
    #expect(report.endReason == "exhausted")
    // Chains that differ by nothing that a fingerprint sees are one to the surrogate.
    #expect(extra.isEmpty ? report.succeeded > 20 : report.succeeded == chains.count)
  }

  @Test("Molecules that are examined in several rounds have their distance, and the end is a proof there too")
  func distancesOverRounds() async throws {
    let campaign = try campaign(
      budget: "{calculations: 100, initial: 6, batch: 6}", molecules: "{heavy_atoms: [1, 10], minimum_distance: 0.5}")
    let report = try await whereMostPoolsAreLarge(examining: 10, in: campaign) { try await campaign.run() }
    #expect(report.endReason == "exhausted")
    let store = try campaign.store
    let candidates = try (0..<20).flatMap { try store.candidates(of: $0) }.filter { $0.candidate.decision == .chosen }
    let chosen = try candidates.map { try Molecule(smiles: $0.molecule.smiles) }
    #expect(chosen.count > 6)
    #expect(try chosen.diverse(minimumDistance: 0.5).count == chosen.count)
    let all = try SmallCampaign.chains.map { try Molecule(smiles: $0) }
    for molecule in all where !chosen.contains(molecule) {
      #expect(try [molecule].diverse(minimumDistance: 0.5, apartFrom: chosen).isEmpty)
    }
  }

  @Test("Interrupted and resumed, it has the rows of a run never interrupted")
  func interrupted() async throws {
    let (whole, broken) = (try campaign(), try campaign())
    try await whereMostPoolsAreLarge(examining: 30, in: whole) { _ = try await whole.run() }
    let interruptions = try await whereMostPoolsAreLarge(examining: 30, in: broken) {
      try await broken.runInterrupted(every: 7)
    }
    #expect(interruptions > 1)
    #expect(try broken.rows() == whole.rows())
  }

  @Test("A pool that holds nothing allowed, or nothing at all, is refused with a sentence")
  func refusals() async throws {
    let none = try campaign(molecules: "{heavy_atoms: [40, 50]}")
    let error = try await whereMostPoolsAreLarge(in: none) { await none.refusal() }
    #expect(
      error?.description.contains(
        "None of the \(SmallCampaign.chains.count) molecules of the pool is allowed by 'molecules'") == true)
    try none.write("smiles,id\n" + String(repeating: "nonsense,1\n", count: 30), to: "pool.csv")
    #expect(
      try await whereMostPoolsAreLarge(in: none) { await none.refusal() }?.description.contains("holds no molecule")
        == true)
    try none.write("structure,id\n" + String(repeating: "CCO,1\n", count: 30), to: "pool.csv")
    #expect(
      try await whereMostPoolsAreLarge(in: none) { await none.refusal() }?.description.contains(
        "has no column 'smiles' with SMILES") == true)
    #expect(!FileManager.default.fileExists(atPath: none.paths.database))
  }
}
