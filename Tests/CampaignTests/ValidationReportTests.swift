import Campaign
import CampaignTesting
import Files
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
    #expect(report.refusedLines.map(\.line) == [5])
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

  @Test("Under 'new_molecules: false' the corpus is all there is")
  func noneAndNoNewOnes() async throws {
    let text = SmallCampaign.text(molecules: "{heavy_atoms: [11, 20]}")
      .replacing("candidates: 60}", with: "candidates: 60, new_molecules: false}")
    let error = try #require(await refusal(try SmallCampaign(text)))
    #expect(error.description.contains("heavy_atoms "), "\(error)")
    #expect(error.description.contains("'design.new_molecules: false'"), "\(error)")
  }

  @Test("A budget that the molecules cannot fill is warned of")
  func tooFew() async throws {
    let text = SmallCampaign.text(molecules: "{elements: [H, C]}")
      .replacing("candidates: 60}", with: "candidates: 60, new_molecules: false}")
    let campaign = try SmallCampaign(text)
    let report = try await ValidationReport(of: campaign.paths)
    #expect(report.allowed < 24 && report.warnings.count == 1)
    #expect(report.warnings[0].hasPrefix("Only \(report.allowed) molecules may be proposed"))
    #expect(report.lines.last == "The campaign file is in order, apart from the warnings.")
  }
}
