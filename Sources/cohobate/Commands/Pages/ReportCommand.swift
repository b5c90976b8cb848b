import ArgumentParser
import CampaignFile
import Dashboard
import Files
import Foundation
import Reports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a campaign as one page for a browser, with drawings and plots.",
    discussion: """
      The file needs neither a server nor a network, and prints well. It has the pages of 'cohobate dashboard'. If it would \
      be larger than 10 MB, the pages of the worst molecules and of the first iterations are left out, and then the rows of \
      the worst molecules in tables, which it says.
      """)

  @OptionGroup var campaign: CampaignOptions

  @Option(
    name: .shortAndLong, help: "The file to write. Default: beside the campaign file, with the ending .html.",
    completion: .file(extensions: ["html"]))
  var output: String?

  @Option(
    help: "Another campaign to compare with: a campaign file, a database or a folder of databases. May be repeated.",
    completion: .file(extensions: ["yaml", "yml", "sqlite"]))
  var compare: [String] = []

  @Flag(help: "Overwrite an existing file.")
  var force = false

  func validate() throws {
    try requireName(output, of: "--output")
    for file in compare { try requireName(file, of: "--compare") }
  }

  func run() throws {
    let path = output ?? campaign.file.withoutPathExtension + ".html"
    let file = OutputFile(path: path)
    try CampaignError.requireNew(path, overwriting: force || file.isStream)
    try file.check(apartFrom: campaign.paths.inputs)
    let others = compare.flatMap(DashboardServing.campaigns).filter { $0.database != campaign.paths.database }
    let report = try ReportFile(
      of: campaign.paths, drawing: { structureDrawing(ofSMILES: $0) }, comparedWith: others)
    try file.write(report.text)
    for remark in report.remarks { Terminal.note(remark) }
    if !file.isStream { Terminal.line("The report was written to \(path); open it in a browser.".visible) }
  }
}
