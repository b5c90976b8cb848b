import ArgumentParser
import Workbench

struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "Find target ranges that are rare in a table of molecules or compositions but reachable.",
    discussion: """
      The zones of a property are its tails, the ranges beyond them, and a gap between them; the zones of a pair are \
      the corners with few molecules. The distance of a zone is that of its fifth-nearest molecule, in standard \
      deviations of the residuals of a five-nearest-neighbour prediction: up to 1 is within reach, up to 2 a stretch. \
      'families' counts mutually dissimilar molecules in or near the zone.

      Exit status: 0 done, 2 the input is wrong.
      """)

  @Argument(
    help: "The table: a .csv file with a column of SMILES or formulas, or an .sdf file with data fields.",
    completion: .file(extensions: ["csv", "sdf"]))
  var file: String

  @OptionGroup var smilesColumn: SMILESColumnOptions

  @Option(
    name: .customLong("property"), parsing: .singleValue,
    help: "A column to consider, as NAME or NAME=UNIT. May be repeated. Default: all numeric ones.")
  var properties: [String] = []

  @Flag(help: "Also print objectives for a campaign file.")
  var lines = false

  @Option(help: "A file for a drawing of the data with the zones.", completion: .file(extensions: ["svg"]))
  var svg: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try requireName(file, of: "The table")
    try requireName(svg, of: "--svg")
  }

  func run() throws {
    if let svg { try OutputFile(path: svg).check(apartFrom: [file]) }
    let report = try TargetZonesReport(of: file, smilesColumn: smilesColumn.title, properties: properties)
    for note in report.notes { Terminal.note(note) }
    if let svg { try Terminal.write(report.svg, to: svg) }
    let lines =
      output.json
      ? [try JSON.text(report)] : TargetsText(report: report, hasLines: lines, style: .of(descriptor: 1)).lines
    for line in lines { Terminal.output(line) }
  }
}
