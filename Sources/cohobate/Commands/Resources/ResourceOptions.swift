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

  /// The resources; `leaving` says what happens to the jobs of a cluster when the run ends early.
  func resources(leaving: MachineSettings.Leaving = .cancelling) throws(CampaignError) -> ComputeResources {
    let resources = ComputeResources(
      executor: try machine.executor(leaving: leaving), jobs: jobs, workdir: workdir,
      folderRetention: ComputeResources.folderRetentionByName[keep],
      cache: cache.path)
    resources.notes.forEach(Terminal.note)
    return resources
  }
}
