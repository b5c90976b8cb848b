import Foundation
import Glibc
import Testing

/// Campaigns on a real Slurm of this machine.
@Suite(.serialized) struct SlurmTests {
  let slurm: LocalSlurm

  init() throws { slurm = try LocalSlurm() }

  private func campaign(calculations: Int = 24, machine: String = ClusterCampaign.slurm) throws -> ClusterCampaign {
    try ClusterCampaign(machine: machine, environment: slurm.environment, calculations: calculations)
  }

  private func expectNoJobs(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let areGone = try slurm.wait { try slurm.jobs().isEmpty }
    #expect(areGone, sourceLocation: sourceLocation)
  }

  @Test func theRowsAreThoseOfOneMachineAndNothingIsLeft() throws {
    let campaign = try campaign()
    let ending = try campaign.run()
    #expect(ending.cause == .exited(0), "\(ending)\n\(slurm.log)")
    #expect(try campaign.rows() == campaign.rowsOnOneMachine())
    try expectNoJobs()
    let spool = try #require(campaign.spool)
    let left = try FileManager.default.contentsOfDirectory(atPath: spool).sorted()
    #expect(left == ["bin", "job.sh", "log", "stop"])
    // Where the programs ran is told.
    let machines = try campaign.machines()
    let machine = try #require(machines.first)
    #expect(machines.count == 1 && machine.wholeMatch(of: /slurm: machine on [A-Za-z0-9-]+/) != nil, "\(machines)")
    let shown = try Program.run(["inspect", TableCampaign.fileName, "--molecule", "1"], in: campaign.folder)
    #expect(shown.output.contains(", \(machine): "), "\(shown.output)")
  }

  @Test func killedAndResumedItReadsWhatItsJobsHaveDone() throws {
    let campaign = try campaign()
    for least in [1, 6, 14] {
      let run = try campaign.start()
      #expect(try slurm.wait { campaign.done >= least })
      #expect(run.end(by: SIGKILL).cause == .signalled(SIGKILL))
      #expect(try slurm.jobs().count == 1)
    }
    let ending = try campaign.run()
    #expect(ending.cause == .exited(0), "\(ending)\n\(slurm.log)")
    #expect(try campaign.rows() == campaign.rowsOnOneMachine())
    try expectNoJobs()
  }

  @Test func jobsThatAreKilledOrStartedAgainLoseNothing() throws {
    let campaign = try campaign()
    let run = try campaign.start()
    #expect(try slurm.wait { campaign.done >= 3 })
    let first = try #require(campaign.pilots.first)
    #expect(kill(try #require(pid_t(first.split(separator: ".")[2])), SIGKILL) == 0)
    // Another comes, once the queue has twice said that the first is gone.
    #expect(try slurm.wait { campaign.pilots.count >= 2 && campaign.done >= 8 }, "\(campaign.pilots)")
    let job = try #require(try slurm.jobs().first)
    // Cohobate forbids it, and an administrator may do it.
    try slurm.output("scontrol", "update", "JobId=\(job)", "Requeue=1")
    try slurm.output("scontrol", "requeue", job)
    try slurm.output("scontrol", "update", "JobId=\(job)", "StartTime=now")
    #expect(try slurm.wait { campaign.pilots.count >= 3 }, "\(campaign.pilots)")
    let ending = run.end()
    #expect(ending.cause == .exited(0), "\(ending)\n\(slurm.log)")
    #expect(try campaign.rows() == campaign.rowsOnOneMachine())
    try expectNoJobs()
  }

  @Test func aQueueThatIsAwayIsNoEndOfAnything() throws {
    let campaign = try campaign()
    let run = try campaign.start()
    #expect(try slurm.wait { campaign.done >= 2 })
    slurm.kill("slurmctld")
    #expect(try slurm.wait { campaign.done >= 12 })
    try slurm.startController()
    let ending = run.end()
    #expect(ending.cause == .exited(0), "\(ending)\n\(slurm.log)")
    #expect(try campaign.rows() == campaign.rowsOnOneMachine())
    try expectNoJobs()
  }

  @Test func interruptedItCancelsItsJobsUnlessItIsToLeaveThem() throws {
    let campaign = try campaign()
    let run = try campaign.start()
    #expect(try slurm.wait { campaign.done >= 2 })
    #expect(run.end(by: SIGINT).cause == .exited(130))
    try expectNoJobs()
    let detached = try campaign.start("--detach")
    #expect(try slurm.wait { campaign.done >= 8 })
    #expect(detached.end(by: SIGINT).cause == .exited(130))
    #expect(try slurm.jobs().count == 1)
    #expect(try campaign.run().cause == .exited(0))
    #expect(try campaign.rows() == campaign.rowsOnOneMachine())
    try expectNoJobs()
  }

