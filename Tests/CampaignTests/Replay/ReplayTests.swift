import Acquisition
import Calculation
import Campaign
import CampaignFile
import CampaignTesting
import Files
import Foundation
import Reports
import Stores
import Testing

@Suite("Campaigns that are replayed on labelled molecules")
struct ReplayTests {
  /// In an order that is not that of the SMILES.
  private static let chains = Array(SmallCampaign.chains.reversed())

  private func campaign(_ text: String = SmallCampaign.text()) throws -> SmallCampaign {
    try SmallCampaign(text, table: Self.chains)
  }

  private func request(
    _ campaign: SmallCampaign, policies: [String] = ["surrogate", "random"], seeds: Int = 2
  ) -> ReplayRequest {
    ReplayRequest(
      campaign: campaign.paths.file, table: campaign.folder + "/values.csv", policies: policies, seeds: seeds)
  }

  private func refusal(_ request: ReplayRequest) async -> CampaignError? {
    do {
      _ = try await Replay.play(request)
      return nil
    } catch {
      return error
    }
  }

  @Test("The campaign that is played is the one that a run on the same pool would make")
  func sameAsRun() async throws {
    let text = SmallCampaign.text().replacing("corpus: corpus.smi", with: "pool: values.csv")
    let campaign = try campaign(text)
    let report = try await Replay.play(request(campaign, seeds: 1))
    try await campaign.run()
    let store = try CampaignStore.openReadOnly(at: campaign.paths.database)
    let chosen = try store.calculations().map(\.molecule.smiles)
    var hits = 0
    let expected = chosen.map { smiles in
      hits += (6...7).contains(SmallCampaign.gap(of: smiles)) ? 1 : 0
      return Double(hits)
    }
    #expect(chosen.count == 24 && hits > 0)
    #expect(report.policies.first?.curve.map(\.hits.mean) == expected)
    #expect(report.seeds == [11] && report.calculations == 24)
    #expect(report.hits == Self.chains.count { (6...7).contains(SmallCampaign.gap(of: $0)) })
  }

