import ArgumentParser
import Reports

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show a campaign's progress and its best molecules so far.")

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var output: OutputOptions

  @Option(parsing: .unconditional, help: "How many of the best molecules to show.")
  var top = 10

  @Flag(help: "Show all properties of the best molecules, not only those of the objectives.")
  var all = false

  func validate() throws {
    if top < 0 { throw ValidationError("--top is \(top); it must not be negative.") }
  }

  func run() throws {
    let report = try StatusReport(of: campaign.paths, top: top)
    if output.json {
      Terminal.output(try JSON.text(report))
    } else {
      for line in StatusText(report, campaign: campaign.arguments, style: .of(descriptor: 1), showsAll: all).lines {
        Terminal.output(line)
      }
    }
  }
}
