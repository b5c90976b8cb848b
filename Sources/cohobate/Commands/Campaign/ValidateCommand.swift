import ArgumentParser
import Campaign

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check a campaign file: its keys, its corpus, its filters and its calculator.")

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let progress = ProgressPrinter(isQuiet: false)
    defer { progress.finish() }
    let report = try await ValidationReport(of: campaign.paths) { progress.show($0) }
    progress.finish()
    if output.json {
      Terminal.output(try JSON.text(report))
    } else {
      for line in report.lines { Terminal.output(line.visible) }
    }
  }
}
