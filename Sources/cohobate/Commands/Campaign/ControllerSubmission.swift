import CachedCalculation
import Calculation
import CampaignFile
import Files
import Foundation
import Stores

/// Submits a job that runs a campaign, or cancels it: `run --as-job` and `run --cancel-job`.
struct ControllerSubmission {
  /// The job.
  let job: ControllerJob
  private let command: RunCommand

  /// How long a run that works on the record is waited for: it may be about to end.
  private static let patienceSeconds = 5.0

  /// - Throws: `CampaignError` of kind `.input` if the campaign file or the machine file is wrong, or there is no queue.
  init(of command: RunCommand) throws(CampaignError) {
    self.command = command
    let machine = try MachineOptions.settings(named: command.resourceOptions.machine.machine)
    let file = try CampaignError.mapping { try CampaignFile(path: command.campaign.paths.file) }
    let place = ComputeResources.scratchName(
      of: file.specification.name, database: command.campaign.paths.database)
    guard let job = ControllerJob(of: place, on: machine) else {
      throw CampaignError(
        .input,
        "\(command.cancelJob ? "--cancel-job" : "--as-job") is for the queue of a cluster, and programs run on this machine; name a "
          + "machine file with --machine.")
    }
    self.job = job
  }

  /// Submits the job, unless there is one, and says how to follow and to cancel it.
  func submit() async throws(CampaignError) {
    try requireLocalCache()
    let campaign = command.campaign
    let options = "\(campaign.arguments)\(machineOption)"
    let present = try await CampaignError.awaiting { try await job.active() }
    if let number = present.last {
      Terminal.note("Job \(number) already runs this campaign, or waits to do so; no second one was submitted.")
    } else {
      // Throws if a run on this machine works on the record.
      _ = try await CampaignError.awaiting {
        try await RecordCopy.lock(of: campaign.paths.database, patienceSeconds: Self.patienceSeconds)
      }
      let (words, folder) = (try commandLine, FileManager.default.currentDirectoryPath)
      let number = try await CampaignError.awaiting {
        try await job.begin(command: words, in: folder, seconds: command.controllerSeconds.map { Int($0) })
      }
      Terminal.output(
        "Job \(number) runs the campaign, and submits its successor before its time is up, until the campaign has ended."
      )
    }
    Terminal.line("What it prints is in the folder \(job.log).".visible)
    Terminal.line("Follow it: cohobate status \(options)".visible)
    Terminal.line("Cancel it: cohobate run \(options) --cancel-job".visible)
  }

  /// Cancels the campaign's job, and those that it submitted.
  func cancel() async throws(CampaignError) {
    let cancelled = try await CampaignError.awaiting { try await job.cancel() }
    let sentence =
      switch cancelled.count {
      case 0: "No job runs this campaign. Jobs of its calculations were cancelled, if there were any."
      case 1: "Job \(cancelled[0]) was cancelled, with the jobs of its calculations."
      default: "Jobs \(cancelled.joined(separator: " and ")) were cancelled, with the jobs of their calculations."
      }
    Terminal.output(sentence + (cancelled.isEmpty ? "" : " --as-job resumes the campaign."))
  }

  /// Throws if the cache is on a disk that nodes share: each would have its own index of the log of its database.
  private func requireLocalCache() throws(CampaignError) {
    guard let path = command.resourceOptions.cache.path, let kind = NetworkDisk.kind(at: path) else { return }
    throw CampaignError(
      .input,
      "The cache '\(path)' is on a network disk (\(kind)), where several nodes must not write to it. Name a file on a disk of the "
        + "node with --cache, such as /tmp/cohobate-cache.sqlite, or say --no-cache.")
  }

  private var machineOption: String {
    command.resourceOptions.machine.machine.map { " --machine \(shellWord($0))" } ?? ""
  }

  /// The command that the job runs, word by word. What the environment says is written out, since a job may have another.
  private var commandLine: [String] {
    get throws(CampaignError) {
      guard let program = Installation.current?.program,
        let machine = MachineFile.path(
          named: command.resourceOptions.machine.machine, environment: ProcessInfo.processInfo.environment)
      else { throw CampaignError(.failure, "'/proc' is missing, in which Cohobate finds its own program; mount it.") }
      return [program, "run"] + command.campaign.words + (command.from.map { ["--from", $0] } ?? [])
        + command.resourceOptions.words(machine: machine) + (command.quiet ? ["--quiet"] : [])
    }
  }
}
