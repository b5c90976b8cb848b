import Files

/// Slurm, inside a job: pilots are steps of it, and nothing waits in the queue.
package struct SlurmStepSystem: BatchSystem {
  private let allocation: SlurmAllocation

  package init(_ allocation: SlurmAllocation) { self.allocation = allocation }

  package let programs = ["srun", "squeue", "scancel"]

  /// None: the job is there.
  package func directives(for jobs: PilotJobs) -> [String] { [] }

  /// The command that runs a pilot as a step.
  package func command(for jobs: PilotJobs) -> [String] {
    // A step has all the memory of the job unless it says otherwise, and the next would wait for it to end.
    let memory = jobs.machine.memoryMebibytes.map { "\($0)M" } ?? "0"
    return [
      "srun", "--quiet", "--ntasks=1", "--nodes=1", "--exact", "--cpus-per-task=\(jobs.machine.slots)",
      "--mem=\(memory)", "--job-name=\(jobs.name)", "--output=\(jobs.log)/%J.txt",
      "bash", "-c", "export COHOBATE_JOB=$SLURM_JOB_ID-$SLURM_STEP_ID; exec bash \"$1\"", "bash", jobs.script,
    ]
  }

  /// Starts each step in a session of its own, so that it lives on when Cohobate ends. The shell's text is a constant, and
  /// everything else an argument of it.
  package func submit(_ jobs: PilotJobs, count: Int) async throws(BatchFailure) -> [String] {
    if let reason = await refusal(of: jobs) { throw BatchFailure(command: "srun", message: reason, isRefusal: true) }
    let apart = "log=$1; shift; exec setsid --fork \"$@\" < /dev/null >> \"$log\" 2>&1"
    for _ in 0..<count {
      _ = try await SlurmSystem.answer(["sh", "-c", apart, "sh", "\(jobs.log)/srun.txt"] + command(for: jobs))
    }
    return []
  }

  package func active(_ jobs: PilotJobs) async throws(BatchFailure) -> [QueuedJob] {
    Self.steps(in: try await SlurmSystem.answer(question), named: jobs.name)
      .map { QueuedJob(id: $0.replacing(".", with: "-"), isRunning: true) }
  }

  private var question: [String] {
    ["squeue", "--me", "--steps", "--job=\(allocation.job)", "--noheader", "--format=%i|%j"]
  }

  /// The numbers, JOB.STEP, of the steps of a name in squeue's answer.
  package static func steps(in output: String, named name: String) -> [String] {
    output.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: "|", maxSplits: 1).map(String.init)
      return parts.count == 2 && parts[1] == name ? parts[0] : nil
    }
  }

  package func cancel(_ jobs: PilotJobs) async throws(BatchFailure) {
    for step in Self.steps(in: try await SlurmSystem.answer(question), named: jobs.name) {
      _ = try await SlurmSystem.answer(["scancel", step])
    }
  }

  package func refusal(of jobs: PilotJobs) async -> String? {
    guard allocation.room(for: jobs.machine.slots) == 0 else { return nil }
    return
      "no node of job \(allocation.job), which Cohobate runs in, has \(jobs.machine.slots) cores; lower 'cores' in the machine "
      + "file, or unset SLURM_JOB_ID to submit jobs beside this one"
  }
}
