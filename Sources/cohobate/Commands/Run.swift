import ArgumentParser
import Campaign

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start a campaign, or go on with it where it was.",
    discussion: """
      The same command starts a campaign and goes on with one that was stopped, killed or interrupted: what is in the \
      database is done, what is not is done now. Ctrl-C stops the running calculations and leaves the record true.
      """)

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var output: OutputOptions

  @OptionGroup var machine: MachineOptions

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  func run() async throws {
    let machine = machine.machine
    let paths = campaign.paths
    let progress = ProgressPrinter(isQuiet: quiet)
    let run = Task { try await CampaignController.run(paths, on: machine) { progress.show($0) } }
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
    }
    if report.endReason == "failures" { throw ExitCode(1) }
  }
}
