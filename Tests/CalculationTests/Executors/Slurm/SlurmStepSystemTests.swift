import Calculation
import Testing

@Suite struct SlurmStepSystemTests {
  private func system(_ cores: String) throws -> SlurmStepSystem {
    SlurmStepSystem(try #require(SlurmAllocation(["SLURM_JOB_ID": "12", "SLURM_JOB_CPUS_PER_NODE": cores])))
  }

  private var jobs: PilotJobs {
    var machine = MachineSettings(name: "m", executor: "slurm")
    (machine.spool, machine.cores) = ("/shared/spool", 4)
    return PilotJobs(of: "a-1f", on: machine)
  }

  @Test func theStepsOfTheCampaignAreRead() {
    let output = "12.0|cohobate-a-1f\n12.1|cohobate-b-1f\n12.2|cohobate-a-1f\n12.interactive|bash\n"
    #expect(SlurmStepSystem.steps(in: output, named: "cohobate-a-1f") == ["12.0", "12.2"])
    #expect(SlurmStepSystem.steps(in: "", named: "cohobate-a-1f").isEmpty)
  }

  @Test func aStepHasItsCoresAndSharesTheMemory() throws {
    #expect(
      try system("8").command(for: jobs) == [
        "srun", "--quiet", "--ntasks=1", "--nodes=1", "--exact", "--cpus-per-task=4", "--mem=0",
        "--job-name=cohobate-a-1f", "--output=/shared/spool/a-1f/log/%J.txt", "bash", "-c",
        #"export COHOBATE_JOB=$SLURM_JOB_ID-$SLURM_STEP_ID; exec bash "$1""#, "bash", "/shared/spool/a-1f/job.sh",
      ])
  }

  @Test func aJobThatIsTooSmallIsARefusal() async throws {
    #expect(try await system("4").refusal(of: jobs) == nil)
    let reason = try #require(try await system("2(x8)").refusal(of: jobs))
    #expect(reason.hasPrefix("no node of job 12, which Cohobate runs in, has 4 cores; lower 'cores'"))
    let failure = await #expect(throws: BatchFailure.self) { try await system("2(x8)").submit(jobs, count: 1) }
    #expect(failure?.isRefusal == true)
  }
}
