import Campaign
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
    #expect(report.lines.contains("  corpus      4 molecules, 3 of them allowed by 'molecules'"))
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
}
