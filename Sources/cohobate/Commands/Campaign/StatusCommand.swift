import ArgumentParser
import Calculation
import CampaignFile
import Files
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

  @OptionGroup var machine: MachineOptions

  func validate() throws {
    if top < 0 { throw ValidationError("--top is \(top); it must not be negative.") }
  }

  func run() throws {
    let report = try StatusReport(of: campaign.paths, top: top)
    let settings = try MachineOptions.settings(named: machine.machine)
    if output.json {
      let cluster = settings.state(ofCampaign: report.name, campaign.paths)
      Terminal.output(try JSON.text(StatusOnCluster(report: report, cluster: cluster)))
    } else {
      for line in StatusText(report, campaign: campaign.arguments, style: .of(descriptor: 1), showsAll: all).lines {
        Terminal.output(line)
      }
      for line in settings.lines(ofCampaign: report.name, campaign.paths) { Terminal.output(line.visible) }
    }
  }
}

/// The report with, beside its keys, `cluster` if a cluster has something of the campaign.
private struct StatusOnCluster: Encodable {
  let report: StatusReport
  let cluster: ClusterState?

  private enum CodingKeys: CodingKey { case cluster }

  func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(cluster, forKey: .cluster)
  }
}
