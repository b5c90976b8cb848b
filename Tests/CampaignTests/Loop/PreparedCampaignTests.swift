import Calculation
import Campaign
import CampaignFile
import CampaignTesting
import Files
import Foundation
import Reports
import Stores
import Testing

@Suite("A campaign file with all that it names")
struct PreparedCampaignTests {
  private func notes(_ campaign: SmallCampaign) async throws -> [String] {
    try await campaign.events().compactMap { event in if case .note(let text) = event { text } else { nil } }
  }

  @Test("The versions of all that a value or a design depends on are recorded")
  func versions() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let versions = try CampaignStore.openReadOnly(at: campaign.paths.database).versions()
    #expect(versions.map(\.component) == ["cohobate", "corpus", "nlopt", "openblas", "rdkit", "table"])
    #expect(versions[0].version == CohobateVersion.current)
    #expect(versions[1].version == stableHash(SmallCampaign.learntChains.joined(separator: "\n")))
  }

  @Test("Nothing is written before a file that is wrong is refused")
  func nothingWritten() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(extra: "polcy: random"))
    let before = try campaign.files
    let error = try #require(await campaign.refusal())
    #expect(error.kind == .input)
    #expect(error.description.contains("small.yaml:9: The key 'polcy' is unknown; did you mean 'policy'?"))
    #expect(try campaign.files == before)
  }

  @Test("A corpus that is not there is refused by its name")
  func noCorpus() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text().replacing("corpus.smi", with: "absent.smi"))
    let error = try #require(await campaign.refusal())
    #expect(error.kind == .input && error.description.contains("absent.smi"))
    #expect(try !campaign.files.contains("small.sqlite"))
  }

  @Test("A corpus of one molecule gives nothing to learn from")
  func oneMolecule() async throws {
    let campaign = try SmallCampaign(corpus: ["CCO", "OCC", "not a molecule"])
    let error = try #require(await campaign.refusal())
    #expect(error.kind == .input)
    #expect(error.description.contains("The corpus has only 1 molecule to learn from"))
    #expect(try !campaign.files.contains("small.sqlite"))
  }

  @Test("Lines of the corpus that cannot be read are told with their numbers")
  func refusedLines() async throws {
    let campaign = try SmallCampaign(corpus: ["C(C"] + SmallCampaign.learntChains)
    let note = try #require(try await notes(campaign).first)
    #expect(note.hasPrefix("Lines of the corpus that were left out: 1. line 1: "))
    let many = try SmallCampaign(corpus: SmallCampaign.learntChains + Array(repeating: "C(C", count: 7))
    #expect(try #require(try await notes(many).first).hasSuffix("; and 2 more ('cohobate validate' lists them)."))
    #expect(try await notes(SmallCampaign()).isEmpty)
  }

  @Test("That the filter allows no molecule of the corpus is told")
  func emptyPool() async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(molecules: "{heavy_atoms: [3, 3]}"), corpus: ["CC", "CCCC", "CCCCC", "C", "CO", "OCCCO"])
    let notes = try await notes(campaign)
    #expect(
      notes.first
        == "None of the 6 molecules of the corpus is allowed by 'molecules' (rejected: heavy_atoms 6). All proposals have to "
        + "come from the language model, which has seen none that is allowed.")
    // A batch that is smaller than was wanted is told of as well.
    #expect(notes.dropFirst().allSatisfy { $0.hasPrefix("Iteration ") && $0.contains(" of the ") })
  }

  @Test("The database of another campaign is refused, and not touched")
  func otherCampaign() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let rows = try campaign.rows()
    try campaign.write(SmallCampaign.text().replacing("name: small", with: "name: other"), to: "small.yaml")
    let error = try #require(await campaign.refusal())
    #expect(error.kind == .input)
    #expect(error.description.contains("belongs to the campaign 'small', not to 'other'"))
    #expect(try campaign.rows() == rows)
  }

  @Test("Another seed is refused, and comments are no change")
  func seed() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let rows = try campaign.rows()
    try campaign.write(SmallCampaign.text().replacing("seed: 11", with: "seed: 12"), to: "small.yaml")
    let error = try #require(await campaign.refusal())
    #expect(error.kind == .input && error.description.contains("has the seed 12"))
    try campaign.write("# a comment\n" + SmallCampaign.text(), to: "small.yaml")
    try await campaign.run()
    #expect(try campaign.rows() == rows)
  }

  @Test("What steers the search may change, and the record says from which iteration on")
  func changedFile() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(budget: "{calculations: 12, initial: 8, batch: 4}"))
    #expect(try await campaign.run().iterations.count == 2)
    try campaign.write(
      SmallCampaign.text(
        molecules: "{heavy_atoms: [1, 9]}", budget: "{calculations: 18, initial: 8, batch: 3}",
        extra: "acquisition: greedy"), to: "small.yaml")
    let notes = try await notes(campaign)
    #expect(
      notes == [
        "Changed from iteration 2 on: acquisition log-window → greedy; budget.batch 4 → 3; budget.calculations 12 → 18; "
          + "molecules.heavy_atoms.most 10 → 9."
      ])
    let report = try StatusReport(of: campaign.paths)
    #expect(report.iterations.map(\.chosen) == [8, 4, 3, 3] && report.endReason == "budget")
    #expect(report.changes.map(\.iteration) == [2, 2, 2, 2] && report.acquisition == "greedy")
    #expect(try InspectionReport(of: campaign.paths, iteration: 2).changes.count == 4)
    #expect(try InspectionReport(of: campaign.paths, iteration: 3).changes.isEmpty)
    let store = try CampaignStore.openReadOnly(at: campaign.paths.database)
    #expect(try store.specifications().map(\.iteration) == [0, 2])
  }

  @Test("Values of another version of the calculator, here of its table, are kept and not learnt from")
  func otherVersion() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(budget: "{calculations: 12, initial: 8, batch: 4}"))
    try await campaign.run()
    let store = { try CampaignStore.openReadOnly(at: campaign.paths.database) }
    let before = try store().observations()
    // Every gap is larger by 1.
    let table = SmallCampaign.chains.map { "\($0),\(SmallCampaign.gap(of: $0) + 1),0\n" }.joined()
    try campaign.write("smiles,gap,dipole\n" + table, to: "values.csv")
    try campaign.write(SmallCampaign.text(budget: "{calculations: 20, initial: 8, batch: 4}"), to: "small.yaml")
    let notes = try await notes(campaign)
    #expect(notes.contains { $0.hasPrefix("Changed from iteration 2 on: table ") })
    #expect(notes.contains { $0.hasPrefix("12 calculations were made by another program, version or protocol") })
    let report = try StatusReport(of: campaign.paths)
    #expect(report.otherProtocols == 12 && report.versions["table"] != nil)
    let after = try store().observations()
    #expect(Array(after.prefix(before.count)) == before)
    // New values, also of molecules that had old ones, and nothing else is learnt from.
    let fits = try store().fits().filter { $0.iteration >= 2 }
    #expect(fits.allSatisfy { $0.observationCount <= 8 })
    #expect(Set(try store().protocols().map(\.programVersion)).count == 2)
    for row in after.dropFirst(before.count) where row.property == "gap" {
      #expect(row.value == SmallCampaign.gap(of: row.smiles) + 1)
    }
    // The earlier table again: its values are learnt from again.
    let first = try SmallCampaign()
    try campaign.write(
      try String(contentsOfFile: first.folder + "/values.csv", encoding: .utf8), to: "values.csv")
    try campaign.write(SmallCampaign.text(budget: "{calculations: 24, initial: 8, batch: 4}"), to: "small.yaml")
    try await campaign.run()
    let last = try #require(try store().fits().last)
    #expect(last.observationCount >= before.count { $0.property == "gap" })
  }

  @Test("Another corpus under the same name is recorded")
  func otherCorpus() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    try campaign.write(SmallCampaign.learntChains.dropLast().joined(separator: "\n") + "\n", to: "corpus.smi")
    try campaign.write(SmallCampaign.text(budget: "{calculations: 28, initial: 8, batch: 4}"), to: "small.yaml")
    #expect(try await notes(campaign).contains { $0.contains("corpus ") && $0.contains(" → ") })
    let history = try CampaignStore.openReadOnly(at: campaign.paths.database).versionHistory()
    #expect(history.filter { $0.component == "corpus" }.count == 2)
  }

  @Test("More goals than have a front are told of, with the way out")
  func manyGoals() async throws {
    let goals = ["gap", "dipole", "gap + dipole", "gap - dipole", "2 * gap + dipole"].map {
      "{expression: \($0), goal: maximize}"
    }
    func campaign(_ count: Int) throws -> SmallCampaign {
      try SmallCampaign(
        SmallCampaign.text(
          objectives: "[\(goals.prefix(count).joined(separator: ", "))]",
          budget: "{calculations: 8, initial: 8, batch: 4}"))
    }
    let many = try campaign(5)
    let warnings = try await ValidationReport(of: many.paths).warnings
    #expect(warnings.count == 1 && warnings[0].contains("are 5 goals without windows, which are too many for a front"))
    #expect(warnings[0].hasSuffix("Give all but 4 of them a window."))
    #expect(try await notes(many) == warnings)
    let few = try campaign(4)
    #expect(try await ValidationReport(of: few.paths).warnings.isEmpty)
  }

  @Test("A reference of a single goal is told of, since it has no effect")
  func referenceWithoutFront() async throws {
    func warnings(_ objectives: String) async throws -> [String] {
      let campaign = try SmallCampaign(SmallCampaign.text(objectives: objectives))
      return try await ValidationReport(of: campaign.paths).warnings
    }
    let one = "{property: gap, goal: minimize, reference: 9}"
    #expect(
      try await warnings("[\(one)]") == [
        "The 'reference' of gap has no effect: only 2 to 4 objectives that are maxima or minima have a reference point. "
          + "Leave it out."
      ])
    #expect(try await warnings("[\(one), {property: dipole, goal: maximize}]").isEmpty)
  }

  @Test("A raised budget takes an ended campaign up again")
  func raisedBudget() async throws {
    let campaign = try SmallCampaign()
    let first = try await campaign.run()
    #expect(first.endReason == "budget" && first.succeeded + first.failed == 24)
    try campaign.write(
      SmallCampaign.text(budget: "{calculations: 30, initial: 8, batch: 4}"), to: "small.yaml")
    #expect(try await notes(campaign) == ["Changed from iteration 5 on: budget.calculations 24 → 30."])
    let report = try StatusReport(of: campaign.paths)
    #expect(report.succeeded + report.failed == 30)
    #expect(report.endReason == "budget" && report.budget == 30)
    #expect(report.iterations.prefix(first.iterations.count).map(\.chosen) == first.iterations.map(\.chosen))
  }

  @Test("A budget may be raised although the size of the first batch is left to its default")
  func raisedFromTiny() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(budget: "{calculations: 4, batch: 4}"))
    #expect(try await campaign.run().endReason == "budget")
    try campaign.write(SmallCampaign.text(budget: "{calculations: 12, batch: 4}"), to: "small.yaml")
    let report = try await campaign.run()
    #expect(report.succeeded + report.failed == 12)
  }

  /// The campaign with its corpus as a pool from which alone molecules are chosen, under the old and under the new key.
  private func pools(_ text: String, corpus: [String] = SmallCampaign.learntChains) throws -> [SmallCampaign] {
    [
      try SmallCampaign(
        text.replacing("candidates: 60}", with: "candidates: 60, new_molecules: false}"), corpus: corpus),
      try SmallCampaign(text.replacing("corpus: corpus.smi", with: "pool: corpus.smi"), corpus: corpus),
    ]
  }

  @Test("A pool gives the same campaign as a corpus without new molecules, and is recorded as a pool")
  func pool() async throws {
    let campaigns = try pools(SmallCampaign.text())
    var rows: [[ObservationRow]] = []
    var fits: [[FitRecord]] = []
    var candidates: [[[Double?]]] = []
    for (key, campaign) in zip(["corpus", "pool"], campaigns) {
      try await campaign.run()
      let store = try CampaignStore.openReadOnly(at: campaign.paths.database)
      #expect(try store.versions().map(\.component).filter { ["corpus", "pool"].contains($0) } == [key])
      rows.append(try store.observations())
      fits.append(try store.fits())
      let last = try store.candidates(of: 2)
      #expect(!last.isEmpty && last.allSatisfy { $0.candidate.move == key })
      candidates.append(
        last.map { [$0.candidate.acquisition, $0.predictions.first?.mean, $0.predictions.first?.standardDeviation] })
      #expect(try store.candidates(of: 0).allSatisfy { $0.candidate.reason == "drawn at random from the \(key)" })
    }
    #expect(rows[0] == rows[1] && fits[0] == fits[1] && candidates[0] == candidates[1])
  }

  @Test("A pool needs no language model: one molecule is enough, and a campaign ends when it is used up")
  func smallPool() async throws {
    let text = SmallCampaign.text(budget: "{calculations: 6, initial: 2, batch: 2}")
    for campaign in try pools(text, corpus: ["CCO"]) {
      let report = try await campaign.run()
      #expect(report.endReason == "exhausted" && report.succeeded + report.failed == 1)
    }
    for (key, campaign) in zip(["corpus", "pool"], try pools(text, corpus: ["CCO", "CCN", "CC"])) {
      let report = try await campaign.run()
      #expect(report.endReason == "exhausted" && report.succeeded + report.failed == 3)
      #expect(report.endMessage?.hasSuffix("widen 'molecules' or give a larger \(key).") == true)
      // A larger list takes it up again.
      try campaign.write("CCO\nCCN\nCC\nCCC\nCCCC\n", to: "corpus.smi")
      #expect(try await campaign.run().iterations.map(\.chosen).reduce(0, +) == 5)
    }
  }
}