  @Test("The same request gives the same curves, and policies and seeds give different ones")
  func deterministic() async throws {
    let campaign = try campaign(SmallCampaign.text(objectives: "[{property: gap, goal: minimize}]"))
    var request = request(campaign, policies: ["greedy", "random"])
    request.hits = .top(0.1)
    let first = try await Replay.play(request)
    let second = try await Replay.play(request)
    #expect(first.csv == second.csv && first.statement == second.statement)
    let (greedy, random) = (first.policies[0], first.policies[1])
    #expect(greedy.curve != random.curve)
    #expect(greedy.curve.contains { $0.hits.low < $0.hits.high })
    let (found, byChance) = (try #require(greedy.curve.last), try #require(random.curve.last))
    #expect(found.share.mean > byChance.share.mean)
    request.jobs = 1
    #expect(try await Replay.play(request).csv == first.csv)
  }

  @Test("A campaign on compositions is played on a table of formulas")
  func compositions() async throws {
    let campaign = try campaign()
    let folder = campaign.folder
    let metals = ["Li", "Na", "K", "Mg", "Ca", "Sr", "Ba", "Ti", "Zr", "Fe", "Ni", "Zn"]
    let rows = metals.enumerated().flatMap { place, metal in
      ["O", "S", "Se"].enumerated().map { "\(metal)\($1),\(Double(place) + 0.25 * Double($0))" }
    }
    let file = folder + "/compositions.yaml"
    try """
    name: oxides
    seed: 3
    objectives: [{property: target, goal: maximize}]
    molecules: {kind: composition}
    pool: formulas.csv
    calculator: {program: table, file: formulas.csv}
    budget: {calculations: 24, initial: 8, batch: 8}
    """.write(toFile: file, atomically: false, encoding: .utf8)
    try (["formula,target"] + rows).joined(separator: "\n").write(
      toFile: folder + "/formulas.csv", atomically: false, encoding: .utf8)
    var request = ReplayRequest(campaign: file, table: folder + "/formulas.csv", policies: ["surrogate"], seeds: 1)
    request.hits = .top(0.1)
    let report = try await Replay.play(request)
    #expect(report.hits == 4 && report.calculations == 24)
    #expect(try #require(report.policies.first?.curve.last).hits.mean >= 3)
    // The folder goes with it.
    withExtendedLifetime(campaign) {}
  }

  @Test("Nothing is written beside the campaign, and its record is not read")
  func nothingIsWritten() async throws {
    let campaign = try campaign()
    let before = try campaign.files
    _ = try await Replay.play(request(campaign, seeds: 1))
    #expect(try campaign.files == before)
  }

  @Test("The first iteration and the number of calculations are those of the file, unless others are asked for")
  func sizes() async throws {
    let campaign = try campaign()
    var request = request(campaign, policies: ["random"], seeds: 3)
    request.calculations = 10
    let report = try await Replay.play(request)
    #expect(report.calculations == 10 && report.policies[0].curve.count == 10 && report.seeds == [11, 12, 13])
    request.calculations = 10_000
    let all = try await Replay.play(request)
    #expect(all.calculations == Self.chains.count && all.policies[0].curve.last?.share.mean == 1)
    #expect(all.notes.contains { $0.contains("no further molecule is left") })
    #expect(all.policies[0].calculationsToHalf != nil)
  }

  @Test("A note says how many molecules of the table the built-in library has, where it serves")
  func knownMolecules() async throws {
    let text = SmallCampaign.text(surrogate: "{model: standard, library: built-in, sources: [gap]}")
    let campaign = try campaign(text)
    var request = request(campaign, policies: ["surrogate"], seeds: 1)
    request.calculations = 10
    let notes = try await Replay.play(request).notes
    let note = try #require(notes.first { $0.hasPrefix("The built-in library has gap of ") }, "\(notes)")
    #expect(note.contains(" of the \(Self.chains.count) molecules of the table "))
    request.policies = ["random"]
    #expect(try await Replay.play(request).notes.allSatisfy { !$0.contains("built-in library") })
  }

  @Test("What has no value, or is not allowed, is left out with a note")
  func leftOut() async throws {
    let campaign = try campaign()
    let table = try String(contentsOfFile: campaign.folder + "/values.csv", encoding: .utf8)
    try campaign.write(table + "CCCCCCCCCCCCCO,6.5,1\nc1ccccc1,,1\nC.O,6.5,1\n", to: "values.csv")
    let report = try await Replay.play(request(campaign, policies: ["random"], seeds: 1))
    #expect(report.molecules == Self.chains.count)
    #expect(report.notes.contains { $0.hasPrefix("2 molecules of the table are left out") }, "\(report.notes)")
    #expect(report.notes.contains { $0.contains("heavy_atoms 1") }, "\(report.notes)")
  }

  @Test("Wrong input is refused before anything is played")
  func refusals() async throws {
    let campaign = try campaign()
    var request = request(campaign)
    request.policies = ["greedy", "greedy"]
    #expect(await refusal(request)?.description == "The policy 'greedy' is named twice.")
    request.policies = ["gredy"]
    #expect(await refusal(request)?.description.hasSuffix("Did you mean 'greedy'?") == true)
    request.policies = ["random"]
    request.seeds = 0
    #expect(await refusal(request)?.description == "The number of seeds is 0; it must be at least 1.")
    request.seeds = 1
    request.calculations = 4
    #expect(await refusal(request)?.description.contains("('budget.initial')") == true)
    // Nothing is learnt from a first batch without a second.
    request.calculations = 8
    #expect(await refusal(request)?.description.contains("('budget.initial'): nothing would be learnt") == true)
    request.calculations = nil
    let small = try SmallCampaign(table: Array(Self.chains.prefix(5)))
    let error = await refusal(self.request(small))
    #expect(error?.kind == .input && error?.description.contains("has only 5 molecules") == true, "\(error as Any)")
    #expect(error?.description.contains("'budget.initial'") == true, "\(error as Any)")
    try small.write("smiles,gapp\nCCO,6.5\n", to: "values.csv")
    let missing = await refusal(self.request(small))
    #expect(
      missing?.kind == .input && missing?.description.contains("has no column of 'gap'") == true
        && missing?.description.hasSuffix("Did you mean 'gapp'?") == true, "\(missing as Any)")
  }

