import ArgumentParser
import Files
import Foundation
import Workbench

struct DesignCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, smi, sdf, json, svg
  }

  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Design molecules or compositions from a table of values, without a campaign and without calculations.",
    discussion: """
      The command fits models of the properties to the table, and trains a language model on its molecules or on those \
      of --corpus. Then it designs molecules that the models expect to meet the targets.

      --mode search looks for the molecules that are likeliest to meet the targets, by genetic moves. --mode sample \
      draws from the posterior: its molecules are also probable under the language model and less similar, but fewer \
      of them meet rare targets. The output has the distinct molecules at the end, the most probable first, with \
      predictions, their standard deviations, the probability of meeting all targets, whether they are new, and their \
      origin. Nothing is calculated: check the results with 'cohobate calculate'.

      A target is a window (gap=1..3), a half-line (E=..200), a Gaussian (gap=2~0.3) or an improvement on the best in \
      the table (gap=max, gap=min), of a column or of an expression over columns (gap/homo=..-0.1). A range after '@' \
      gives the inverse temperatures over which a target is ramped up: gap=1..3@0..0.5. Empty cells are missing \
      values.

      With --output the state of the run is kept beside that file until it is done: after an interruption the same command \
      resumes, and ends with the same molecules.

      Exit status: 0 done, 1 the machine failed, 2 the input is wrong or nothing can meet the targets, 130 interrupted.
      """)

  @Argument(
    help: "The table: a .csv file with a column of SMILES or formulas, or an .sdf file with data fields.",
    completion: .file(extensions: ["csv", "sdf"]))
  var table: String

  @Option(
    name: .customLong("target"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The goal for a column. May be repeated: all must be met.", valueName: "column=goal"))
  var targets: [String] = []

  @Option(help: "search for the likeliest, or sample from the posterior.", completion: .list(DirectDesignRequest.modes))
  var mode = "search"

  @OptionGroup var smilesColumn: SMILESColumnOptions

  @Option(
    help: "The molecules that the language model learns from, .smi, .csv or .sdf. Default: those of the table.",
    completion: .file(extensions: ["smi", "csv", "sdf"]))
  var corpus: String?

  @Option(
    help: ArgumentHelp(
      """
      The models of the properties: standard, detailed or fingerprints (Gaussian processes), automatic (standard \
      and detailed, each of the values and of transformations of them, weighed by how well each predicts values left out), \
      or linear (a linear process on counts, whose prediction time does not grow with the number of molecules). Default: standard up to 3000 molecules, automatic up to 6000 compositions, linear beyond.
      """, valueName: "name"))
  var model = "auto"

  @Option(
    help: ArgumentHelp(
      "Let the models of the properties borrow from the source models of this library: built-in, or a file.",
      valueName: "library"),
    completion: .file())
  var library: String?

  @Option(
    name: .customLong("source"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      The number of a source model to borrow from; 'cohobate models' shows them. May be repeated. Default: all that a \
      campaign may use.
      """, valueName: "number"))
  var sources: [Int] = []

  @Option(
    help: """
      A campaign file whose section 'molecules' gives the allowed and known molecules and their least distance. \
      Default: elements and sizes as in the table.
      """,
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @Option(parsing: .unconditional, help: "Particles of the sampler, or children per search step.")
  var particles = 400

  @Option(parsing: .unconditional, help: "The number of steps.")
  var steps = 50

  @Option(
    parsing: .unconditional, help: "How often the targets may be widened if no molecule has any likelihood at first.")
  var widen = 0

  @Option(parsing: .unconditional, help: "The greatest number of molecules in the output.")
  var count = 100

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The least Tanimoto distance between any two of them, from 0 to 1. Default: 'minimum_distance' of --config, else 0.",
      valueName: "distance"))
  var diverse: Double?

  @Flag(name: .customLong("novel"), help: "Leave out molecules that are in the table or in the corpus.")
  var novelOnly = false

  @Option(parsing: .unconditional, help: "The seed of all randomness.")
  var seed: UInt64 = 1

  @Option(name: .shortAndLong, help: "csv, smi, sdf, json or svg. Default: by the ending of --output, else csv.")
  var format: Format?

  @Flag(help: "Short for --format json.")
  var json = false

  @Option(name: .shortAndLong, help: "The file to write. Default: stdout.", completion: .file())
  var output: String?

  @Option(
    help: "The file for the state of the run. Default: that of --output with .state added.", completion: .file())
  var state: String?

  @Flag(name: .shortAndLong, help: "Show no progress, only notes.")
  var quiet = false

  func validate() throws {
    try requireName(table, of: "The table")
    try requireName(corpus, of: "--corpus")
    try requireName(library, of: "--library")
    try requireName(config, of: "--config")
    try requireName(output, of: "--output")
    try requireName(state, of: "--state")
    if json, let format, format != .json { throw ValidationError("--json and --format \(format) exclude each other.") }
    _ = try chosenFormat
    if targets.isEmpty { throw ValidationError("Give a target, such as --target gap=1..3.") }
    guard DirectDesignRequest.modes.contains(mode) else {
      throw ValidationError("--mode is '\(mode)'; it must be \(DirectDesignRequest.modes.joined(separator: " or ")).")
    }
    for (name, value, allowed) in [
      ("particles", particles, 2...1_000_000), ("steps", steps, 1...10_000), ("widen", widen, 0...100),
    ] where !allowed.contains(value) {
      throw ValidationError("--\(name) is \(value); it must be from \(allowed.lowerBound) to \(allowed.upperBound).")
    }
    if count < 1 { throw ValidationError("--count is \(count); it must be at least 1.") }
    if let diverse, !(0...1).contains(diverse) {
      throw ValidationError("--diverse is \(diverse); it must be from 0 to 1.")
    }
  }

  func run() async throws {
    if let output { try OutputFile(path: output).check(apartFrom: [table, corpus, library, config]) }
    let request = request()
    let state = state ?? output.flatMap { OutputFile(path: $0).isStream ? nil : $0 + ".state" }
    let stateFile = try state.map { path throws(CampaignError) in
      try OutputFile(path: path).checkedFile(apartFrom: [table, corpus, library, config, output])
    }
    let progress = DesignProgressPrinter(isQuiet: quiet)
    let run = Task { try DirectDesign(request).run(state: stateFile) { progress.show($0) } }
    let interruption = Interruption(
      saying: state.map { "Interrupted. If '\($0)' exists, the same command resumes from it." }
        ?? "Interrupted. Without --output or --state nothing was saved."
    ) { run.cancel() }
    defer { progress.finish() }
    let report = try await run.value
    _ = consume interruption
    progress.finish()
    try Terminal.write(try text(report), to: output)
    if let stateFile { DirectDesign.discard(state: stateFile) }
  }

  private func request() -> DirectDesignRequest {
    var request = DirectDesignRequest(table: table, targets: targets)
    request.smilesColumn = smilesColumn.title
    request.corpus = corpus
    request.model = model
    request.library = library ?? (sources.isEmpty ? nil : LibraryName.builtIn)
    request.sources = sources
    request.filter = config
    request.set(mode: mode, particles: particles, steps: steps, widenings: widen)
    request.count = count
    request.minimumDistance = diverse
    request.novelOnly = novelOnly
    request.seed = seed
    return request
  }

  private var chosenFormat: Format {
    get throws { try OutputFormat.chosen(json ? .json : format, output: output, usual: .csv) }
  }

  private func text(_ report: DirectDesignReport) throws -> String {
    switch try chosenFormat {
    case .csv: report.csv
    case .smi: try report.smi()
    case .sdf: try report.sdf()
    case .json: try JSON.text(report) + "\n"
    case .svg: try report.svg()
    }
  }
}
