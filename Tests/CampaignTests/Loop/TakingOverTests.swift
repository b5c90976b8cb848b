import Campaign
import CampaignFile
import CampaignTesting
import Files
import Foundation
import Reports
import Stores
import Testing

@Suite("What another campaign calculated")
struct TakingOverTests {
  private func campaign(_ budget: String, from other: SmallCampaign) throws -> SmallCampaign {
    let campaign = try SmallCampaign(
      SmallCampaign.text(
        objectives: "[{property: dipole, goal: maximize}]", budget: budget, extra: "acquisition: greedy"
      ).replacing("seed: 11", with: "seed: 12"))
    // The same table, and so the same version.
    let table = try String(contentsOfFile: other.folder + "/values.csv", encoding: .utf8)
    try campaign.write(table, to: "values.csv")
    return campaign
  }

  @Test("Under the same protocol it is taken over, learnt from, and counts for nothing else")
  func takenOver() async throws {
    let other = try SmallCampaign(SmallCampaign.text(budget: "{calculations: 16, initial: 8, batch: 4}"))
    let before = try await other.run()
    let campaign = try campaign("{calculations: 6, initial: 6, batch: 3}", from: other)
    let report = try await CampaignController.run(campaign.paths, on: campaign.resources, from: other.paths.file)
    #expect(report.iterations.map(\.policy) == ["takenOver", "surrogate", "surrogate"])
    #expect(report.told == 16 && report.succeeded + report.failed == 6)
    let (own, others) = (
      try CampaignStore.openReadOnly(at: campaign.paths.database),
      try CampaignStore.openReadOnly(at: other.paths.database)
    )
    let taken = try own.calculations(iteration: 0)
    let given = try others.calculations()
    #expect(taken.map(\.molecule.smiles) == given.map(\.molecule.smiles))
    #expect(taken.allSatisfy { $0.calculation.isReused })
    #expect(try own.fits().first { $0.iteration == 1 }?.observationCount == before.succeeded)
    // The same command resumes a run: what was taken over is not taken again.
    let rows = try campaign.rows()
    let again = try await CampaignController.run(campaign.paths, on: campaign.resources, from: other.paths.database)
    #expect(again.told == 16 && again.endReason == report.endReason)
    #expect(try campaign.rows() == rows)
  }

  @Test("Under another version of the program nothing is taken over, and the error says so")
  func otherVersion() async throws {
    let other = try SmallCampaign(SmallCampaign.text(budget: "{calculations: 8, initial: 8, batch: 4}"))
    try await other.run()
    let campaign = try SmallCampaign(table: Array(SmallCampaign.chains.dropLast()))
    let error = await #expect(throws: CampaignError.self) {
      try await CampaignController.run(campaign.paths, on: campaign.resources, from: other.paths.database)
    }
    #expect(error?.kind == .input && error?.description.contains("under the same protocol") == true)
  }
}
