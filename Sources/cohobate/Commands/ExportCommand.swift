public import ArgumentParser
public import Campaign

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the calculated molecules for other programs.")

  @OptionGroup var campaign: CampaignOptions

  @Option(
    name: .shortAndLong, help: "csv, sdf (with the calculated geometries), smi or svg (drawings, the best first).")
  var format: Export.Format = .csv

  @Flag(help: "Only molecules that meet all objectives.")
  var hits = false

  @Option(name: .shortAndLong, help: "The file to write. Default: stdout.", completion: .file())
  var output: String?

  func validate() throws { try requireName(output, of: "--output") }

  func run() throws {
    if let output { try OutputFile(path: output).check() }
    let text = try Export(of: campaign.paths, onlyHits: hits).text(format)
    try Terminal.write(text, to: output)
  }
}

extension Export.Format: ExpressibleByArgument {}
