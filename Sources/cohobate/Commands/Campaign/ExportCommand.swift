import ArgumentParser
import CampaignFile
import Files
import Foundation
import Reports

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the calculated molecules for other programs, or draw them or the main plots.")

  @OptionGroup var campaign: CampaignOptions

  @Option(
    name: .shortAndLong,
    help: """
      csv, sdf or xyz (with the calculated geometries), smi, or svg or png (drawings, the best first). Default: by the \
      ending of --output, else csv.
      """)
  var format: ExportFormat?

  @Flag(
    help: "Not the molecules, but the main plots of the whole campaign, as svg or png: hits, values, predictions.")
  var plots = false

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
    let format = try chosenFormat
    guard plots else { return }
    if ![.svg, .png].contains(format) {
      throw ValidationError("--plots are drawn as svg or png, not as \(format.rawValue).")
    }
    if isSelection || best != nil {
      throw ValidationError("--plots are of the whole campaign: leave out what selects molecules.")
    }
  }

  func run() throws {
    if let output {
      let file = OutputFile(path: output)
      try CampaignError.requireNew(output, overwriting: force || file.isStream)
      try file.check(apartFrom: campaign.paths.inputs)
    }
    let format = try chosenFormat
    if plots {
      try write(try CampaignPlots(of: campaign.paths).svg, as: format)
      if let output { Terminal.line("The plots were written to \(output)".visible) }
      return
    }
    var selection = Export.Selection()
    selection.onlyHits = hits
    selection.onlyFront = front
    selection.best = best
    selection.iteration = iteration
    selection.molecule = molecule
    let export = try Export(of: campaign.paths, selection)
    try write(try export.text(format.content), as: format)
    // An empty table has its titles, which do not show that nothing was found.
    let count = export.count(in: format.content)
    if count == 0 {
      Terminal.note(isSelection ? "No molecule matches; the output has none." : "There is no molecule to write yet.")
    }
    if format == .sdf, export.drawingCount > 0 {
      Terminal.note(
        "No geometry of \(Number.count(export.drawingCount, "molecule")) was calculated: the file has a flat drawing without "
          + "hydrogens in place of each.")
    }
    if let output {
      Terminal.line("\(Number.count(count, "molecule")) written to \(output)".visible)
    }
  }

  /// Whether an option selects some of the molecules.
  private var isSelection: Bool { hits || front || iteration != nil || molecule != nil }

  private func write(_ text: String, as format: ExportFormat) throws {
    if format == .png {
      try Terminal.write(PixelDrawing.png(text), to: output)
    } else {
      try Terminal.write(text, to: output)
    }
  }

  private var chosenFormat: ExportFormat {
    get throws { try OutputFormat.chosen(format, output: output, usual: plots ? .svg : .csv) }
  }
}

/// A format of the export: those of the molecules, and a drawing in pixels.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case csv, png, sdf, smi, svg, xyz

  /// What is written, or drawn in pixels.
  var content: Export.Format { self == .png ? .svg : Export.Format(rawValue: rawValue) ?? .csv }
}
