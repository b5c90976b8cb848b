import ArgumentParser
import CampaignFile
import Files
import Foundation
import Tables
import Workbench

struct PredictCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, sdf
  }

  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Predict properties of molecules or compositions, without calculations.",
    discussion: """
      Choose one source of models: a table of values (--data), to which models are fitted as in 'design'; a library of \
      source models (--library or --source); or a campaign's surrogate (--campaign): the current one, or with \
      --iteration the one that designed that iteration. The result has a prediction and its standard deviation for \
      each property.

      With --target, the result also has the probability of meeting all targets, and the most probable molecule comes first. \
      The objectives of a campaign are its targets unless others are given. Without molecules, the campaign's pool or corpus \
      is ranked.

      CSV and SDF keep the columns of the input. A line with an invalid molecule or formula gets the reason in its row; SDF \
      leaves it out, and holds no compositions.

      Exit status: 0 all predicted, 1 some were not or the machine failed, 2 the input is wrong, 130 interrupted.
      """)

  @Argument(
    help: """
      SMILES, or formulas of compositions; or one file, .smi, .csv, .sdf or .txt (formulas); or '-' for standard input, one \
      per line. Default: the pool or corpus of the campaign.
      """, completion: .file())
  var molecules: [String] = []

  @Option(
    help:
      "The column of a .csv file with the SMILES or formulas; with '-', standard input is CSV. Default: smiles, or else formula."
  )
  var column: String?

  @Option(
    help: ArgumentHelp(
      "Fit models to this table: a .csv file with a column of SMILES or formulas, or an .sdf file with data fields.",
      valueName: "table"), completion: .file(extensions: ["csv", "sdf"]))
  var data: String?

  @Option(help: "The column of --data with the SMILES. Default: smiles, or else formula.")
  var smiles: String?

  @Option(
    help: ArgumentHelp(
      "The models of --data, as for 'design'. Default: standard up to 3000 molecules, automatic up to 6000 compositions, linear beyond.",
      valueName: "name"))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "Use the source models of this library: built-in, or a file.", valueName: "library"),
    completion: .file())
  var library: String?

  @Option(
    name: .customLong("source"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      The number of a source model; 'cohobate models' shows them. May be repeated. Default: for each property the model with \
      the smallest cross-validated error that has standard deviations.
      """, valueName: "number"))
  var sources: [Int] = []

  @Option(
    help: ArgumentHelp("Use the surrogate of this campaign.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var campaign: String?

  @Option(help: "The campaign's database. Default: beside the file, with the ending .sqlite.", completion: .file())
  var database: String?

  @Option(
    name: .shortAndLong,
    parsing: .unconditional,
    help: "The surrogate that designed this iteration, from 0. Default: one fitted to all values known now.")
  var iteration: Int?

  @Option(
    name: .customLong("target"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A goal for a property, such as gap=2..2.5. May be repeated: all must be met.", valueName: "property=goal"))
  var targets: [String] = []

  @Option(
    name: .customLong("property"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      A column of --data, or a property of the library, to predict. May be repeated. Default: those of the targets, else all.
      """, valueName: "name"))
  var properties: [String] = []

  @Option(name: .shortAndLong, help: "table, csv, json or sdf. Default: by the ending of --output, else table.")
  var format: Format?

  @Flag(help: "Short for --format json.")
  var json = false

  @Option(name: .shortAndLong, help: "The file to write. Default: stdout.", completion: .file())
  var output: String?

  @Flag(name: .shortAndLong, help: "Show no progress, only notes.")
  var quiet = false

  func validate() throws {
    for (name, what) in [
      (data, "--data"), (smiles, "--smiles"), (library, "--library"), (campaign, "--campaign"),
      (database, "--database"), (output, "--output"),
    ] {
      try requireName(name, of: what)
    }
    if json, let format, format != .json { throw ValidationError("--json and --format \(format) exclude each other.") }
    _ = try chosenFormat
    switch [data != nil, usesLibrary, campaign != nil].count(where: { $0 }) {
    case 1: break
    case 0: throw ValidationError("Give the models with --data, --library, --source or --campaign.")
    default: throw ValidationError("--data, --library or --source, and --campaign exclude each other; keep one.")
    }
    for (isGiven, option, isFitting, other) in [
      (smiles != nil, "--smiles", data != nil, "--data"), (model != nil, "--model", data != nil, "--data"),
      (database != nil, "--database", campaign != nil, "--campaign"),
      (iteration != nil, "--iteration", campaign != nil, "--campaign"),
      (!properties.isEmpty, "--property", campaign == nil, "--data and --library"),
      (molecules.isEmpty && column != nil, "--column", false, "molecules"),
    ] where isGiven && !isFitting {
      throw ValidationError("\(option) goes with \(other).")
    }
    if molecules.isEmpty, campaign == nil {
      throw ValidationError("There is no molecule; give SMILES or formulas, a .smi, .csv, .sdf or .txt file, or '-'.")
    }
    if let iteration, iteration < 0 { throw ValidationError("--iteration is \(iteration); it must not be negative.") }
  }

  func run() async throws {
    if let output {
      let inputs = [data, library, molecules.first].compactMap(\.self)
      try OutputFile(path: output).check(apartFrom: inputs + (campaign.map { CampaignPaths(file: $0).inputs } ?? []))
    }
    let request = try request()
    let progress = DesignProgressPrinter(isQuiet: quiet)
    let run = Task { try PredictRun(request).run { progress.show($0) } }
    let interruption = Interruption(saying: "Interrupted. Nothing was written.") { run.cancel() }
    defer { progress.finish() }
    let report = try await run.value
    _ = consume interruption
    progress.finish()
    let (text, hasStyle) = try text(report)
    try Terminal.write(text, to: output, hasStyle: hasStyle)
    if report.failedCount > 0 { throw ExitCode(1) }
  }

  private var usesLibrary: Bool { library != nil || !sources.isEmpty }

  private func request() throws -> PredictRequest {
    let source = try molecules.isEmpty ? nil : MoleculeSource.named(molecules, column: column)
    let models: PredictRequest.Models
    if let data {
      models = .table(path: data, smilesColumn: smiles, model: model ?? "auto")
    } else if let campaign {
      models = .campaign(CampaignPaths(file: campaign, database: database), iteration: iteration)
    } else {
      models = .library(name: library ?? LibraryName.builtIn, numbers: sources)
    }
    var request = PredictRequest(models, molecules: source)
    (request.targets, request.properties) = (targets, properties)
    return request
  }

  private var chosenFormat: Format {
    get throws {
      try OutputFormat.chosen(json ? .json : format, output: output, usual: .table, endings: ["txt": .table])
    }
  }

  /// The report in the chosen format, and whether it is for a terminal.
  private func text(_ report: PredictReport) throws -> (String, hasStyle: Bool) {
    switch try chosenFormat {
    case .table: return (PredictText(report: report, style: style).lines.map { $0 + "\n" }.joined(), true)
    case .csv: return (report.csv, false)
    case .json: return (try JSON.text(report) + "\n", false)
    case .sdf: return (try report.sdf(), false)
    }
  }

  /// No colours in a file.
  private var style: TextStyle { output == nil ? .of(descriptor: 1) : .plain }
}
