import Chemistry

/// A scorer by the convention of REINVENT 4's external process (DOI 10.1186/s13321-024-00812-5): SMILES on standard input,
/// one a line, and lists of values on standard output.
///
///     {"version": 1, "payload": {"gap": [4.2]}}
public struct ReinventCalculator: ProgramCalculator {
  let settings: ProgramSettings

  static let registration = Calculators.Registration(
    name: "reinvent", summary: "a scorer written for REINVENT 4's external process",
    settings: [
      "command": ProgramSettings.commandSummary,
      "properties": ProgramSettings.unitsSummary,
      "time_limit": "seconds for one answer", "environment": ProgramSettings.environmentSummary,
      "version": ProgramSettings.versionSummary,
    ]
  ) { (setup) throws(CalculatorSetupError) in
    var reader = SettingsReader(setup.settings, of: "reinvent")
    let settings = try ProgramSettings(&reader, setup, conformers: .none, knowsElectrons: false)
    try reader.finish()
    return ReinventCalculator(settings: settings)
  }

  /// `reinvent`.
  public var name: String { "reinvent" }

  /// The command.
  public var calculationProtocol: CalculationProtocol { settings.calculationProtocol([:]) }

  func request(
    number: Int, about molecule: Molecule, in state: ElectronicState, from geometry: Geometry?,
    by command: ProgramCommand
  ) -> AttemptRequest {
    AttemptRequest(
      number: number, molecule: molecule, geometry: nil, executable: command.executable, arguments: command.arguments,
      environment: settings.environment, timeLimitSeconds: settings.timeLimitSeconds,
      standardInput: molecule.smiles + "\n")
  }

  func read(_ output: AttemptOutput, to request: AttemptRequest) throws(CalculationFailure) -> AttemptResult {
    try requireSuccess(output)
    let answerReader = AnswerReader(name: settings.name, evidence: output.lastLines())
    let document = try answerReader.document(in: output.standardOutput)
    guard document["version"] == .number(1) else {
      throw answerReader.refusal(
        "has \(document["version"]?.inWords ?? "nothing") as 'version', where the number 1 belongs")
    }
    guard case .map(let payload) = document["payload"] else {
      throw answerReader.refusal(
        "has \(document["payload"]?.inWords ?? "nothing") as 'payload', where a mapping from names to lists belongs")
    }
    var values: [String: Double] = [:]
    for property in properties.map(\.name) {
      guard let list = payload[property] else {
        let others = payload.keys.sorted().joined(separator: ", ")
        throw answerReader.refusal("has no '\(property)' in its payload; it has: \(others.isEmpty ? "none" : others)")
      }
      guard case .list(let numbers) = list, numbers.count == 1 else {
        let what = if case .list(let numbers) = list { "\(numbers.count) values" } else { list.inWords }
        throw answerReader.refusal("has \(what) as '\(property)', where a list of 1 value belongs: one for each SMILES")
      }
      values[property] = try answerReader.number(numbers[0], "'\(property)'")
    }
    return AttemptResult(values: values)
  }
}
