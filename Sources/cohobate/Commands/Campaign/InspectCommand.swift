import ArgumentParser
import Reports

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what an iteration considered, what it chose and why, and the results.",
    discussion: """
      Without an option it shows the last iteration: the batch, and the candidates that ranked next. JSON always has all \
      candidates.
      """)

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .shortAndLong, parsing: .unconditional, help: "The iteration, from 0. Default: the last.")
  var iteration: Int?

  @Option(name: .shortAndLong, help: "Show one molecule: its number, or a SMILES of it.")
  var molecule: String?

  @Option(parsing: .unconditional, help: "How many passed-over and how many rejected candidates to show.")
  var top = 10

  @Flag(help: "Show all candidates.")
  var all = false

  func validate() throws {
    if iteration != nil, molecule != nil { throw ValidationError("--iteration and --molecule exclude each other.") }
    if top < 0 { throw ValidationError("--top is \(top); it must not be negative.") }
  }

  func run() throws {
    let style = TextStyle.of(descriptor: 1)
    if let molecule {
      let report = try MoleculeInspection(of: campaign.paths, molecule: molecule)
      let lines = output.json ? [try JSON.text(report)] : MoleculeText(report, style: style).lines
      for line in lines { Terminal.output(line) }
    } else {
      let report = try InspectionReport(of: campaign.paths, iteration: iteration)
      let lines =
        output.json
        ? [try JSON.text(report)]
        : InspectionText(report, style: style, top: all ? .max : top).lines
      for line in lines { Terminal.output(line) }
    }
  }
}
