import ArgumentParser
import CachedCalculation
import Files
import Foundation
import Tables

struct CalculateCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, sdf, xyz
  }

  static let configuration = CommandConfiguration(
    commandName: "calculate",
    abstract: "Calculate properties of molecules, without a campaign.",
    discussion: """
      Each molecule is calculated once, even if the input repeats it; the rows are in the order of the input. If a \
      line is not a molecule, or its calculation fails, its row gives the reason, and the other lines are still \
      calculated.

      JSON has the geometries and the values of the atoms; sdf and xyz have the geometries alone, without the lines \
      that failed. On a terminal the table cuts long SMILES and names, with '…' at the end; elsewhere they are whole.

      Results are stored in the cache: after an interruption the same command resumes.

      Exit status: 0 all calculated, 1 some failed or the machine failed, 2 the input is wrong, 130 interrupted.
      """)

  @Argument(
    help: "SMILES; or one file, .smi, .csv or .sdf; or '-' for SMILES on standard input, one per line.",
    completion: .file())
  var molecules: [String]

  @Option(help: "The column of a .csv file with the SMILES; with '-', standard input is CSV. Default: smiles.")
  var column: String?

  /// The name that the option has where a command learns from a table.
  @Option(help: .hidden)
  var smiles: String?

  @Option(help: "The calculator; 'cohobate calculators' lists them. Default: xtb, or that of --config.")
  var program: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "A setting of the calculator, key=value, as in a campaign file's 'calculator'. May be repeated.")
  var settings: [String] = []

  @Option(name: .customLong("protocol"), help: "The calculator's protocol: short for --set protocol=NAME.")
  var calculationProtocol: String?

  @Option(
    parsing: .unconditional,
    help: """
      The total charge of every molecule, in place of that of its SMILES: 1 with a neutral SMILES for the radical cation.
      """)
  var charge: Int?

  @Option(
    parsing: .unconditional,
    help: "The unpaired electrons of every molecule. Default: the fewest that its electrons and radical centres allow.")
  var unpaired: Int?

  @Option(
    help: "A YAML file whose section 'calculator' has the settings, such as a campaign file.",
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @Option(help: "The properties to give, separated by commas. Default: all.")
  var properties: String?

  @OptionGroup var resourceOptions: ResourceOptions

  @Option(name: .shortAndLong, help: "table, csv, json, sdf or xyz. Default: by the ending of --output, else table.")
  var format: Format?

  @Flag(help: "Short for --format json.")
  var json = false

  @Option(name: .shortAndLong, help: "The file to write. Default: stdout.", completion: .file())
  var output: String?

  @Flag(name: .shortAndLong, help: "Show no progress, only notes.")
  var quiet = false

  func validate() throws {
    try requireOneColumn(column, smiles)
    try requireName(output, of: "--output")
    try requireName(config, of: "--config")
    if json, let format, format != .json { throw ValidationError("--json and --format \(format) exclude each other.") }
    if let name = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError("--properties names '\(name)' twice; once is enough.")
    }
    _ = try chosenFormat
    if properties != nil, names.isEmpty { throw ValidationError("--properties names none; leave it out for all.") }
    for (key, value) in shortcuts {
      let isSetTwice = settings.contains { $0.prefix { $0 != "=" }.trimmingCharacters(in: .whitespaces) == key }
      if value != nil, isSetTwice {
        throw ValidationError("--\(key) and --set \(key)=… say the same thing and exclude each other; keep one.")
      }
    }
  }

  func run() async throws {
    if let output { try OutputFile(path: output).check(apartFrom: molecules + [config].compactMap(\.self)) }
    let request = CalculatorRequest(
      program: program, settings: settings + shortcuts.compactMap { key, value in value.map { "\(key)=\($0)" } },
      configuration: config, properties: names)
    let source = try MoleculeSource.named(molecules, column: column ?? smiles)
    let resources = try resourceOptions.resources()
    let progress = CalculateProgressPrinter(isQuiet: quiet)
    let run = Task {
      try await CalculateRun(source, by: request, on: resources).run { progress.show($0) }
    }
    let interruption = Interruption(
      saying: resources.cache == nil
        ? "Interrupted. Without a cache nothing was saved."
        : "Interrupted. Run the same command to resume; it reuses the results in the cache."
    ) { run.cancel() }
    defer { progress.finish() }
    let report = try await run.value
    _ = consume interruption
    progress.finish()
    for note in report.notes { Terminal.note(note) }
    let (text, hasStyle) = try text(report)
    try Terminal.write(text, to: output, hasStyle: hasStyle)
    if let failure = report.machineFailure { throw CampaignError(.failure, failure) }
    if report.failedCount > 0 { throw ExitCode(1) }
  }

  /// The settings that have an option of their own.
  private var shortcuts: [(key: String, value: String?)] {
    [
      ("protocol", calculationProtocol), ("charge", charge.map(String.init)), ("unpaired", unpaired.map(String.init)),
    ]
  }

  /// The requested properties.
  private var names: [String] {
    (properties ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private var chosenFormat: Format {
    get throws {
      try OutputFormat.chosen(json ? .json : format, output: output, usual: .table, endings: ["txt": .table])
    }
  }

  /// The report in the format that is wanted, and whether it is made for terminals.
  private func text(_ report: CalculateReport) throws -> (String, hasStyle: Bool) {
    switch try chosenFormat {
    case .table: return (CalculateText(report: report, style: style).lines.map { $0 + "\n" }.joined(), true)
    case .csv: return (report.csv, false)
    case .json: return (try JSON.text(report) + "\n", false)
    case .sdf: return (try report.sdf(), false)
    case .xyz: return (try report.xyz(), false)
    }
  }

  /// No colours in a file.
  private var style: TextStyle { output == nil ? .of(descriptor: 1) : .plain }
}
