import Calculation
import Campaign
import CampaignFile
import CampaignTesting
import Files
import Foundation
import Reports
import Stores
import Testing

@Suite("What is counted for those who watch")
struct RunProgressTests {
  private let properties = [
    Property(name: "dipole", unit: "D", summary: ""), Property(name: "gap", unit: "eV", summary: ""),
  ]

  private func success(_ gap: Double) -> CalculationOutcome {
    CalculationOutcome(
      result: .success(CalculationResult(values: ["gap": gap, "dipole": 1])), attempts: [], wallSeconds: 1)
  }

  private func runProgress(of campaign: SmallCampaign, current: ProtocolEntry? = nil) throws -> RunProgress {
    try RunProgress(
      CampaignStore.openReadOnly(at: campaign.paths.database), specification: campaign.specification(),
      properties: properties, current: current)
  }

  private func empty() throws -> (SmallCampaign, RunProgress) {
    let campaign = try SmallCampaign()
    let record = CampaignRecord(name: "small", specification: SmallCampaign.text(), seed: 11, createdAt: Date())
    let store = try CampaignStore.create(
      at: campaign.paths.database, campaign: record, versions: [],
      properties: properties.map { PropertyRecord(name: $0.name, unit: $0.unit, summary: "text") })
    return (
      campaign, try RunProgress(store, specification: campaign.specification(), properties: properties)
    )
  }

  @Test("A new campaign begins at zero")
  func new() throws {
    let (_, runProgress) = try empty()
    let progress = runProgress.progress
    #expect((progress.done, progress.failed, progress.running, progress.hits) == (0, 0, 0, 0))
    #expect(progress.budget == 24)
    #expect(progress.best == nil && progress.secondsLeft == nil)
  }

  @Test("Successes, failures, hits and the best are counted")
  func counting() throws {
    let (_, runProgress) = try empty()
    runProgress.begin(iteration: 2)
    #expect(runProgress.progress.iteration == 2)
    let first = runProgress.count(molecule: 1, smiles: "CC", outcome: success(9))
    #expect(first.summary == "gap 9.000 eV" && first.succeeded && !first.isHit)
    let hit = runProgress.count(molecule: 2, smiles: "CCO", outcome: success(6.5))
    #expect(hit.isHit && hit.molecule == 2 && hit.smiles == "CCO")
    _ = runProgress.count(molecule: 3, smiles: "CCN", outcome: success(7.5))
    let failure = CalculationOutcome(
      result: .failure(CalculationFailure(.timeout, "It took too long.")), attempts: [], wallSeconds: 1)
    let failed = runProgress.count(molecule: 4, smiles: "CCF", outcome: failure)
    #expect(failed.summary == "timeout: It took too long." && !failed.succeeded && !failed.isHit)
    let progress = runProgress.progress
    #expect((progress.done, progress.failed, progress.hits) == (4, 1, 1))
    #expect(progress.best == "gap 6.500 eV")
    #expect(try #require(progress.secondsLeft) >= 0)
  }

  @Test("An uncertainty is shown, but not the spread over conformers")
  func uncertainties() throws {
    let (_, runProgress) = try empty()
    func summary(_ smiles: String, conformers: Int) -> String {
      let attempts = (1...conformers).map {
        AttemptRecord(
          number: $0, conformer: $0, commandLine: ["xtb"], termination: .exited(0), wallSeconds: 1, startedAt: Date(),
          failure: nil, energy: nil)
      }
      let result = CalculationResult(values: ["gap": 9], spreads: ["gap": 0.25])
      let outcome = CalculationOutcome(result: .success(result), attempts: attempts, wallSeconds: 1)
      return runProgress.count(molecule: 1, smiles: smiles, outcome: outcome).summary
    }
    #expect(summary("CC", conformers: 1) == "gap 9.000 ± 0.250 eV")
    #expect(summary("CC", conformers: 2) == "gap 9.000 eV")
    #expect(summary("*CC*", conformers: 2) == "gap 9.000 ± 0.250 eV")
  }

  @Test("Running programs are those started and not ended")
  func running() throws {
    let (_, runProgress) = try empty()
    runProgress.note(.planned(job: 1, attempts: 2))
    runProgress.note(.attemptStarted(job: 1, attempt: 1))
    runProgress.note(.attemptStarted(job: 1, attempt: 2))
    #expect(runProgress.progress.running == 2)
    let record = AttemptRecord(
      number: 1, commandLine: ["xtb"], termination: .exited(0), wallSeconds: 1, startedAt: Date(), failure: nil,
      energy: nil)
    runProgress.note(.attemptEnded(job: 1, record))
    #expect(runProgress.progress.running == 1)
  }

  @Test("What was calculated by another protocol than is used now is done, and neither a hit nor the best")
  func otherProtocol() async throws {
    let campaign = try SmallCampaign()
    let report = try await campaign.run()
    let other = ProtocolEntry(name: "table", version: 1, json: "{\"file\":\"other.csv\"}", summary: "another table")
    let progress = try runProgress(of: campaign, current: other).progress
    #expect(report.hits > 0 && progress.hits == 0 && progress.best == nil)
    #expect(progress.done == report.succeeded + report.failed)
  }

  @Test("A campaign that goes on counts what is in its record")
  func resumed() async throws {
    let campaign = try SmallCampaign()
    let report = try await campaign.run()
    let progress = try runProgress(of: campaign).progress
    #expect(progress.done == report.succeeded + report.failed)
    #expect(progress.failed == report.failed)
    #expect(progress.hits == report.hits)
    #expect(progress.best == report.best.first?.values["gap"].map { "gap \(decimal($0, places: 3)) eV" })
  }
}
