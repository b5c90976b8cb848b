import ArgumentParser
import Calculation
import Campaign
import CampaignFile
import Files
import Reports

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Start or resume a campaign.",
    discussion: """
      The same command starts a campaign and resumes one that was stopped, killed or interrupted, from what the \
      database holds. Ctrl-C stops the running calculations; everything finished is saved.

      A campaign file may change between runs, and so may programs and corpora: the record says from which iteration \
      each change applies. Values of another program, version or protocol are kept, but the surrogate does not learn \
      from them.
      """)

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "A campaign file or database whose calculations to take over first; protocol and versions must be the same.",
      valueName: "campaign"), completion: .file(extensions: ["yaml", "yml", "sqlite"]))
  var from: String?

  @OptionGroup var resourceOptions: ResourceOptions

  @Flag(help: "Show the campaign in a browser meanwhile; the address is printed. See 'cohobate dashboard'.")
  var dashboard = false

  @Flag(name: .shortAndLong, help: "Show no progress, only notes.")
  var quiet = false

  @Flag(help: "On a cluster: submit, record the results that are there, and end. The same command resumes later.")
  var noWait = false

  @Flag(help: "On a cluster: Ctrl-C leaves the jobs running, and the next run records their results.")
  var detach = false

  @Flag(
    help: """
      On a cluster: submit a job that runs the campaign, and end. Before its time is up the job submits its successor, until \
      the campaign has ended.
      """)
  var asJob = false

  @Flag(help: "On a cluster: cancel the job of --as-job, and the jobs that it submitted.")
  var cancelJob = false

  /// In a job of `--as-job`: the seconds after which it leaves the campaign to its successor.
  @Option(help: .hidden)
  var controllerSeconds: Double?

  /// In such a job: the folder on the node's disk for a copy of the record.
  @Option(help: .hidden)
  var controllerScratch = "/tmp"

  func validate() throws {
    try requireName(from, of: "--from")
    if noWait, detach { throw ValidationError("--no-wait waits for nothing that --detach could leave; keep one.") }
    guard asJob || cancelJob else { return }
    let others = [
      ("--cancel-job", asJob && cancelJob), ("--no-wait", noWait), ("--detach", detach), ("--dashboard", dashboard),
      ("--json", output.json),
    ]
    if let (name, _) = others.first(where: \.1) {
      throw ValidationError("\(asJob ? "--as-job" : "--cancel-job") and \(name) exclude each other.")
    }
  }

  /// What happens to the jobs of a cluster when the run ends early.
  private var leaving: MachineSettings.Leaving { noWait ? .submitting : detach ? .detaching : .cancelling }

  func run() async throws {
    if asJob { return try await ControllerSubmission(of: self).submit() }
    if cancelJob { return try await ControllerSubmission(of: self).cancel() }
    let time = TimeSpent()
    let progress = ProgressPrinter(isQuiet: quiet)
    defer { progress.finish() }
    let report: StatusReport
    if let controllerSeconds {
      guard let ended = try await runAsJob(seconds: controllerSeconds, progress) else { return }
      report = ended
    } else {
      report = try await runHere(progress)
    }
    progress.finish()
    if output.json {
      Terminal.output(try JSON.text(report))
    } else {
      for line in StatusText(report, campaign: campaign.arguments, style: .of(descriptor: 1)).finalLines {
        Terminal.output(line)
      }
      if !quiet { Terminal.line(time.text) }
    }
    if report.endReason == "failures" { throw ExitCode(1) }
  }

  private func runHere(_ progress: ProgressPrinter) async throws -> StatusReport {
    let (resources, from) = (try resourceOptions.resources(leaving: leaving), from)
    let paths = campaign.paths
    let machine = try MachineOptions.settings(named: resourceOptions.machine.machine)
    let server = dashboard ? Self.serve(paths, on: machine) : nil
    defer { server?.cancel() }
    let run = Task { try await CampaignController.run(paths, on: resources, from: from) { progress.show($0) } }
    let interruption = Interruption(saying: CampaignError.interrupted.description) { run.cancel() }
    let report = try await run.value
    _ = consume interruption
    return report
  }

  /// Runs the campaign in a job of `--as-job`; nil if the job leaves it to its successor.
  private func runAsJob(seconds: Double, _ progress: ProgressPrinter) async throws -> StatusReport? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    let paths = campaign.paths
    let resources = try resourceOptions.resources(record: paths.database)
    let run = try await ControllerRun(
      paths, as: ControllerSubmission(of: self).job, until: deadline, scratch: controllerScratch)
    return try await run.run(on: resources, from: from) { progress.show($0) }
  }

  /// Shows the campaign in a browser while it runs. Where that fails, the campaign runs without.
  private static func serve(_ paths: CampaignPaths, on machine: MachineSettings) -> Task<Void, Never> {
    Task {
      do throws(CampaignError) {
        try await DashboardServing([paths], on: machine, port: 0).run { address, _ in Terminal.line("Open \(address)") }
      } catch {
        Terminal.note("There is no dashboard: \(error)")
      }
    }
  }
}
