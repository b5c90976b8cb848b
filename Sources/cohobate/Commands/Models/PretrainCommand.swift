import ArgumentParser
import CachedCalculation
import SourceModels

struct PretrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pretrain",
    abstract: "Train source models of plentiful properties, for campaigns on scarce ones.",
    discussion: """
      From a table of SMILES, or of formulas of compositions, and numbers, a model is trained for each numeric column, \
      representation and kind, and put into the library as soon as it is ready; models already in the library are not \
      trained again. Empty cells are missing values. Rows of one molecule or composition are averaged. Errors are \
      cross-validated: each molecule or composition left out in turn for processes, five folds for networks.

      After an interruption the same command resumes, and ends with the same models.

      Exit status: 0 all trained, 1 some failed or the machine failed, 2 the input is wrong, 130 interrupted.
      """)

  @Argument(
    help: "The table: a .csv file with a column of SMILES or formulas, or an .sdf file with data fields.",
    completion: .file(extensions: ["csv", "sdf"]))
  var table: String

  @Option(
    help: ArgumentHelp("The library of source models, which is made if there is none.", valueName: "file"),
    completion: .file())
  var library: String

  @OptionGroup var smilesColumn: SMILESColumnOptions

  @Option(
    name: .customLong("property"), parsing: .singleValue,
    help: ArgumentHelp(
      "A column to learn, with its unit. May be repeated. Default: all numeric ones.", valueName: "column[=unit]"))
  var properties: [String] = []

  @Option(
    name: .customLong("representation"), parsing: .singleValue,
    help: ArgumentHelp(
      "The representations; with commas, one model uses several. May be repeated. Default: the standard ones of each kind.",
      valueName: "name"))
  var representations: [String] = []

  @Option(
    name: .customLong("kind"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      gaussian-process, sparse-gaussian-process or neural-network. May be repeated. Default: a process (sparse beyond 8000 \
      molecules or compositions) and a network.
      """, valueName: "name"))
  var kinds: [String] = []

  @Option(
    parsing: .unconditional, help: "The seed of networks, of their folds and of inducing molecules or compositions.")
  var seed: UInt64 = 1

  @Option(parsing: .unconditional, help: "How many models are trained at once. Default: one for each core.")
  var jobs: Int?

  @OptionGroup var output: OutputOptions

  @Flag(name: .shortAndLong, help: "Show no progress, only notes.")
  var quiet = false

  func validate() throws {
    try requireName(table, of: "The table")
    try requireName(library, of: "--library")
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); it must be at least 1.") }
  }

  func run() async throws {
    let request = PretrainRequest(
      table: table, smilesColumn: smilesColumn.title, properties: properties, representations: representations,
      kinds: kinds, seed: seed)
    let progress = PretrainProgressPrinter(isQuiet: quiet)
    let training = PretrainRun(request, library: library, on: ComputeResources(jobs: jobs))
    let run = Task { try await training.run { progress.show($0) } }
    let interruption = Interruption(
      saying: "Interrupted. The models that were trained are in the library; the same command trains the others."
    ) { run.cancel() }
    defer { progress.finish() }
    let report = try await run.value
    _ = consume interruption
    progress.finish()
    if output.json {
      Terminal.output(try JSON.text(report))
    } else {
      for line in PretrainText(report, style: .of(descriptor: 1)).lines { Terminal.output(line) }
    }
    if !report.failures.isEmpty { throw ExitCode(1) }
  }
}
