/// The job that Cohobate runs in, with the cores that Slurm gave it.
package struct SlurmAllocation: Sendable, Hashable {
  /// The job's number.
  package let job: String
  /// The cores on each of its nodes.
  package let coresByNode: [Int]

  /// What the environment says; nil outside of a job.
  package init?(_ environment: [String: String]) {
    guard let job = environment["SLURM_JOB_ID"], !job.isEmpty, let list = environment["SLURM_JOB_CPUS_PER_NODE"],
      let cores = Self.cores(in: list)
    else { return nil }
    (self.job, coresByNode) = (job, cores)
  }

  /// How many jobs of this many cores it has room for.
  package func room(for cores: Int) -> Int { coresByNode.reduce(0) { $0 + $1 / cores } }

  /// The settings of a machine, with no more pilots at once than it has room for.
  package func limited(_ machine: MachineSettings) -> MachineSettings {
    var limited = machine
    limited.mostJobs = max(1, min(machine.mostJobs, room(for: machine.slots)))
    return limited
  }

  /// The numbers in a list such as `16(x3),8`.
  private static func cores(in list: String) -> [Int]? {
    var cores: [Int] = []
    for entry in list.split(separator: ",") {
      guard let match = entry.wholeMatch(of: /(\d+)(?:\(x(\d+)\))?/), let count = Int(match.output.1),
        let nodes = Int(match.output.2 ?? "1"), nodes <= 100_000
      else { return nil }
      cores += [Int](repeating: count, count: nodes)
    }
    return cores
  }
}
