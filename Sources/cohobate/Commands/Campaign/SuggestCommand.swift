import ArgumentParser
import Campaign
import CampaignFile
import Files
import Foundation

struct SuggestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Write the molecules to be measured or calculated next.",
    discussion: """
      If none are pending, the next batch is designed and recorded. Running the command again gives the same batch. \
      Each run with --count N chooses N more molecules, as if the pending values were known. Under 'program: by-hand' \
      the table has empty columns for the values: fill them in, and hand it to 'cohobate tell'.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, sdf, json, table
  }

  @OptionGroup var campaign: CampaignOptions

  @Option(
    name: .shortAndLong,
    help: """
      csv, sdf (two-dimensional structures), json, or a table for people. Default: by the ending of --output, else csv.
      """)
  var format: Format?

  @Option(name: .shortAndLong, help: "The file to write. Default: stdout.", completion: .file())
  var output: String?

  @Option(parsing: .unconditional, help: "Choose this many further molecules, also while others are pending.")
  var count: Int?

  @Flag(help: "Overwrite an existing file.")
  var force = false

  func validate() throws {
    try requireName(output, of: "--output")
    if let count, !(1...10_000).contains(count) {
      throw ValidationError("--count is \(count); it must be from 1 to 10000.")
    }
    _ = try chosenFormat
  }

  private var chosenFormat: Format {
    get throws { try OutputFormat.chosen(format, output: output, usual: .csv, endings: ["txt": .table]) }
  }

  func run() async throws {
    // The user may have begun to fill it in.
    if let output, !force, !OutputFile(path: output).isStream, FileManager.default.fileExists(atPath: output) {
      throw CampaignError(
        .input, "\(output) already exists, perhaps with values; choose another name, or add --force to overwrite it."
      )
    }
    // Checked before a batch is designed that could then not be written.
    if let output { try OutputFile(path: output).check(apartFrom: campaign.paths.inputs) }
    let (paths, count) = (campaign.paths, count)
    let progress = ProgressPrinter(isQuiet: false)
    let design = Task { try await Suggestion.next(paths, count: count) { progress.show($0) } }
    let interruption = Interruption(saying: CampaignError.interrupted.description) { design.cancel() }
    defer { progress.finish() }
    let suggestion = try await design.value
    _ = consume interruption
    progress.finish()
    if let message = suggestion.endMessage { Terminal.note("The campaign has ended. \(message)") }
    let text =
      switch try chosenFormat {
      case .csv: suggestion.csv
      case .sdf: try suggestion.sdf()
      case .json: try JSON.text(suggestion) + "\n"
      case .table:
        SuggestionText(suggestion, style: output == nil ? .of(descriptor: 1) : .plain).lines.map { $0 + "\n" }.joined()
      }
    try Terminal.write(text, to: output)
  }
}
