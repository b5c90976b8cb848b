import ArgumentParser
import CachedCalculation
import Calculation
import Files

/// Where a calculating command runs programs, and the resources that it may use there.
struct ResourceOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "How many calculations run at once. Default: one for each core.")
  var jobs: Int?

  @Option(help: "The folder for scratch files.", completion: .directory)
  var workdir = "Workdir"

  @Option(
    help: "Which attempt folders to keep in --workdir: all, failed (the first 100 of them) or none.",
    completion: .list(ComputeResources.folderRetentionByName.keys.sorted()))
  var keep = "failed"

  @OptionGroup var cache: CacheOptions
  @OptionGroup var machine: MachineOptions

  func validate() throws {
    try requireName(workdir, of: "--workdir")
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); it must be at least 1.") }
    guard ComputeResources.folderRetentionByName[keep] != nil else {
      throw ValidationError("--keep is '\(keep)'; it must be all, failed or none.")
    }
  }

  /// The options as words of a command line, for another machine: what the environment says is written out.
  func words(machine path: String) -> [String] {
    (jobs.map { ["--jobs", "\($0)"] } ?? []) + ["--workdir", workdir, "--keep", keep]
      + (cache.path.map { ["--cache", $0] } ?? ["--no-cache"]) + ["--machine", path]
  }

  /// The resources.
  ///
  /// - Parameters:
  ///   - leaving: What happens to the jobs of a cluster when the run ends early.
  ///   - record: The path of the record if the run works on a copy of it.
  func resources(
    leaving: MachineSettings.Leaving = .cancelling, record: String? = nil
  ) throws(CampaignError) -> ComputeResources {
    let resources = ComputeResources(
      executor: try machine.executor(leaving: leaving), jobs: jobs, workdir: workdir,
      folderRetention: ComputeResources.folderRetentionByName[keep],
      cache: cache.path, record: record)
    resources.notes.forEach(Terminal.note)
    return resources
  }
}
