import ArgumentParser
import Campaign
import Files
import Foundation

struct TellCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tell",
    abstract: "Record measured values, or any values that are known.",
    discussion: """
      VALUES is a CSV file with a title line. Its columns are 'id' or 'smiles', the properties (a unit may follow, as \
      in 'gap (eV)'), and optionally PROPERTY_uncertainty, 'failed' and 'note'. Tables that 'calculate' and 'export' \
      wrote are read too. Other columns are ignored with a note, and so are cells such as '>235' and 'n.d.'. A line \
      may have no value yet. The surrogate also learns from molecules that were never suggested; they count neither \
      for the budget nor as hits. Everything is checked before anything is written; telling the same values again \
      changes nothing.

      --withdraw retracts a wrong value, or a failure: the record keeps it as withdrawn, the surrogate no longer \
      learns from it, and another value may be told.

      --decline declines a suggestion: it counts neither as a failure nor for the budget, and the molecule is not \
      suggested again unless --suggest-again says so.
      """)

  @OptionGroup var campaign: CampaignOptions

  @Argument(help: "The table (CSV), or - for stdin.", completion: .file(extensions: ["csv"]))
  var values: String?

  @Option(
    help: ArgumentHelp(
      "Instead of a table: withdraw the values told for a molecule, given by its number or a SMILES of it.",
      valueName: "molecule")
  )
  var withdraw: String?

  @Option(
    parsing: .singleValue, help: "Withdraw only the value of this property. May be repeated. Default: all values.")
  var property: [String] = []

  @Option(
    help: ArgumentHelp(
      "Instead of a table: decline a suggested molecule, given by its number or a SMILES of it.", valueName: "molecule"
    )
  )
  var decline: String?

  @Option(
    help: ArgumentHelp("Instead of a table: suggest a declined molecule again.", valueName: "molecule"))
  var suggestAgain: String?

  @Option(help: "Why it is withdrawn or declined, for the record.")
  var reason: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard [values, withdraw, decline, suggestAgain].compactMap(\.self).count == 1 else {
      throw ValidationError(
        "Give a table of values, or --withdraw, --decline or --suggest-again with a molecule; one of these.")
    }
    if withdraw == nil, !property.isEmpty { throw ValidationError("--property belongs to --withdraw.") }
    if withdraw == nil, decline == nil, reason != nil {
      throw ValidationError("--reason belongs to --withdraw and --decline.")
    }
  }

  func run() async throws {
    let show: @Sendable (CampaignEvent) -> Void = { event in if case .note(let note) = event { Terminal.note(note) } }
    let reason = reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    if decline != nil || suggestAgain != nil {
      let declining =
        if let decline {
          try await Decline.decline(decline, reason: reason, in: campaign.paths, events: show)
        } else {
          try await Decline.suggestAgain(suggestAgain ?? "", in: campaign.paths, events: show)
        }
      if output.json { return Terminal.output(try JSON.text(declining)) }
      for line in DeclineText(declining).lines { Terminal.output(line) }
      return
    }
    if let withdraw {
      let withdrawal = try await Withdrawal.withdraw(
        withdraw, properties: property, reason: reason, from: campaign.paths, events: show)
      if output.json { return Terminal.output(try JSON.text(withdrawal)) }
      for line in WithdrawalText(withdrawal).lines { Terminal.output(line) }
      return
    }
    let values = values ?? "-"
    let telling = try await TellReport.tell(
      campaign.paths, table: try read(values),
      name: values == "-" ? "stdin" : URL(fileURLWithPath: values).lastPathComponent,
      events: show)
    if output.json { return Terminal.output(try JSON.text(telling)) }
    for note in telling.notes { Terminal.note(note) }
    for line in TellReportText(telling, campaign: campaign.arguments).lines { Terminal.output(line) }
  }

  private func read(_ values: String) throws -> Data {
    guard values == "-" else { return try TellReport.table(at: values) }
    do {
      return try FileHandle.standardInput.readToEnd() ?? Data()
    } catch {
      throw CampaignError(.input, unreadable: values, error)
    }
  }
}
