public import ArgumentParser
import CampaignFile
import Files
import Foundation
import Reports

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the calculated molecules for other programs.")

  @OptionGroup var campaign: CampaignOptions

  @Option(
    name: .shortAndLong,
    help: """
      csv, sdf or xyz (with the calculated geometries), smi, or svg (drawings, the best first). Default: by the ending of \
      --output, else csv.
      """)
  var format: Export.Format?

  @Flag(help: "Only molecules that meet all objectives.")
  var hits = false

  @Flag(help: "Only molecules that no other one dominates, if several objectives are maxima or minima.")
  var front = false

  @Option(parsing: .unconditional, help: "At most this many, the best first.")
  var best: Int?

  @Option(name: .shortAndLong, parsing: .unconditional, help: "Only molecules of this iteration.")
  var iteration: Int?

  @Option(name: .shortAndLong, help: "Only this molecule: its number, or a SMILES of it.")
  var molecule: String?

  @Option(name: .shortAndLong, help: "The file to write. Default: stdout.", completion: .file())
  var output: String?

  @Flag(help: "Overwrite an existing file.")
  var force = false

  func validate() throws {
    try requireName(output, of: "--output")
    if let best, best < 1 { throw ValidationError("--best is \(best); it must be at least 1.") }
    _ = try chosenFormat
  }

  func run() throws {
    if let output {
      if !force, !OutputFile(path: output).isStream, FileManager.default.fileExists(atPath: output) {
        throw CampaignError(.input, "\(output) already exists; choose another name, or add --force to overwrite it.")
      }
      try OutputFile(path: output).check(apartFrom: campaign.paths.inputs)
    }
    let format = try chosenFormat
    var selection = Export.Selection()
    selection.onlyHits = hits
    selection.onlyFront = front
    selection.best = best
    selection.iteration = iteration
    selection.molecule = molecule
    let export = try Export(of: campaign.paths, selection)
    try Terminal.write(try export.text(format), to: output)
    // An empty table has its titles, which do not show that nothing was found.
    if export.count(in: format) == 0 {
      let isChosen = hits || front || iteration != nil || molecule != nil
      Terminal.note(isChosen ? "No molecule matches; the output has none." : "There is no molecule to write yet.")
    }
    if let output {
      Terminal.line("\(Number.count(export.count(in: format), "molecule")) written to \(output)".visible)
    }
  }

  private var chosenFormat: Export.Format {
    get throws { try OutputFormat.chosen(format, output: output, usual: .csv) }
  }
}

extension Export.Format: ExpressibleByArgument {}
