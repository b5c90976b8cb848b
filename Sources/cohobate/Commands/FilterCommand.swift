import ArgumentParser
import Campaign
import Foundation

struct FilterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter",
    abstract: "Keep the molecules of a file that meet given criteria.",
    discussion: """
      What passes is written as it stands in the file, in its order. Each other record counts for the first criterion that it \
      does not meet: cheap ones are asked first, catalogues last. Molecules of several components, with isotope labels, and \
      records that are no molecule never pass; charged molecules and radicals only where they are asked for.

      Exit status: 0 some passed, 1 none passed, 2 the input is wrong, 130 interrupted.
      """)

  @Argument(help: "A .smi, .csv or .sdf file; or '-' for standard input.", completion: .file())
  var file: String

  @Option(help: "The column of a table with the SMILES. Default: smiles.")
  var column: String?

  @Option(help: "What standard input is: smi, csv or sdf.", completion: .list(FilterRun.formats))
  var format: String?

  @OptionGroup(title: "Criteria") var options: FilterOptions

  @Flag(help: "Let a molecule pass once only.")
  var unique = false

  @Option(name: .shortAndLong, help: "The file to write what passes to. Default: stdout.", completion: .file())
  var output: String?

  @Option(help: "A CSV file to write the others to, with their reasons.", completion: .file())
  var rejected: String?

  @Flag(help: "Print a report of all records as JSON in place of those that pass.")
  var json = false

  @Flag(name: .shortAndLong, help: "Show neither progress nor summary.")
  var quiet = false

  func validate() throws {
    try requireName(file, of: "The file of molecules")
    try requireName(output, of: "--output")
    try requireName(rejected, of: "--rejected")
    if format != nil, file != "-" {
      throw ValidationError("--format goes with '-'; the ending of a file's name says what it is.")
    }
    if let output, output == rejected { throw ValidationError("--output and --rejected are the same file.") }
  }

  func run() async throws {
    for path in [output, rejected].compactMap(\.self) { try OutputFile(path: path).check(apartFrom: [file]) }
    let run = FilterRun(try source(), by: options.criteria, keepsRepeats: !unique)
    let isQuiet = quiet
    let task = Task {
      var line = ProgressLine()
      defer { line.clear() }
      return try run.run { done, total in if !isQuiet { line.show(["\(done)/\(total) molecules"]) } }
    }
    let interruption = Interruption(saying: "Interrupted. Nothing was written.") { task.cancel() }
    let report = try await task.value
    _ = consume interruption
    if let rejected { try Terminal.write(report.rejectedText, to: rejected) }
    if json {
      Terminal.output(try JSON.text(report))
      if let output { try Terminal.write(report.passedBytes, to: output) }
    } else {
      try Terminal.write(report.passedBytes, to: output)
    }
    for note in report.notes { Terminal.note(note) }
    if !quiet {
      let width = report.summary.map { "\($0.count)".count }.max() ?? 0
      for (title, count) in report.summary {
        let number = "\(count)"
        Terminal.line(String(repeating: " ", count: width - number.count) + number + "  " + title)
      }
    }
    if report.passed == 0 { throw ExitCode(1) }
  }

  private func source() throws -> FilterRun.Source {
    guard file == "-" else { return .file(MoleculeFile(path: file, column: column)) }
    let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
    return .text(bytes, format: format ?? (column == nil ? "smi" : "csv"), column: column)
  }
}
