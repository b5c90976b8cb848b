import ArgumentParser
import Foundation
import Tables
import Workbench

struct FilterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter",
    abstract: "Keep the molecules of a file that meet given criteria.",
    discussion: """
      Records that pass are written unchanged, in the order of the file. A rejected record is counted under the first \
      criterion that it fails; cheap criteria are tested first, catalogues last. Molecules with several components or \
      isotope labels never pass, nor do records that are not molecules; charged molecules and radicals pass only on \
      request.

      Exit status: 0 some passed, 1 none passed, 2 the input is wrong, 130 interrupted.
      """)

  @Argument(help: "A .smi, .csv or .sdf file; or '-' for standard input.", completion: .file())
  var file: String

  @Option(help: "The column of a table with the SMILES. Default: smiles.")
  var column: String?

  /// The name that the option has where a command learns from a table.
  @Option(help: .hidden)
  var smiles: String?

  @Option(help: "The format of standard input: smi, csv or sdf.", completion: .list(FilterRun.formats))
  var format: String?

  @OptionGroup(title: "Criteria") var options: FilterOptions

  @Flag(help: "Let each molecule pass only once.")
  var unique = false

  @Option(name: .shortAndLong, help: "The file for the records that pass. Default: stdout.", completion: .file())
  var output: String?

  @Option(help: "A CSV file for the rejected records, with the reasons.", completion: .file())
  var rejected: String?

  @Flag(help: "Print a report of all records as JSON instead of those that pass.")
  var json = false

  @Flag(name: .shortAndLong, help: "Show neither progress nor summary, only notes.")
  var quiet = false

  func validate() throws {
    try requireOneColumn(column, smiles)
    try requireName(file, of: "The file of molecules")
    try requireName(output, of: "--output")
    try requireName(rejected, of: "--rejected")
    if format != nil, file != "-" {
      throw ValidationError("--format goes with '-'; the ending of a file's name says what it is.")
    }
    if let output, output == rejected { throw ValidationError("--output and --rejected are the same file.") }
  }

  func run() async throws {
    let inputs = [file, options.campaignFile].compactMap(\.self) + options.known
    for path in [output, rejected].compactMap(\.self) { try OutputFile(path: path).check(apartFrom: inputs) }
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
    let column = column ?? smiles
    guard file == "-" else { return .file(MoleculeFile(path: file, column: column)) }
    let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
    return .text(bytes, format: format ?? (column == nil ? "smi" : "csv"), column: column)
  }
}
