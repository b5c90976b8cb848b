import Acquisition
import Campaign
import CampaignFile
import CampaignTesting
import Files
import Prediction
import Reports
import Stores
import Testing
import Workbench

/// A campaign over a table with an objective that is an expression, and one whose values are to be near one another.
@Suite("Campaigns on expressions")
struct ExpressionCampaignTests {
  private static let difference = "gap - dipole"

  private func campaign(_ second: String = "{property: dipole, near: 1.25, tolerance: 1}") throws -> SmallCampaign {
    try SmallCampaign(
      SmallCampaign.text(objectives: "[{expression: \(Self.difference), window: [6, 8]}, \(second)]"))
  }

  private func isHit(_ smiles: String) -> Bool {
    let (gap, dipole) = (SmallCampaign.gap(of: smiles), SmallCampaign.dipole(of: smiles))
    return (6...8).contains(gap - dipole) && abs(dipole - 1.25) <= 1
  }

  @Test("Hits, the best and the texts follow from the values of the properties")
  func status() async throws {
    let campaign = try campaign()
    let report = try await campaign.run()
    #expect(report.objectives == ["gap - dipole from 6.0 to 8.0", "dipole about 1.25 ± 1.0 D"])
    #expect(report.objectiveProperties == [Self.difference, "dipole"])
    #expect(report.bounds == [Self.difference: [6, 8], "dipole": [0.25, 2.25]])
    let good = try campaign.store.calculations().filter { $0.calculation.state == .succeeded }.map(\.molecule.smiles)
    #expect(report.hits == good.count(where: isHit))
    #expect(report.hits > 0, "the example must have hits")
    for molecule in report.best {
      #expect(molecule.isHit == isHit(molecule.smiles))
      let expected = SmallCampaign.gap(of: molecule.smiles) - SmallCampaign.dipole(of: molecule.smiles)
      #expect(molecule.values[Self.difference] == expected)
    }
    #expect(report.fits.map(\.property).sorted() == ["dipole", "gap"])
    let validation = try await ValidationReport(of: campaign.paths)
    #expect(validation.objectives == report.objectives && validation.warnings.isEmpty)
  }

