import ArgumentParser
import Campaign
import Foundation

struct Tell: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read measured values back, or any values that are known.",
    discussion: """
      A table of comma-separated values with a line of titles: 'id' or 'smiles', the properties (a unit may follow, as in \
      'gap (eV)'), and perhaps PROPERTY_uncertainty, 'failed' and 'note'. Tables that 'calculate' and 'export' wrote are read \
      too. Other columns are passed over with a note, and so are cells such as '>235' and 'n.d.'. Lines may be left empty. \
      Molecules that were never suggested are learnt from, and count neither for the budget nor as hits. All is checked \
      before anything is written; telling the same again changes nothing.

      A value that was wrong is taken back with --withdraw, and so is a failure: it stays in the record as withdrawn, is learnt \
      from no more, and a value may be told then.
      """)

  @OptionGroup var campaign: CampaignOptions

  @Argument(help: "The table (CSV), or - for stdin.", completion: .file(extensions: ["csv"]))
  var values: String?

  @Option(
    help: ArgumentHelp(
      "In place of a table: withdraw what was told of a molecule, its number or a SMILES of it.", valueName: "molecule")
  )
  var withdraw: String?

  @Option(
    parsing: .singleValue, help: "Withdraw the value of this property alone. May be repeated. Default: all values.")
  var property: [String] = []

  @Option(help: "Why it is withdrawn, for the record.")
  var reason: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (values == nil) != (withdraw == nil) else {
      throw ValidationError("Give a table of values, or --withdraw with a molecule; one of the two.")
    }
    if withdraw == nil, !property.isEmpty || reason != nil {
      throw ValidationError("--property and --reason belong to --withdraw.")
    }
  }

  func run() async throws {
    let show: @Sendable (CampaignEvent) -> Void = { event in if case .note(let note) = event { Terminal.note(note) } }
    if let withdraw {
      let reason = reason.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
      let withdrawal = try await Withdrawal.withdraw(
        withdraw, properties: property, reason: reason, from: campaign.paths, events: show)
      if output.json { return Terminal.output(try JSON.text(withdrawal)) }
      for line in WithdrawalText(withdrawal).lines { Terminal.output(line) }
      return
    }
    let values = values ?? "-"
    let telling = try await Telling.tell(
      campaign.paths, table: try read(values),
      name: values == "-" ? "stdin" : URL(fileURLWithPath: values).lastPathComponent,
      events: show)
    if output.json { return Terminal.output(try JSON.text(telling)) }
    for note in telling.notes { Terminal.note(note) }
    for line in TellingText(telling, campaign: campaign.arguments).lines { Terminal.output(line) }
  }

  private func read(_ values: String) throws -> Data {
    let data: Data
    do {
      // By a handle, so that it may be a pipe: tell campaign.yaml <(…).
      let file = try values == "-" ? FileHandle.standardInput : FileHandle(forReadingFrom: URL(fileURLWithPath: values))
      data = try file.readToEnd() ?? Data()
    } catch {
      throw CampaignError(.input, unreadable: values, error)
    }
    return data
  }
}
