import ArgumentParser
import Campaign
import Foundation

struct Tell: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read measured values back, or any values that are known.",
    discussion: """
      A table of comma-separated values with a line of titles: 'id' or 'smiles', the properties (a unit may follow, as in \
      'gap (eV)'), and perhaps PROPERTY_uncertainty, 'failed' and 'note'. Lines may be left empty. Molecules that were never \
      suggested are learnt from, and count neither for the budget nor as hits. All is checked before anything is written; \
      to tell the same again changes nothing.
      """)

  @OptionGroup var campaign: CampaignOptions

  @Argument(help: "The table (CSV), or - for stdin.", completion: .file(extensions: ["csv"]))
  var values: String

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let text = try read()
    let telling = try await Telling.tell(
      campaign.paths, table: text, name: values == "-" ? "stdin" : (values as NSString).lastPathComponent
    ) { event in if case .note(let note) = event { Terminal.note(note) } }
    if output.json { return Terminal.output(try JSON.text(telling)) }
    for line in TellingText(telling, campaign: campaign.arguments).lines { Terminal.output(line) }
  }

  private func read() throws -> String {
    let data = values == "-" ? try FileHandle.standardInput.readToEnd() : FileManager.default.contents(atPath: values)
    guard let data else {
      throw CampaignError(.input, "There is nothing to read at '\(values)'; name a table of comma-separated values.")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CampaignError(.input, "'\(values)' is not UTF-8 text; save the table as CSV in UTF-8.")
    }
    return text
  }
}
