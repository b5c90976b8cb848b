import Campaign
import CampaignTesting
import Files
import Foundation
import MolecularDesign
import Testing

@Suite("What a campaign file asks for")
struct ValidationReportTests {
  @Test("A file in order is described, and nothing is changed")
  func valid() async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(molecules: "{elements: [H, C, N]}"), corpus: ["CC", "CCC", "CCN", "CCO", "C(C", "NCC"])
    let before = try campaign.files
    let report = try await ValidationReport(of: campaign.paths)
    #expect(report.name == "small")
    #expect(report.objectives == ["gap from 6.0 to 7.0 eV"])
    #expect(report.calculator.hasPrefix("table ") && report.calculator.hasSuffix("molecules in values.csv"))
    #expect(report.corpus == 4)
    #expect(report.allowed == 3)
    #expect(report.refusedLines.map(\.line) == [5] && report.refusedLines.map(\.list) == ["corpus"])
    #expect(report.calculations == 24)
    #expect(
      report.lines.contains("  corpus      4 molecules, 3 of them allowed by 'molecules' (rejected: elements 1)"))
    #expect(report.refusals == ["elements": 1] && report.warnings.isEmpty)
    #expect(report.lines.contains { $0.hasPrefix("  corpus line 5 was left out: ") })
    #expect(report.lines.last == "The campaign file is in order.")
    #expect(try campaign.files == before)
  }

  @Test("A property that the calculator does not give is named with its line")
  func unknownProperty() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(objectives: "[{property: charm, goal: maximize}]"))
    do {
      _ = try await ValidationReport(of: campaign.paths)
      Issue.record("there is no charm in the table")
    } catch {
      #expect(error.kind == .input)
      #expect(
        error.description.hasSuffix(
          "small.yaml:3: 'objectives[1].property' is 'charm', which 'table' does not give; it gives gap, dipole."))
    }
  }

  /// What is said of a file; nil where it is in order.
  private func refusal(_ campaign: SmallCampaign) async -> CampaignError? {
    do {
      _ = try await ValidationReport(of: campaign.paths)
      return nil
    } catch {
      return error
    }
  }

  @Test("Filters that allow nothing are refused with what they take out, by validate and by run, and nothing is begun")
  func nothingAllowed() async throws {
    for extra in ["[H, Xe]", "[H, C, Xe], heavy_atoms: [90, 99]"] {
      let campaign = try SmallCampaign(SmallCampaign.text(molecules: "{elements: \(extra)}"))
      let before = try campaign.files
      let error = try #require(await refusal(campaign))
      #expect(error.kind == .input)
      #expect(error.description.contains("small.yaml: None of the "), "\(error)")
      #expect(error.description.contains("'molecules' (rejected: elements "), "\(error)")
      #expect(
        error.description.contains("No string drawn from the language model is allowed either. Widen 'molecules'"),
        "\(error)")
      #expect(await campaign.refusal() == error)
      #expect(try campaign.files == before)
    }
  }

  @Test("What takes long before a refusal is told")
  func toldBeforeTheRefusal() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(molecules: "{elements: [H, Xe]}"))
    var events: [CampaignEvent] = []
    _ = try? await ValidationReport(of: campaign.paths) { events.append($0) }
    #expect(
      events == [
        .preparing("no molecule of the corpus is allowed: drawing others from the language model, at most 20000")
      ])
  }

  @Test("Under 'new_molecules: false' the corpus is all there is")
  func noneAndNoNewOnes() async throws {
    let text = SmallCampaign.text(molecules: "{heavy_atoms: [11, 20]}")
      .replacing("candidates: 60}", with: "candidates: 60, new_molecules: false}")
    let error = try #require(await refusal(try SmallCampaign(text)))
    #expect(error.description.contains("heavy_atoms "), "\(error)")
    #expect(error.description.contains("'design.new_molecules: false'"), "\(error)")
  }

  /// The part of the JSON about lines that were left out.
  private struct Lists: Decodable {
    struct Line: Decodable {
      let list: String
      let line: Int
    }
    let refusedLines: [Line]
  }

  @Test("A pool is described in place of the corpus, and beside it where molecules are invented")
  func pool() async throws {
    let text = SmallCampaign.text(molecules: "{elements: [H, C, N]}", budget: "{calculations: 3, initial: 2, batch: 1}")
    let campaign = try SmallCampaign(
      text.replacing("corpus: corpus.smi", with: "pool: pool.smi"), table: SmallCampaign.chains + ["CC"])
    try campaign.write("CC\nCCN\nCCO\nC(C\nCC.C\nNCC\nCCC\n", to: "pool.smi")
    let report = try await ValidationReport(of: campaign.paths)
    #expect(report.corpus == nil && report.pool == 4 && report.allowed == 3 && report.refusals == ["elements": 1])
    #expect(report.refusedLines.map(\.line) == [4, 5] && report.refusedLines.allSatisfy { $0.list == "pool" })
    #expect(
      report.warnings == [
        "'design.particles' and 'design.steps' have no effect, because no molecules are invented; remove "
          + "them, or state 'new_molecules: true' under 'design'."
      ])
    #expect(report.lines.contains("  pool        4 molecules, 3 of them allowed by 'molecules' (rejected: elements 1)"))
    #expect(report.lines.contains { $0.hasPrefix("  pool line 5 was left out: it has several components") })
    #expect(!report.lines.contains { $0.hasPrefix("  corpus") })
    try campaign.write(
      text.replacing("corpus: corpus.smi", with: "pool: pool.smi\ncorpus: corpus.smi")
        .replacing("candidates: 60}", with: "candidates: 60, new_molecules: true}"), to: "small.yaml")
    let both = try await ValidationReport(of: campaign.paths)
    #expect(both.corpus == SmallCampaign.learntChains.count && both.pool == 4 && both.allowed == 3)
    #expect(both.warnings.isEmpty)
    let lists = try JSONDecoder().decode(Lists.self, from: JSONEncoder().encode(both)).refusedLines
    #expect(lists.map(\.list) == ["pool", "pool"] && lists.map(\.line) == [4, 5])
    #expect(both.lines.contains("  corpus      \(SmallCampaign.learntChains.count) molecules, for the language model"))
  }

  @Test("A pool of which nothing is allowed is refused by its name")
  func nothingAllowedInPool() async throws {
    let text = SmallCampaign.text(molecules: "{heavy_atoms: [11, 20]}")
      .replacing("corpus: corpus.smi", with: "pool: corpus.smi")
    let error = try #require(await refusal(try SmallCampaign(text)))
    #expect(error.description.contains("molecules of the pool is allowed by 'molecules'"), "\(error)")
    #expect(error.description.contains("the campaign has a 'pool' and invents none"), "\(error)")
    #expect(error.description.hasSuffix("or give another 'pool'."), "\(error)")
  }

  @Test("Stereoisomers of a pool are counted, and warned of where the budget cannot be filled")
  func indistinguishable() async throws {
    let isomers = ["C[C@H](O)CC", "C[C@@H](O)CC", "F/C=C/F", "F/C=C\\F", "CCC"]
    func report(budget: Int) async throws -> ValidationReport {
      let text = SmallCampaign.text(budget: "{calculations: \(budget), initial: 2, batch: 1}")
        .replacing("corpus: corpus.smi", with: "pool: corpus.smi").replacing("particles: 40, steps: 4, ", with: "")
      let campaign = try SmallCampaign(text, table: isomers, corpus: isomers)
      defer { withExtendedLifetime(campaign) {} }
      return try await ValidationReport(of: campaign.paths)
    }
    let filled = try await report(budget: 3)
    #expect(filled.indistinguishable == 2 && filled.warnings.isEmpty, "\(filled.warnings)")
    #expect(
      filled.lines.contains { $0.hasPrefix("  same        2 of the allowed molecules have the features of another") })
    let short = try await report(budget: 4)
    #expect(short.indistinguishable == 2 && short.warnings.count == 1, "\(short.warnings)")
    #expect(
      short.warnings.first?.hasPrefix("The surrogate cannot tell 2 of the 5 allowed molecules of the pool from others")
        == true)
  }

  @Test(
    "They are counted where they may matter, or are counted fast",
    arguments: [(5_000, 1, true), (5_001, 1_250, false), (5_001, 1_251, true), (20_000, 500, false)])
  func countsIndistinguishable(allowed: Int, budget: Int, isCounted: Bool) {
    #expect(ValidationReport.countsIndistinguishable(among: allowed, budget: budget) == isCounted)
  }

  @Test("Molecules of a pool without values in the table are counted and warned of")
  func withoutValues() async throws {
    let text = SmallCampaign.text(budget: "{calculations: 3, initial: 2, batch: 1}")
      .replacing("corpus: corpus.smi", with: "pool: corpus.smi").replacing("particles: 40, steps: 4, ", with: "")
    let campaign = try SmallCampaign(text, corpus: ["CCC", "CCN", "CCO", "CCCCCCCCCC", "CCF"])
    try campaign.write("smiles,gap\nCCC,6\nCCN,6.5\nCCO,7\nCCF,\n", to: "values.csv")
    let report = try await ValidationReport(of: campaign.paths)
    #expect(report.calculator.hasSuffix("known values of 3 molecules in values.csv"), "\(report.calculator)")
    #expect(
      report.warnings.contains {
        $0.hasPrefix("The table of 'program: table' has no values of 2 of the 5 allowed molecules of the pool: ")
      }, "\(report.warnings)")
  }

  @Test("An expression without a finite value for any molecule of the table is warned of")
  func expressionWithoutValue() async throws {
    func warnings(_ expression: String) async throws -> [String] {
      let text = SmallCampaign.text(objectives: "[{expression: \"\(expression)\", window: [1, 2]}]")
      let campaign = try SmallCampaign(text)
      defer { withExtendedLifetime(campaign) {} }
      return try await ValidationReport(of: campaign.paths).warnings
    }
    #expect(try await warnings("log(gap)").isEmpty)
    let count = SmallCampaign.chains.count
    #expect(
      try await warnings("log(gap - 100)").first?.hasSuffix(
        "has no finite value for any of the \(count) known molecules, so no molecule meets its objective; give one that has."
      ) == true)
  }

  @Test("The end by what a batch is expected to bring is told with the budget")
  func until() async throws {
    func report(_ more: String) async throws -> ValidationReport {
      let campaign = try SmallCampaign(SmallCampaign.text(budget: "{calculations: 3, initial: 2, batch: 1\(more)}"))
      defer { withExtendedLifetime(campaign) {} }
      return try await ValidationReport(of: campaign.paths)
    }
    let stated = try await report(", until: gain < 0.5")
    #expect(stated.until == "gain < 0.5" && stated.lines.contains("  budget      3 calculations, until gain < 0.5"))
    let none = try await report("")
    #expect(none.until == nil && none.lines.contains("  budget      3 calculations"))
  }

  @Test("One key without effect is named, by validate and by run")
  func keyWithoutEffect() async throws {
    let text = SmallCampaign.text(budget: "{calculations: 3, initial: 2, batch: 1}")
      .replacing("corpus: corpus.smi", with: "pool: corpus.smi")
      .replacing("design: {particles: 40, steps: 4,", with: "design: {steps: 4,")
    let campaign = try SmallCampaign(text)
    let warning =
      "'design.steps' has no effect, because no molecules are invented; remove it, or state "
      + "'new_molecules: true' under 'design'."
    #expect(try await ValidationReport(of: campaign.paths).warnings == [warning])
    let notes = try await campaign.events().compactMap { event in if case .note(let text) = event { text } else { nil }
    }
    #expect(notes.contains(warning))
  }

  @Test(
    "Unpaired electrons that molecules cannot have are warned of, with their count",
    arguments: [("unpaired: 1", 3), ("unpaired: 0", 1), ("unpaired: 1, charge: 1", 1), ("charge: 1", nil)])
  func unpairedElectrons(settings: String, count: Int?) async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(objectives: "[{property: gap, goal: minimize}]", molecules: "{radicals: true}")
        .replacing(
          "{program: table, file: values.csv}",
          with: "{program: command, command: [/bin/true], input: json, properties: {gap: eV}, \(settings)}"),
      corpus: ["CC", "CCO", "CCN", "C[CH2]"])
    let warnings = try await ValidationReport(of: campaign.paths).warnings
    #expect(warnings.count == (count == nil ? 0 : 1))
    guard let count else { return }
    let number = settings.hasPrefix("unpaired: 1") ? 1 : 0
    #expect(
      warnings.first?.hasPrefix(
        "'calculator.unpaired' is \(number), which \(count) of the 4 allowed molecules of the corpus cannot have: an even "
      )
        == true,
      "\(warnings)")
  }

  @Test("Of molecules that the filter rejects no unpaired electrons are warned of")
  func unpairedElectronsOfRejected() async throws {
    let text = SmallCampaign.text(objectives: "[{property: gap, goal: minimize}]")
      .replacing(
        "{program: table, file: values.csv}",
        with: "{program: command, command: [/bin/true], input: json, properties: {gap: eV}, unpaired: 0}")
    let campaign = try SmallCampaign(text, corpus: ["CC", "CCO", "CCN", "C[CH2]"])
    let report = try await ValidationReport(of: campaign.paths)
    #expect(report.allowed == 3 && report.warnings.isEmpty, "\(report.warnings)")
    try campaign.write(text.replacing("unpaired: 0", with: "unpaired: 1"), to: "small.yaml")
    let warnings = try await ValidationReport(of: campaign.paths).warnings
    #expect(
      warnings.first?.hasPrefix("'calculator.unpaired' is 1, which 3 of the 3 allowed molecules of the corpus") == true,
      "\(warnings)")
  }

  @Test("A budget that the molecules cannot fill is warned of")
  func tooFew() async throws {
    let text = SmallCampaign.text(molecules: "{elements: [H, C]}")
      .replacing("candidates: 60}", with: "candidates: 60, new_molecules: false}")
    let campaign = try SmallCampaign(text)
    let report = try await ValidationReport(of: campaign.paths)
    #expect(report.allowed < 24 && report.warnings.count == 2)
    #expect(report.warnings[0].hasPrefix("'design.particles' and 'design.steps' have no effect, because no molecules"))
    #expect(report.warnings[1].hasPrefix("Only \(report.allowed) molecules may be proposed"))
    #expect(report.lines.last == "The campaign file is in order, apart from the warnings.")
  }
}
