import Files
import Foundation

/// Slurm: pilots are one array of jobs for each submission. Inside a job they are its steps (``SlurmStepSystem``).
package struct SlurmSystem: BatchSystem {
  package static let registration = Executors.Registration(
    name: "slurm", summary: "a cluster with Slurm",
    keys: PilotExecutor.keys + ["partition", "account", "qos", "throttle", "memory"]
  ) { machine in
    guard let allocation = SlurmAllocation(ProcessInfo.processInfo.environment) else {
      return PilotExecutor(machine, system: SlurmSystem())
    }
    return PilotExecutor(allocation.limited(machine), system: SlurmStepSystem(allocation))
  } queue: { _ in
    SlurmSystem()
  }

  package init() {}

  package let programs = ["sbatch", "squeue", "scancel"]

  package func directives(for jobs: PilotJobs) -> [String] {
    let machine = jobs.machine
    // Slurm counts whole minutes. No signal is asked for: Slurm gives it up to a minute early, and the pilot knows its end.
    let minutes = max(1, (machine.jobSeconds + 59) / 60)
    let output = jobs.role == .controller ? "run-%j" : "%A_%a"
    var options = [
      "--job-name=\(jobs.name)", "--output=\(jobs.log)/\(output).txt", "--nodes=1", "--ntasks=1",
      "--cpus-per-task=\(machine.slots)", "--time=\(minutes)", "--no-requeue",
    ]
    // It waits until no other job of its name runs.
    if jobs.role == .controller { options.append("--dependency=singleton") }
    if let memory = machine.memoryMebibytes { options.append("--mem=\(memory)M") }
    if let partition = machine.partition { options.append("--partition=\(partition)") }
    if let account = machine.account { options.append("--account=\(account)") }
    if let quality = machine.qualityOfService { options.append("--qos=\(quality)") }
    return options.map { "#SBATCH \($0)" }
  }

  package func submit(_ jobs: PilotJobs, count: Int) async throws(BatchFailure) -> [String] {
    let throttle = jobs.machine.throttle.map { "%\($0)" } ?? ""
    let array = jobs.role == .controller ? [] : ["--array=0-\(count - 1)\(throttle)"]
    let output = try await Self.answer(["sbatch", "--parsable"] + array + [jobs.script])
    return [Self.number(in: output)].compactMap(\.self)
  }

  /// The number in the answer of `sbatch --parsable`: `NUMBER`, or `NUMBER;CLUSTER`, in the last line.
  package static func number(in output: String) -> String? {
    let line = output.split(whereSeparator: \.isNewline).last ?? ""
    let number = line.prefix { $0.isASCII && $0.isNumber }
    return number.isEmpty ? nil : String(number)
  }

  package func active(_ jobs: PilotJobs) async throws(BatchFailure) -> [QueuedJob] {
    let output = try await Self.answer([
      "squeue", "--me", "--array", "--noheader", "--name=\(jobs.name)", "--format=%A|%T|%r",
    ])
    // A controller that is being ended may still save the record.
    return Self.jobs(in: output, includingEnding: jobs.role == .controller)
  }

  /// The jobs in squeue's answer.
  ///
  /// - Parameter includingEnding: Whether those that are being ended are counted.
  package static func jobs(in output: String, includingEnding: Bool = false) -> [QueuedJob] {
    output.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, includingEnding || parts[1] != "COMPLETING" else { return nil }
      let isPending = parts[1] == "PENDING"
      return QueuedJob(
        id: parts[0], isRunning: !isPending, reason: isPending && parts[2] != "None" ? parts[2] : nil,
        cannotStart: isPending && lastingReasons.contains(parts[2]))
    }
  }

  /// Why a job that was accepted never starts (squeue's manual, "Job reason codes").
  private static let lastingReasons: Set<String> = [
    "BadConstraints", "PartitionConfig", "PartitionNodeLimit", "PartitionTimeLimit", "InvalidAccount", "InvalidQOS",
    "QOSMaxWallDurationPerJobLimit", "AssocMaxWallDurationPerJobLimit", "JobHeldAdmin", "JobHeldUser",
  ]

  package func cancel(_ jobs: PilotJobs) async throws(BatchFailure) {
    _ = try await Self.answer(["scancel", "--me", "--name=\(jobs.name)"])
  }

  package func refusal(of jobs: PilotJobs) async -> String? {
    do throws(BatchFailure) {
      _ = try await Self.answer(["sbatch", "--test-only", jobs.script])
      return nil
    } catch {
      return error.isRefusal ? error.message : nil
    }
  }

  /// What one of Slurm's commands prints.
  static func answer(_ command: [String]) async throws(BatchFailure) -> String {
    try await HostCommand.answer(command) { !isAway($0) }
  }

  /// Whether a message says that the controller could not be asked: then nothing is known.
  package static func isAway(_ message: String) -> Bool {
    [
      "Unable to contact slurm controller", "Connection refused", "Socket timed out", "Connection timed out",
      "Transport endpoint", "Zero Bytes were transmitted", "slurm_load_jobs error", "Communication",
      "temporarily unable to accept", "Resource temporarily unavailable",
    ].contains { message.contains($0) }
  }
}