  @Test func itSubmitsAndReturnsUntilThereIsNothingLeft() throws {
    let campaign = try campaign(calculations: 16)
    var runs = 0
    repeat {
      let ending = try campaign.start("--no-wait").end()
      #expect(ending.cause == .exited(0), "\(ending)\n\(slurm.log)")
      runs += 1
      if campaign.done < 16 {
        #expect(ending.errors.contains("run the same command later"), "\(ending)")
        // The jobs work while no run is there.
        let spool = try #require(campaign.spool)
        #expect(
          try slurm.wait {
            try FileManager.default.contentsOfDirectory(atPath: "\(spool)/waiting").isEmpty
              && FileManager.default.contentsOfDirectory(atPath: "\(spool)/claimed").isEmpty
          })
        let status = try Program.run(
          ["status", TableCampaign.fileName, "--machine", "machine.yaml"], in: campaign.folder)
        #expect(status.output.contains("on machine: 0 attempts waiting, 0 running, "), "\(status)")
      }
    } while campaign.done < 16 && runs < 20
    #expect(runs < 20)
    #expect(try campaign.rows() == campaign.rowsOnOneMachine())
    try expectNoJobs()
  }

  /// The first controllers have a few seconds each, which a busy machine may need to begin; the last one has enough.
  @Test func theControllerIsAJobThatSubmitsItsSuccessor() throws {
    let campaign = try campaign(machine: ClusterCampaign.slurm.replacing("cores: 2\n", with: "cores: 1\n"))
    let first = try campaign.start("--as-job", "--controller-seconds", "4").end()
    #expect(first.cause == .exited(0), "\(first)\n\(slurm.log)")
    #expect(first.output.hasPrefix("Job 1 runs the campaign, and submits its successor"), "\(first)")
    let second = try campaign.start("--as-job").end()
    #expect(second.cause == .exited(0))
    #expect(second.errors.contains("already runs this campaign"), "\(second)")
    #expect(try slurm.wait { said(by: campaign).contains { $0.contains("The time of this job is up. Job ") } })
    #expect(try !slurm.jobs().isEmpty)
    let cancelled = try campaign.start("--cancel-job").end()
    #expect(cancelled.cause == .exited(0))
    #expect(cancelled.output.hasPrefix("Job ") && cancelled.output.contains(" was cancelled"), "\(cancelled)")
    try expectNoJobs()
    #expect(try campaign.start("--as-job").end().cause == .exited(0))
    #expect(try slurm.wait { try slurm.jobs().isEmpty }, "\(slurm.log)")
    #expect(try campaign.rows() == campaign.rowsOnOneMachine(), "\(said(by: campaign))")
    let left = try FileManager.default.contentsOfDirectory(atPath: campaign.folder.path)
    #expect(left.filter { $0.hasPrefix("search.sqlite") }.sorted() == ["search.sqlite", "search.sqlite.lock"])
  }

  /// What the controllers of a campaign printed.
  private func said(by campaign: ClusterCampaign) -> [String] {
    let log = (campaign.spool ?? "") + "/log"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: log)) ?? []
    return names.filter { $0.hasPrefix("run-") }.compactMap {
      try? String(contentsOfFile: "\(log)/\($0)", encoding: .utf8)
    }
  }

  @Test func insideAJobPilotsAreItsSteps() throws {
    let campaign = try campaign(
      machine: ClusterCampaign.slurm.replacing("cores: 2\njobs: 1\n", with: "cores: 1\njobs: 5\n"))
    let ending = try RunningProgram(
      [
        "--quiet", "--ntasks=2", Program.path, "run", TableCampaign.fileName, "--no-cache", "--machine", "machine.yaml",
      ],
      path: "/usr/bin/salloc", in: campaign.folder, environment: slurm.environment
    ).end()
    #expect(ending.cause == .exited(0), "\(ending)\n\(slurm.log)")
    #expect(try campaign.rows() == campaign.rowsOnOneMachine())
    let spool = try #require(campaign.spool)
    let logs = Set(try FileManager.default.contentsOfDirectory(atPath: "\(spool)/log"))
    // The job has room for two, and no other job was submitted.
    #expect(logs.isSuperset(of: ["1.0.txt", "srun.txt"]) && logs.isSubset(of: ["1.0.txt", "1.1.txt", "srun.txt"]))
    try expectNoJobs()
  }

  @Test func theCheckGoesThroughTheChainAndSaysWhereItBreaks() throws {
    let folder = try TemporaryFolder()
    try folder.write(ClusterCampaign.slurm + "spool: spool\n", to: "machine.yaml")
    let good = try Program.run(["machine", "check", "machine.yaml"], in: folder, environment: slurm.environment)
    #expect(good.cause == .exited(0), "\(good)\n\(slurm.log)")
    #expect(good.output.contains("ok   xtb calculates water there: energy -5.07"))
    try expectNoJobs()

    try folder.write(ClusterCampaign.slurm + "spool: spool\npartition: nowhere\n", to: "wrong.yaml")
    let wrong = try Program.run(["machine", "check", "wrong.yaml"], in: folder, environment: slurm.environment)
    #expect(wrong.cause == .exited(1))
    #expect(wrong.output.contains("bad  submission: The queue refuses the job"), "\(wrong)")
    #expect(wrong.output.contains("ask the administrator which partition"))

    slurm.kill("slurmctld")
    let away = try Program.run(["machine", "check", "machine.yaml"], in: folder, environment: slurm.environment)
    #expect(away.cause == .exited(1))
    #expect(away.output.contains("'squeue' does not answer"), "\(away)")
  }
}
