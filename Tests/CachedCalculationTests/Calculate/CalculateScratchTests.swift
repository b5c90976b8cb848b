import CachedCalculation
import CampaignFile
import CampaignTesting
import Foundation
import Stores
import Tables
import Testing

@Suite struct CalculateScratchTests {
  /// A run that was killed has left its lock file, and nobody holds the lock.
  @Test func whatKilledRunsLeftIsSweptAndNothingElse() async throws {
    let campaign = try SmallCampaign()
    let workdir = campaign.resources.workdir
    let files = FileManager.default
    for name in ["calculate-killed", "calculate-running", "calculate-kept", "another"] {
      try files.createDirectory(atPath: "\(workdir)/\(name)/000001-01", withIntermediateDirectories: true)
    }
    #expect(files.createFile(atPath: "\(workdir)/calculate-killed/calculate.lock", contents: nil))
    // A run that was killed as it began.
    #expect(files.createFile(atPath: "\(workdir)/calculate.lock", contents: nil))
    let running = try CampaignLock(database: "\(workdir)/calculate-running/calculate")
    let run = try await CalculateRun(
      .smiles([SmallCampaign.chains[0]]), by: CalculatorRequest(configuration: campaign.paths.file),
      on: campaign.resources)
    _ = try await run.run()
    #expect(
      try files.contentsOfDirectory(atPath: workdir).sorted() == ["another", "calculate-kept", "calculate-running"])
    #expect(files.fileExists(atPath: "\(workdir)/calculate-running/000001-01"))
    #expect(files.fileExists(atPath: running.path))
  }

  /// Each begins with a sweep, and its own folder is there before its lock is.
  @Test func thoseThatBeginAtOnceSweepNothingOfEachOther() async throws {
    let campaign = try SmallCampaign()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for smiles in SmallCampaign.chains.prefix(8) {
        let run = try await CalculateRun(
          .smiles([smiles]), by: CalculatorRequest(configuration: campaign.paths.file), on: campaign.resources)
        group.addTask {
          for _ in 0..<100 { _ = try await run.run() }
        }
      }
      try await group.waitForAll()
    }
    // Whoever found the working directory there leaves it.
    #expect(((try? FileManager.default.contentsOfDirectory(atPath: campaign.resources.workdir)) ?? []) == [])
  }
}
