import ArgumentParser
import CachedCalculation

/// The resources of the machine that a calculating command may use.
struct MachineOptions: ParsableArguments {
  @Option(help: "How many calculations run at once. Default: one for each core.")
  var jobs: Int?

  @Option(help: "The folder for scratch files.", completion: .directory)
  var workdir = "Workdir"

  @Option(
    help: "The attempts' folders to keep there: all, failed (the first 100 of them) or none.",
    completion: .list(Machine.keptFoldersByName.keys.sorted()))
  var keep = "failed"

  @OptionGroup var cache: CacheOptions

  func validate() throws {
    try requireName(workdir, of: "--workdir")
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); it must be at least 1.") }
    guard Machine.keptFoldersByName[keep] != nil else {
      throw ValidationError("--keep is '\(keep)'; it must be all, failed or none.")
    }
  }

  var machine: Machine {
    let machine = Machine(
      jobs: jobs, workdir: workdir, keptFolders: Machine.keptFoldersByName[keep], cache: cache.path)
    machine.notes.forEach(Terminal.note)
    return machine
  }
}
