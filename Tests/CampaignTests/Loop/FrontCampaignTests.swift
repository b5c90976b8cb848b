import Campaign
import CampaignFile
import CampaignTesting
import Files
import Reports
import Stores
import Testing

@Suite("Campaigns on several maxima and minima")
struct FrontCampaignTests {
  private func text(_ reference: (gap: Double, dipole: Double)? = nil, extra: String = "") -> String {
    let gap = reference.map { ", reference: \($0.gap)" } ?? ""
    let dipole = reference.map { ", reference: \($0.dipole)" } ?? ""
    return SmallCampaign.text(
      objectives: "[{property: gap, goal: minimize\(gap)}, {property: dipole, goal: maximize\(dipole)}]",
      extra: extra)
  }

  private func rows(_ campaign: SmallCampaign) throws -> [ReferencePointRecord] {
    try CampaignStore.openReadOnly(at: campaign.paths.database).referencePoints()
  }

  private func notes(_ campaign: SmallCampaign) async throws -> [String] {
    try await campaign.events().compactMap { if case .note(let text) = $0 { text } else { nil } }
  }

  @Test("Without a stated reference point it is the worst of the first batch, in every iteration")
  func worstKnown() async throws {
    let campaign = try SmallCampaign(text())
    let report = try await campaign.run()
    let first = try CampaignStore.openReadOnly(at: campaign.paths.database).calculations().filter {
      $0.calculation.iteration == 0 && $0.calculation.state == .succeeded
    }.map(\.molecule.smiles)
    let gap = try #require(first.map(SmallCampaign.gap).max())
    let dipole = try #require(first.map(SmallCampaign.dipole).min())
    let rows = try rows(campaign)
    #expect(rows.map(\.iteration) == [1, 1, 2, 2, 3, 3, 4, 4])
    for row in rows {
      #expect(row.value == (row.objective == "gap" ? gap : dipole) && !row.isStated)
      #expect(row.isMinimum == (row.objective == "gap"))
    }
    #expect(report.front?.reference.map(\.value) == [gap, dipole])
    let inspected = try InspectionReport(of: campaign.paths, iteration: 2).reference
    #expect(inspected.map(\.objective) == ["gap", "dipole"] && inspected.map(\.unit) == ["eV", "D"])
    #expect(try InspectionReport(of: campaign.paths, iteration: 0).reference.isEmpty)
  }

  @Test("A stated one may change, and applies from the next iteration on")
  func stated() async throws {
    let campaign = try SmallCampaign(text((11, 0.5)))
    try await campaign.run()
    try campaign.write(
      text((10, 1)).replacing("calculations: 24", with: "calculations: 28"), to: "small.yaml")
    let changed = try await notes(campaign)
    #expect(changed.contains { $0.contains("objectives.gap gap as low as possible, below 11.0 → ") })
    let rows = try rows(campaign)
    #expect(rows.filter { $0.iteration < 5 }.allSatisfy { $0.value == ($0.objective == "gap" ? 11 : 0.5) })
    #expect(rows.filter { $0.iteration == 5 }.map(\.value) == [1, 10] && rows.allSatisfy(\.isStated))
  }

  @Test(
    "A reference point beyond everything is told of, and the campaign goes on",
    arguments: ["log-window", "log-expected-improvement", "upper-confidence-bound", "greedy", "probability-of-best"])
  func beyondEverything(acquisition: String) async throws {
    let campaign = try SmallCampaign(text((0.5, 100), extra: "acquisition: \(acquisition)"))
    let notes = try await notes(campaign)
    #expect(notes.count { $0.hasPrefix("No known molecule exceeds the reference point (gap 0.5, dipole 100.0)") } == 4)
    let report = try StatusReport(of: campaign.paths)
    #expect(report.endReason == "budget" && report.front?.hypervolume == 0)
    #expect(report.front?.molecules.isEmpty == true)
  }
}
