import Chemistry

/// A custom program that stays running: it reads one JSON document per line and answers each with one line.
///
///     command: [python3, worker.py]
///     properties: {gap: eV}
public struct WorkerCalculator: ProgramCalculator {
  let settings: ProgramSettings

  static let registration = Calculators.Registration(
    name: "worker", summary: "a program of your own that stays running and answers one JSON document per line",
    settings: [
      "command": ProgramSettings.commandSummary,
      "properties": ProgramSettings.unitsSummary,
      "conformers": "0 for no geometry, to 99", "time_limit": "seconds for one answer",
      "environment": ProgramSettings.environmentSummary,
      "version": ProgramSettings.versionSummary,
      "charge": StatedElectrons.chargeSummary, "unpaired": StatedElectrons.unpairedSummary,
    ]
  ) { (setup) throws(CalculatorSetupError) in
    var reader = SettingsReader(setup.settings, of: "worker")
    let settings = try ProgramSettings(&reader, setup, conformers: .from(0...99))
    try reader.finish()
    return WorkerCalculator(settings: settings)
  }

  /// `worker`.
  public var name: String { "worker" }

  /// True: the question then has the formula and no geometry.
  public var takesCompositions: Bool { true }

  /// The command and the number of conformers.
  public var calculationProtocol: CalculationProtocol { settings.calculationProtocol([:]) }

  func request(
    number: Int, about molecule: Molecule, in state: ElectronicState, from geometry: Geometry?,
    by command: ProgramCommand
  ) -> AttemptRequest {
    AttemptRequest(
      number: number, conformer: geometry == nil ? nil : number, molecule: molecule, geometry: geometry,
      executable: command.executable, arguments: command.arguments, environment: settings.environment,
      timeLimitSeconds: settings.timeLimitSeconds,
      standardInput: question(number: number, about: molecule, in: state, from: geometry).line, isForWorker: true)
  }

  func read(_ output: AttemptOutput, to request: AttemptRequest) throws(CalculationFailure) -> AttemptResult {
    let answerReader = AnswerReader(name: settings.name, evidence: output.lastLines())
    let answer = output.standardOutput
    if answer.allSatisfy(\.isWhitespace), case .exited(let status) = output.termination {
      throw CalculationFailure(
        classOfEnd(output),
        status == 0
          ? "\(settings.name) ended with exit status 0, or printed an empty line, instead of an answer; a worker reads on until "
            + "its standard input ends, and prints one line for each question."
          : "\(settings.name) ended with exit status \(status) instead of an answer\(cause(output)).",
        evidence: output.lastLines())
    }
    return AttemptResult(
      try ProgramAnswer.read(answer, to: question(request), needsID: true, by: answerReader), geometry: request.geometry
    )
  }
}
