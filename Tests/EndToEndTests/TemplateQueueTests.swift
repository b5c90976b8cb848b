import Foundation
import Glibc
import Testing

/// Campaigns on a queue that is used by its own commands. They are a script that imitates a queue: it starts a job at once
/// as a process.
@Suite struct TemplateQueueTests {
  private static let queue = """
    import os, pathlib, signal, subprocess, sys
    place = pathlib.Path(__file__).parent / "queue"
    place.mkdir(exist_ok=True)
    what = sys.argv[1]
    def runs(job):
        try:
            state = pathlib.Path(f"/proc/{(place / job).read_text()}/stat").read_text()
        except OSError:
            return False
        return state.rsplit(")", 1)[1].split()[0] != "Z"
    if what == "submit":
        job = str(100 + len(list(place.iterdir())))
        process = subprocess.Popen(
            ["/bin/bash", sys.argv[2]], env={**os.environ, "JOB_ID": job}, start_new_session=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        (place / job).write_text(str(process.pid))
        print(f'Your job {job} ("cohobate") has been submitted')
    elif what == "list":
        print("job-ID  prior   name\\n------")
        for entry in place.iterdir():
            if runs(entry.name):
                print(f"    {entry.name} 0.5 cohobate 11/30/2026")
    else:
        os.kill(int((place / sys.argv[2]).read_text()), signal.SIGTERM)

    """

  private func campaign(calculations: Int = 16) throws -> ClusterCampaign {
    let campaign = try ClusterCampaign(
      machine: """
        executor: template
        submit: [/usr/bin/python3, queue.py, submit, "{script}"]
        query: [/usr/bin/python3, queue.py, list]
        cancel: [/usr/bin/python3, queue.py, cancel, "{job}"]
        directives: ["#$ -N {name}", "#$ -pe smp {cores}"]
        cores: 1
        jobs: 2
        time: 30m
        idle: 30s
        poll: 1
        heartbeat: 1

        """, environment: [:], calculations: calculations)
    try campaign.folder.write(Self.queue, to: "queue.py")
    return campaign
  }

  /// The processes of the campaign's pilots.
  private func pilots(of campaign: ClusterCampaign) -> [pid_t] {
    campaign.pilots.compactMap { pid_t($0.split(separator: ".")[2]) }.filter { process in
      let words = (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)) ?? ""
      return words.contains("cohobate-pilot")
    }
  }

  @Test func theRowsAreThoseOfOneMachine() throws {
    let campaign = try campaign()
    let ending = try campaign.run()
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(try campaign.rows() == campaign.rowsOnOneMachine())
    let script = try String(contentsOfFile: try #require(campaign.spool) + "/job.sh", encoding: .utf8)
    #expect(script.hasPrefix("#!/bin/bash\n#$ -N cohobate-search-"))
  }

  @Test func killedAndInterruptedItFindsItsJobsAndEndsThem() throws {
    let campaign = try campaign()
    let run = try campaign.start()
    #expect(campaign.waits { campaign.done >= 2 })
    #expect(run.end(by: SIGKILL).cause == .signalled(SIGKILL))
    let jobs = pilots(of: campaign)
    #expect(!jobs.isEmpty)
    let resumed = try campaign.start()
    #expect(campaign.waits { campaign.done >= 6 })
    #expect(resumed.end(by: SIGINT).cause == .exited(130))
    #expect(campaign.waits { jobs.allSatisfy { kill($0, 0) != 0 } })
    #expect(try campaign.run().cause == .exited(0))
    #expect(try campaign.rows() == campaign.rowsOnOneMachine())
  }

  @Test func theControllerIsAJob() throws {
    let campaign = try campaign()
    let submitted = try campaign.start("--as-job").end()
    #expect(submitted.cause == .exited(0), "\(submitted)")
    #expect(submitted.output.hasPrefix("Job 100 runs the campaign"), "\(submitted)")
    #expect(campaign.waits { campaign.hasEnded })
    #expect(campaign.waits { pilots(of: campaign).isEmpty })
    #expect(try campaign.rows() == campaign.rowsOnOneMachine())
  }

  @Test func leavingJobsNeedsJobs() throws {
    let campaign = try campaign()
    for option in ["--no-wait", "--detach", "--as-job", "--cancel-job"] {
      let ending = try Program.run(["run", TableCampaign.fileName, option], in: campaign.folder)
      #expect(ending.cause == .exited(2))
      #expect(ending.complaint?.contains("name a machine file with --machine") == true, "\(ending)")
    }
  }
}
