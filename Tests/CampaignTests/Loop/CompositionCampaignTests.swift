import Campaign
import CampaignTesting
import Files
import Foundation
import Reports
import Testing

/// Whole campaigns on inorganic compositions: oxides of two metals, whose value is the share of the oxygen.
@Suite struct CompositionCampaignTests {
  private static let metals = ["Li", "Na", "Mg", "Ca", "Sr", "Al", "Ga", "Ti", "Zr", "Zn"]
  private static let formulas: [String] = metals.flatMap { first in
    metals.filter { $0 > first }.flatMap { ["\(first)\($0)O2", "\(first)2\($0)O4", "\(first)\($0)O3"] }
  }

  /// Four times the share of the oxygen, and a little for each titanium.
  private static func value(of formula: String) -> Double {
    let oxygen = formula.hasSuffix("O4") ? 4.0 : formula.hasSuffix("O3") ? 3 : 2
    let metal = formula.contains("2") && formula.hasSuffix("O4") ? 3.0 : 2
    return 4 * oxygen / (oxygen + metal) + (formula.contains("Ti") ? 0.3 : 0)
  }

  private func campaign(_ extra: String = "", calculator: String = "{program: table, file: oxides.csv}") throws
    -> SmallCampaign
  {
    let campaign = try SmallCampaign(
      """
      name: small
      seed: 5
      objectives: [{property: share, window: [2.4, 2.9]}]
      molecules: {kind: composition, elements: [Li, Na, Mg, Ca, Sr, Al, Ga, Ti, Zr, Zn, O]}
      calculator: \(calculator)
      pool: oxides.csv
      budget: {calculations: 24, initial: 8, batch: 4}
      surrogate: {model: composition}
      \(extra)

      """)
    try campaign.write(
      "formula,share\n" + Self.formulas.map { "\($0),\(Self.value(of: $0))\n" }.joined(), to: "oxides.csv")
    return campaign
  }

  /// Hydrogen, which a list of elements for molecules must have, is not asked for.
  @Test func theyAreCalledWhatTheyAre() async throws {
    let campaign = try campaign()
    let report = try await ValidationReport(of: campaign.paths)
    #expect(report.warnings.isEmpty, "\(report.warnings)")
    #expect(report.calculator.hasSuffix("known values of 135 compositions in oxides.csv"), "\(report.calculator)")
    #expect(report.lines.contains { $0.hasPrefix("  pool        135 compositions, ") }, "\(report.lines)")
  }

  @Test func aPoolIsChosenFromAndTheSameRowsComeAgain() async throws {
    let (one, two) = (try campaign(), try campaign())
    let status = try await one.run()
    #expect(status.succeeded == 24 && status.failed == 0 && status.hits >= 8)
    #expect(status.best.allSatisfy { !$0.formula.contains(" ") && $0.smiles.contains(" ") })
    try await two.run()
    #expect(try one.rows() == two.rows())
    #expect(try one.rows().contains { $0.contains("composition") })
  }

  @Test func whatWasInterruptedEndsWithTheSameRows() async throws {
    let (whole, stopped) = (try campaign(), try campaign())
    try await whole.run()
    let wasStopped = try await stopped.isInterrupted { event in
      if case .calculated(let calculation) = event { calculation.molecule >= 13 } else { false }
    }
    #expect(wasStopped)
    try await stopped.run()
    #expect(try stopped.rows() == whole.rows())
  }

  @Test func othersAreMadeBySubstitution() async throws {
    let campaign = try campaign("design: {new_molecules: true, particles: 40, steps: 4, candidates: 60}")
    let status = try await campaign.run()
    // The table has no values of those.
    #expect(status.failed > 0 && status.succeeded + status.failed == 24)
    let rows = try campaign.rows().joined(separator: "\n")
    #expect(rows.contains("element exchange") || rows.contains("amount step") || rows.contains("partial exchange"))
  }

  @Test func peopleTellValuesByFormula() async throws {
    let campaign = try campaign(calculator: "{program: by-hand, properties: {share: \"\"}}")
    let suggestion = try await campaign.suggest()
    #expect(suggestion.molecules.count == 8)
    let table = "formula,share\n" + suggestion.molecules.map { "\($0.formula),2.5\n" }.joined()
    let told = try await campaign.tell(table)
    #expect(told.notes.isEmpty)
    #expect(try await campaign.suggest().molecules.count == 4)
    #expect(await campaign.refusal(ofTable: "formula,share\nXx2,1\n")?.description.contains("character 1") == true)
  }

  @Test func aPoolOfAnotherKindIsRefusedInASentence() async throws {
    let campaign = try campaign()
    try campaign.write("smiles,share\nCCO,1\nCCN,2\n", to: "oxides.csv")
    #expect(await campaign.refusal()?.description.contains("the candidates are compositions") == true)
    let molecules = try SmallCampaign(
      SmallCampaign.text(extra: "pool: oxides.csv").replacing("corpus: corpus.smi", with: ""))
    try molecules.write("formula,gap\nFe2O3,1\n", to: "oxides.csv")
    #expect(await molecules.refusal()?.description.contains("'kind: composition'") == true)
  }
}