  @Test("Values in another unit than that of the campaign are refused, and a title without a unit means the campaign's")
  func units() async throws {
    let calculators = [
      "{program: by-hand, properties: {bp: °C}}",
      "{program: command, command: [echo, \"{xyz}\"], properties: {bp: {unit: °C}}}",
    ]
    for calculator in calculators {
      let text = SmallCampaign.text(objectives: "[{property: bp, window: [6.0, 7.0]}]").replacing(
        "{program: table, file: values.csv}", with: calculator)
      let campaign = try campaign(text)
      let declared = try CampaignFile(path: campaign.paths.file).calculator().properties.map(\.unit)
      #expect(declared == ["°C"])
      let table = try String(contentsOfFile: campaign.folder + "/values.csv", encoding: .utf8)
      let request = request(campaign, policies: ["random"], seeds: 1)
      try campaign.write(table.replacing("smiles,gap,", with: "smiles,bp (K),"), to: "values.csv")
      let error = await refusal(request)
      #expect(error?.kind == .input)
      #expect(
        error?.description.hasSuffix(
          "values.csv: The column 'bp (K)' is not in °C, the unit of bp; convert the values.")
          == true, "\(error as Any)")
      for title in ["bp", "bp (degC)"] {
        try campaign.write(table.replacing("smiles,gap,", with: "smiles,\(title),"), to: "values.csv")
        #expect(try await Replay.play(request).units["bp"] == "°C", "\(title)")
      }
    }
  }

  @Test("What the batches of a surrogate were expected to bring is compared with what came, and ends no campaign")
  func gain() async throws {
    let text = SmallCampaign.text(budget: "{calculations: 24, initial: 8, batch: 4, until: gain < 100}")
    let campaign = try campaign(text.replacing("corpus: corpus.smi", with: "pool: values.csv"))
    let report = try await Replay.play(request(campaign))
    #expect(report.policies.map(\.fewestCalculations) == [24, 24])
    #expect(report.notes.contains { $0.contains("beyond 'budget.until' (gain < 100)") }, "\(report.notes)")
    #expect(report.policies[1].gain == nil)
    let gain = try #require(report.policies[0].gain)
    #expect(gain.kind == .hits && gain.batches == 8 && gain.expected > 0)
    // All hits but those of the first, random batches, as the mean over two seeds.
    let curve = report.policies[0].curve
    #expect(gain.achieved == 2 * (curve[23].hits.mean - curve[7].hits.mean))
    #expect((0...1).contains(gain.shareInInterval))

    let alone = try await Replay.play(request(campaign, policies: ["surrogate"], seeds: 1))
    try campaign.write(
      text.replacing(", until: gain < 100", with: "").replacing("corpus: corpus.smi", with: "pool: values.csv"),
      to: "small.yaml")
    #expect(try await campaign.run().gain == alone.policies[0].gain)
  }

  @Test("The growth of the front that replayed batches were expected to bring is that of a campaign")
  func hypervolume() async throws {
    let text = SmallCampaign.text(
      objectives: "[{property: gap, goal: minimize}, {property: dipole, goal: maximize}]",
      budget: "{calculations: 24, initial: 8, batch: 4}"
    ).replacing("corpus: corpus.smi", with: "pool: values.csv")
    let campaign = try campaign(text)
    let gain = try #require(
      try await Replay.play(request(campaign, policies: ["surrogate"], seeds: 1)).policies[0].gain)
    #expect(gain.kind == .hypervolume && gain.batches == 4 && gain.unit == "eV·D")
    #expect(try await campaign.run().gain == gain)
  }

  @Test("Campaigns that end because no molecule is left are said to have ended")
  func exhausted() async throws {
    // An isomer of each chain, which the surrogate cannot tell from its mirror image.
    let pairs = (1...8).flatMap { length in
      ["C[C@H](F)\(String(repeating: "C", count: length))O", "C[C@@H](F)\(String(repeating: "C", count: length))O"]
    }
    let campaign = try SmallCampaign(
      SmallCampaign.text(
        objectives: "[{property: gap, goal: minimize}]", molecules: "{heavy_atoms: [1, 20]}",
        budget: "{calculations: 16, initial: 3, batch: 2, hits: 1}"), table: pairs)
    let report = try await Replay.play(request(campaign, seeds: 1))
    let surrogate = report.policies[0]
    #expect(surrogate.fewestCalculations < 16 && report.policies[1].fewestCalculations == 16)
    #expect(report.notes.contains { $0.hasPrefix("The campaigns of surrogate ended after ") }, "\(report.notes)")
    #expect(report.notes.contains { $0.contains("beyond 'budget.hits' (1)") }, "\(report.notes)")
  }

  @Test("Values of failed calculations are not data")
  func failed() async throws {
    let campaign = try campaign()
    let table = try String(contentsOfFile: campaign.folder + "/values.csv", encoding: .utf8)
    let lines = table.split(separator: "\n").enumerated().map { place, line in
      "\(line),\(place == 0 ? "status" : place <= 2 ? "failed" : "succeeded")"
    }
    try campaign.write(lines.joined(separator: "\n") + "\n", to: "values.csv")
    let report = try await Replay.play(request(campaign, policies: ["random"], seeds: 1))
    #expect(report.molecules == Self.chains.count - 2)
    #expect(report.notes.contains { $0.hasPrefix("The values of 2 rows are left out") }, "\(report.notes)")
  }

  @Test("A cancelled replay says so")
  func cancelled() async throws {
    let campaign = try campaign()
    let request = request(campaign)
    let replay = Task { () async throws(CampaignError) -> ReplayReport in
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      return try await Replay.play(request)
    }
    let error = await #expect(throws: CampaignError.self) { try await replay.value }
    #expect(error == CampaignError(.interrupted, "Interrupted. Nothing was written."))
  }
}
