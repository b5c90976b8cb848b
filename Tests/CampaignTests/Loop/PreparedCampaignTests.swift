import Calculation
import Campaign
import CampaignStore
import Files
import Foundation
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
    #expect(versions[0].version == ProgramVersion.current)
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
    #expect(error.description.contains("The corpus leaves 1 molecule to learn from"))
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
    #expect(
      try await notes(campaign) == [
        "None of the 6 molecules of the corpus is allowed by 'molecules' (rejected: heavy_atoms 6). All proposals have to "
          + "come from the language model, which has seen none that is allowed."
      ])
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

  @Test("A changed file is refused with the keys that changed; comments may")
  func changedFile() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let rows = try campaign.rows()
    try campaign.write(
      SmallCampaign.text(molecules: "{heavy_atoms: [1, 9]}").replacing("seed: 11", with: "seed: 12"), to: "small.yaml")
    let error = try #require(await campaign.refusal())
    #expect(error.kind == .input)
    #expect(error.description.contains("has changed since") && error.description.contains("'seed', 'molecules'"))
    try campaign.write("# a comment\n" + SmallCampaign.text(), to: "small.yaml")
    try await campaign.run()
    #expect(try campaign.rows() == rows)
  }

  @Test("Another version of the calculator, here of its table, is refused")
  func otherVersion() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let rows = try campaign.rows()
    try campaign.write("smiles,gap,dipole\nC,1,2\n", to: "values.csv")
    let error = try #require(await campaign.refusal())
    #expect(error.kind == .input)
    #expect(error.description.contains("was begun with table") && error.description.contains("and this machine has"))
    #expect(try campaign.rows() == rows)
  }

  @Test("Another corpus under the same name is refused")
  func otherCorpus() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    try campaign.write("C\nCC\nCCC\n", to: "corpus.smi")
    let error = try #require(await campaign.refusal())
    #expect(error.kind == .input && error.description.hasPrefix("The corpus has changed since"))
  }

  @Test("A raised budget takes an ended campaign up again")
  func raisedBudget() async throws {
    let campaign = try SmallCampaign()
    let first = try await campaign.run()
    #expect(first.endReason == "budget" && first.succeeded + first.failed == 24)
    try campaign.write(
      SmallCampaign.text(budget: "{calculations: 30, initial: 8, batch: 4}"), to: "small.yaml")
    #expect(try await notes(campaign) == ["The budget is now 30 calculations; it was 24 calculations."])
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
}
