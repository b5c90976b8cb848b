import Glibc
import Testing

/// One campaign, one run.
@Suite struct TwoRunsTests {
  @Test func theSecondRunSaysWhoHoldsTheCampaignAndChangesNothing() throws {
    let campaign = try TableCampaign()
    let first = try campaign.start()
    #expect(first.run(lines: 5))
    #expect(first.pause())
    let before = try campaign.endedCount()
    let second = try campaign.run()
    #expect(second.cause == .exited(2), "\(second)")
    #expect(second.complaint?.contains("is being run by process \(first.process) on ") == true, "\(second)")
    #expect(try campaign.endedCount() == before)
    let status = try Program.run(["status", TableCampaign.fileName], in: campaign.folder)
    #expect(status.cause == .exited(0), "\(status)")
    first.send(SIGCONT)
    #expect(first.end().cause == .exited(0))
    #expect(try campaign.rows() == TableCampaign.uninterrupted.get().rows)
  }
}
