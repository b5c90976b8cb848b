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

  func validate() throws {
    try requireName(from, of: "--from")
    if noWait, detach { throw ValidationError("--no-wait waits for nothing that --detach could leave; keep one.") }
  }

  /// What happens to the jobs of a cluster when the run ends early.
  private var leaving: MachineSettings.Leaving { noWait ? .submitting : detach ? .detaching : .cancelling }

  func run() async throws {
    let time = TimeSpent()
    let (resources, from) = (try resourceOptions.resources(leaving: leaving), from)
    let paths = campaign.paths
    let progress = ProgressPrinter(isQuiet: quiet)
    let server = dashboard ? Self.serve(paths) : nil
    defer { server?.cancel() }
    let run = Task { try await CampaignController.run(paths, on: resources, from: from) { progress.show($0) } }
    let interruption = Interruption(saying: CampaignError.interrupted.description) { run.cancel() }
    defer { progress.finish() }
    let report = try await run.value
    _ = consume interruption
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

  /// Shows the campaign in a browser while it runs. Where that fails, the campaign runs without.
  private static func serve(_ paths: CampaignPaths) -> Task<Void, Never> {
    Task {
      do throws(CampaignError) {
        try await DashboardServing([paths], port: 0).run { address, _ in Terminal.line("Open \(address)") }
      } catch {
        Terminal.note("There is no dashboard: \(error)")
      }
    }
  }
}
