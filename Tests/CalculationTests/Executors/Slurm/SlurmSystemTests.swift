import Calculation
import Testing

@Suite struct SlurmSystemTests {
  @Test func theJobsOfAnAnswerAreRead() {
    let jobs = SlurmSystem.jobs(
      in: "12|RUNNING|None\n13|PENDING|Priority\n14|COMPLETING|None\n15|PENDING|PartitionTimeLimit\n\nslurm warning\n")
    #expect(
      jobs == [
        QueuedJob(id: "12", isRunning: true), QueuedJob(id: "13", isRunning: false, reason: "Priority"),
        QueuedJob(id: "15", isRunning: false, reason: "PartitionTimeLimit", cannotStart: true),
      ])
    #expect(SlurmSystem.jobs(in: "").isEmpty)
  }

  @Test(arguments: [("12\n", "12"), ("12;big\n", "12"), ("sbatch: a note\n13\n", "13"), ("", nil), ("no\n", nil)])
  func theNumberOfASubmittedJobIsRead(answer: String, number: String?) {
    #expect(SlurmSystem.number(in: answer) == number)
  }

  /// Messages of Slurm 22.05.
  @Test(arguments: [
    ("slurm_load_jobs error: Unable to contact slurm controller (connect failure)", true),
    ("sbatch: error: Batch job submission failed: Unable to contact slurm controller (connect failure)", true),
    ("sbatch: error: Batch job submission failed: Socket timed out on send/recv operation", true),
    ("sbatch: error: invalid partition specified: nowhere", false),
    ("sbatch: error: Batch job submission failed: Invalid account or account/partition combination specified", false),
  ]) func aQueueThatIsAwayIsToldFromOneThatRefuses(message: String, isAway: Bool) {
    #expect(SlurmSystem.isAway(message) == isAway)
  }

  @Test func theScriptHasAllThatTheMachineFileSays() {
    var machine = MachineSettings(name: "m", executor: "slurm")
    machine.spool = "/shared/spool"
    (machine.cores, machine.memoryMebibytes, machine.jobSeconds, machine.idleSeconds) = (16, 4096, 5400, 60)
    (machine.partition, machine.account, machine.qualityOfService) = ("short", "p1", "normal")
    machine.setUp = ["module load xtb"]
    machine.directives = ["#SBATCH --constraint=haswell"]
    machine.variables = ["LD_LIBRARY_PATH"]
    machine.scratch = "$SCRATCH/me"
    let script = PilotExecutor(machine, system: SlurmSystem()).script(for: "a campaign-1f")
    #expect(
      script == """
        #!/bin/bash
        #SBATCH --job-name=cohobate-a_campaign-1f
        #SBATCH --output=/shared/spool/a_campaign-1f/log/%A_%a.txt
        #SBATCH --nodes=1
        #SBATCH --ntasks=1
        #SBATCH --cpus-per-task=16
        #SBATCH --time=90
        #SBATCH --no-requeue
        #SBATCH --mem=4096M
        #SBATCH --partition=short
        #SBATCH --account=p1
        #SBATCH --qos=normal
        #SBATCH --constraint=haswell
        # Written by Cohobate. A pilot takes calculations from its spool folder until none is left or its time is up.
        # Set-up lines of the machine file.
        module load xtb
        exec /shared/spool/a_campaign-1f/bin/cohobate-pilot /shared/spool/a_campaign-1f 16 60 5400 10000 "$SCRATCH/me" LD_LIBRARY_PATH

        """)
  }
}