  @Test("The record has the predictions of the properties, and a report derives those of the expression")
  func inspection() async throws {
    let campaign = try campaign()
    try await campaign.run()
    let report = try InspectionReport(of: campaign.paths, iteration: nil)
    #expect(report.objectives == [Self.difference, "dipole"])
    let stored = try campaign.store.candidates(of: report.iteration.number).flatMap(\.predictions).map(\.property)
    #expect(Set(stored) == ["gap", "dipole"])
    let expression = try PropertyExpression(Self.difference)
    for candidate in report.candidates where candidate.rank != nil {
      let (gap, dipole) = (try #require(candidate.predictions["gap"]), try #require(candidate.predictions["dipole"]))
      let derived = try #require(candidate.predictions[expression.description])
      #expect(abs(derived.mean - (gap.mean - dipole.mean)) < 1e-9)
      let variance =
        gap.standardDeviation * gap.standardDeviation + dipole.standardDeviation * dipole.standardDeviation
      #expect(abs(derived.standardDeviation - variance.squareRoot()) < 1e-9)
      guard let calculation = candidate.calculation, calculation.state == "succeeded" else { continue }
      #expect(calculation.isHit == isHit(candidate.smiles))
      #expect(calculation.values[Self.difference] != nil && calculation.errors[Self.difference] != nil)
    }
    let drawings = try Export(of: campaign.paths).text(.svg)
    #expect(drawings.contains("<svg"))
    let table = try Export(of: campaign.paths).text(.csv)
    #expect(table.contains("gap (eV)") && !table.contains(Self.difference))
  }

  @Test("Hits are exported, and a second run changes nothing")
  func export() async throws {
    let campaign = try campaign()
    let report = try await campaign.run()
    var selection = Export.Selection()
    selection.onlyHits = true
    #expect(try Export(of: campaign.paths, selection).count(in: .smi) == report.hits)
    let rows = try campaign.rows()
    try await campaign.run()
    #expect(try campaign.rows() == rows)
  }

  @Test("A suggestion predicts the expression, and its table can be told again")
  func suggestion() async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(objectives: "[{expression: gap/dipole, goal: maximize}]").replacing(
        "{program: table, file: values.csv}", with: "{program: by-hand, properties: {gap: eV, dipole: D}}"))
    func table(_ smiles: some Sequence<String>) -> String {
      "smiles,gap,dipole\n"
        + smiles.map { "\($0),\(SmallCampaign.gap(of: $0)),\(SmallCampaign.dipole(of: $0))\n" }.joined()
    }
    try await campaign.tell(table(SmallCampaign.chains.prefix(8)))
    let suggestion = try await campaign.suggest()
    #expect(suggestion.objectives == ["gap / dipole"])
    #expect(suggestion.molecules.allSatisfy { $0.predictions.keys.sorted() == ["dipole", "gap", "gap / dipole"] })
    #expect(
      suggestion.csv.hasPrefix(
        "id,smiles,iteration,gap_predicted (eV),gap_predicted_sd (eV),dipole_predicted (D),dipole_predicted_sd (D),why")
    )
    // Empty lines are no values, so that nothing changes.
    #expect(try await campaign.tell(suggestion.csv).told == 0)
    try await campaign.tell(table(suggestion.molecules.map(\.smiles)))
    let report = try StatusReport(of: campaign.paths)
    let ratios = report.best.compactMap { $0.values["gap / dipole"] }
    #expect(ratios.count == report.best.count && ratios == ratios.sorted(by: >) && report.hits == 0)
  }

  @Test("An expression has one name in the file and in the record, however it is spelled")
  func spelling() async throws {
    let text = SmallCampaign.text(objectives: "[{expression: gap/dipole, goal: maximize}]")
      .replacing("{program: table, file: values.csv}", with: "{program: by-hand, properties: {gap: eV, dipole: D}}")
    let campaign = try SmallCampaign(text)
    _ = try await campaign.suggest()
    try campaign.write(text.replacing("gap/dipole", with: "(gap)/  dipole"), to: "small.yaml")
    let suggestion = try await campaign.suggest()
    let status = try StatusReport(of: campaign.paths)
    #expect(suggestion.objectives == ["gap / dipole"] && status.objectiveProperties == suggestion.objectives)
    #expect(try InspectionReport(of: campaign.paths, iteration: nil).objectives == suggestion.objectives)
    #expect(status.changes.isEmpty)
  }

  /// An earlier version recorded the settings of an expression by its spelling.
  @Test("A record of an earlier version whose campaign file is the same is not changed")
  func earlierRecord() async throws {
    let text = SmallCampaign.text(objectives: "[{expression: gap/dipole, goal: maximize}]")
    let campaign = try SmallCampaign(text)
    let reason = try #require(try await campaign.run().endReason)
    let json = try campaign.specification().settingsJSON(in: campaign.paths.file)
    let earlier = json.replacing("gap / dipole", with: "gap/dipole")
    try #require(earlier != json)
    let store = try CampaignStore.open(at: campaign.paths.database)
    try store.reopenCampaign(specification: text, settings: earlier)
    try store.endCampaign(try #require(EndReason(rawValue: reason)), message: "It has ended.")
    try store.close()
    let rows = try campaign.rows()
    let report = try await campaign.run()
    #expect(try campaign.rows() == rows)
    #expect(report.endReason == reason && report.changes.isEmpty)
  }

  @Test("predict ranks the corpus by the campaign's objectives, expressions included")
  func prediction() async throws {
    let campaign = try campaign()
    try await campaign.run()
    let report = try PredictRun(PredictRequest(.campaign(campaign.paths, iteration: nil), molecules: nil)).run()
    #expect(report.quantities.map(\.name) == ["gap", "dipole", Self.difference])
    #expect(report.targets == ["gap - dipole from 6.0 to 8.0", "dipole about 1.25 ± 1.0 D"])
    #expect(report.rows.allSatisfy { $0.logProbability.map { $0 <= 0 } == true })
  }
}
