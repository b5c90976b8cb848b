import ArgumentParser
import Campaign

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start or resume a campaign.",
    discussion: """
      The same command starts a campaign and resumes one that was stopped, killed or interrupted: what the database holds is \
      done, and the rest is done now. Ctrl-C stops the running calculations; everything finished is saved.
      """)

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var output: OutputOptions

  @OptionGroup var machine: MachineOptions

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  func run() async throws {
    let time = TimeSpent()
    let machine = machine.machine
    let paths = campaign.paths
    let progress = ProgressPrinter(isQuiet: quiet)
    let run = Task { try await CampaignController.run(paths, on: machine) { progress.show($0) } }
    let interruption = Interruption { run.cancel() }
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
}
