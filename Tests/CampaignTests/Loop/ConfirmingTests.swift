import Campaign
import CampaignFile
import CampaignTesting
import Files
import Foundation
import Reports
import Stores
import Synchronization
import Testing

@Suite("Hits that are calculated again before they count")
struct ConfirmingTests {
  private func campaign(
    _ budget: String = "{calculations: 24, initial: 8, batch: 4}", confirm: (String) -> Double? = Self.better
  ) throws -> SmallCampaign {
    let campaign = try SmallCampaign(
      SmallCampaign.text(
        objectives: "[{property: gap, window: [8.0, 10.0]}]", budget: budget,
        extra: "confirm: {program: table, file: better.csv}"))
    try campaign.write(
      "smiles,gap\n"
        + SmallCampaign.chains.compactMap { smiles in confirm(smiles).map { "\(smiles),\($0)\n" } }.joined(),
      to: "better.csv")
    return campaign
  }

  /// Half of the hits are none by the better values.
  private static func better(_ smiles: String) -> Double { SmallCampaign.gap(of: smiles) - 1 }

  private func store(_ campaign: SmallCampaign) throws -> CampaignStore {
    try CampaignStore.openReadOnly(at: campaign.paths.database)
  }

  @Test("Only confirmed molecules are hits, in every report; both values are shown")
  func counted() async throws {
    let campaign = try campaign()
    let events = Mutex<[CampaignEvent]>([])
    let report = try await campaign.run { event in events.withLock { $0.append(event) } }
    let store = try store(campaign)
    let met = try store.observations(of: "gap").filter { (8.0...10.0).contains($0.value) }.map(\.smiles)
    let confirmed = met.filter { (8.0...10.0).contains(Self.better($0)) }
    #expect(!confirmed.isEmpty && confirmed.count < met.count)
    #expect(report.hits == confirmed.count && report.iterations.reduce(0) { $0 + $1.hits } == confirmed.count)
    #expect(Set(try store.extraCalculations(.confirm).map(\.molecule.smiles)) == Set(met))
    #expect(report.confirmations?.calculated == met.count && report.confirmations?.waiting == 0)
    for molecule in report.best where !molecule.confirmedValues.isEmpty {
      #expect(molecule.values["gap"] == SmallCampaign.gap(of: molecule.smiles))
      #expect(molecule.confirmedValues["gap"] == Self.better(molecule.smiles))
    }
    #expect(report.best.prefix(confirmed.count).allSatisfy { $0.isHit })
    var selection = Export.Selection()
    selection.onlyHits = true
    let hits = try Export(of: campaign.paths, selection)
    #expect(hits.count(in: .csv) == confirmed.count)
    let csv = try hits.text(.csv)
    #expect(csv.contains(",gap (eV),gap_confirmed (eV),"), "\(csv.prefix(200))")
    let told = events.withLock { $0 }
    #expect(
      told.allSatisfy { if case .calculated(let finished) = $0 { !finished.isHit } else { true } },
      "Nothing is a hit before it is confirmed.")
    #expect(told.count { if case .confirmed(let finished) = $0 { finished.isHit } else { false } } == confirmed.count)
    guard case .progress(let last)? = told.last else {
      Issue.record("the last event is not the progress")
      return
    }
    #expect(last.hits == confirmed.count)
    let inspected = try MoleculeInspection(of: campaign.paths, molecule: met[0])
    let calculation = try #require(inspected.candidacies.compactMap(\.calculation).last)
    #expect(calculation.confirmation?.values["gap"] == Self.better(met[0]))
    #expect(calculation.isHit == confirmed.contains(met[0]))
  }

  @Test("The surrogate learns from the calculator's values: the batches are those without confirmation")
  func learnt() async throws {
    let campaign = try campaign()
    try await campaign.run()
    let plain = try SmallCampaign(SmallCampaign.text(objectives: "[{property: gap, window: [8.0, 10.0]}]"))
    try await plain.run()
    #expect(
      try store(campaign).calculations().map(\.molecule.smiles) == store(plain).calculations().map(\.molecule.smiles))
  }

  @Test("The rule on hits counts confirmed ones")
  func stopRule() async throws {
    let report = try await campaign("{calculations: 24, initial: 8, batch: 4, hits: 2}").run()
    #expect(report.endReason == "hits" && report.hits >= 2)
    let none = try campaign("{calculations: 24, initial: 8, batch: 4, hits: 1}") { _ in 1 }
    let other = try await none.run()
    #expect(other.endReason == "budget" && other.hits == 0)
  }

  @Test("A hit whose confirmation fails is none")
  func failing() async throws {
    let campaign = try campaign { SmallCampaign.gap(of: $0) > 9 ? SmallCampaign.gap(of: $0) : nil }
    let report = try await campaign.run()
    let failed = try store(campaign).extraCalculations(.confirm).count { $0.calculation.state == .failed }
    #expect(failed > 0 && report.confirmations?.failed == failed)
    #expect(report.hits == (report.confirmations?.calculated ?? 0) - failed)
  }

  @Test(
    "Interrupted after any number of events and resumed, it has the rows of a run never interrupted",
    arguments: [1, 2, 3, 7, 31])
  func interrupted(every count: Int) async throws {
    let (whole, broken) = (try campaign(), try campaign())
    try await whole.run()
    #expect(try await broken.runInterrupted(every: count) > 0)
    #expect(try broken.rows() == whole.rows())
  }

  @Test("Asked for later, the hits of a campaign that has ended are confirmed; asked for no more, they count again")
  func later() async throws {
    let campaign = try campaign()
    let text = try String(contentsOfFile: campaign.paths.file, encoding: .utf8)
    let without = text.split(separator: "\n").filter { !$0.hasPrefix("confirm") }.joined(separator: "\n") + "\n"
    try campaign.write(without, to: "small.yaml")
    let all = try await campaign.run()
    try campaign.write(text, to: "small.yaml")
    let report = try await campaign.run()
    #expect(report.endReason == "budget" && report.confirmations?.calculated == all.hits)
    #expect(report.hits < all.hits && report.hits > 0)
    try campaign.write(without, to: "small.yaml")
    #expect(try await campaign.run().hits == all.hits)
  }

  @Test("A confirmation that is no longer asked for is abandoned, and made later if it is asked for again")
  func narrowed() async throws {
    let campaign = try campaign()
    let text = try String(contentsOfFile: campaign.paths.file, encoding: .utf8)
    #expect(try await campaign.isInterrupted { if case .confirming = $0 { true } else { false } })
    let pending = try store(campaign).extraCalculations(.confirm).filter { $0.calculation.state == .pending }
    try #require(!pending.isEmpty)
    // The values are multiples of a half.
    try campaign.write(text.replacing("[8.0, 10.0]", with: "[10.1, 10.4]"), to: "small.yaml")
    #expect(try await campaign.run().endReason == "budget")
    #expect(
      try store(campaign).extraCalculations(.confirm).map(\.calculation.state) == pending.map { _ in .abandoned })
    #expect(try store(campaign).iterationRecords().allSatisfy { $0.endedAt != nil })
    try campaign.write(text, to: "small.yaml")
    let report = try await campaign.run()
    #expect(report.confirmations?.waiting == 0)
    let confirmed = try store(campaign).extraCalculations(.confirm).filter { $0.calculation.state == .succeeded }
    #expect(Set(confirmed.map(\.molecule.id)).isSuperset(of: pending.map(\.molecule.id)))
  }

  @Test("A molecule that was calculated in two ways is confirmed once")
  func calculatedTwice() async throws {
    let text = SmallCampaign.text(
      objectives: "[{property: gap, window: [8.0, 10.0]}]", budget: "{calculations: 100, initial: 8, batch: 8}",
      extra: "policy: random\npool: pool.csv"
    ).replacing("corpus: corpus.smi\n", with: "")
    let campaign = try SmallCampaign(text)
    try campaign.write("smiles\n" + SmallCampaign.chains.prefix(8).joined(separator: "\n") + "\n", to: "pool.csv")
    let values = try String(contentsOfFile: campaign.folder + "/values.csv", encoding: .utf8)
    for name in ["other.csv", "better.csv"] { try campaign.write(values, to: name) }
    try await campaign.run()
    let other = text.replacing("values.csv", with: "other.csv")
    try campaign.write(other, to: "small.yaml")
    try await campaign.run()
    let chosen = try store(campaign).calculations()
    try #require(chosen.count == 16 && Set(chosen.map(\.molecule.id)).count == 8)
    let confirm = "confirm: {program: table, file: better.csv}\n"
    try campaign.write(text + confirm, to: "small.yaml")
    #expect(try await campaign.isInterrupted { if case .confirming = $0 { true } else { false } })
    let pending = try store(campaign).extraCalculations(.confirm)
    try #require(!pending.isEmpty && pending.allSatisfy { $0.calculation.state == .pending })
    try campaign.write(other + confirm, to: "small.yaml")
    #expect(try await campaign.run().endReason == "exhausted")
    let ended = try store(campaign).extraCalculations(.confirm)
    #expect(ended.map(\.calculation.id) == pending.map(\.calculation.id))
    #expect(ended.allSatisfy { $0.calculation.state == .succeeded })
    #expect(try store(campaign).iterationRecords().allSatisfy { $0.endedAt != nil })
  }

  @Test("A program that fails for every hit stops the run, which names its section")
  func brokenProgram() async throws {
    let campaign = try campaign()
    let text = try String(contentsOfFile: campaign.paths.file, encoding: .utf8)
    try campaign.write(
      text.replacing(
        "{program: table, file: better.csv}",
        with: "{program: command, command: [/bin/false, '{smiles}'], properties: {gap: eV}}"), to: "small.yaml")
    let error = try #require(await campaign.refusal())
    #expect(error.kind == .failure)
    #expect(error.description.hasPrefix("The program under 'confirm' stopped the run. The "), "\(error)")
    #expect(try store(campaign).extraCalculations(.confirm).contains { $0.calculation.state == .pending })
  }

  @Test("A confirmation that lacks a property of the objectives is refused")
  func refused() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(extra: "confirm: {program: table, file: better.csv}"))
    try campaign.write("smiles,dipole\nCCO,1\n", to: "better.csv")
    let error = try #require(await campaign.refusal())
    #expect(error.kind == .input)
    #expect(
      error.description.contains("'table' does not give 'gap', which an objective needs, so it could confirm no hit"),
      "\(error)")
    #expect(try !campaign.files.contains("small.sqlite"))
  }
}
