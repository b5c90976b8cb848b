import Chemistry

/// A custom program that is started for each molecule and writes one JSON document.
///
///     command: [python3, score.py, "{xyz}"]
///     properties: {gap: eV}
public struct CommandCalculator: ProgramCalculator {
  /// The form of the program's input.
  enum Input: String, Sendable, Hashable, CaseIterable {
    case xyz, smiles, json

    /// The placeholder of the file with the input.
    var placeholder: String {
      switch self {
      case .xyz: "xyz"
      case .smiles: "smiles_file"
      case .json: "json"
      }
    }

    var file: String {
      switch self {
      case .xyz: "molecule.xyz"
      case .smiles: "molecule.smi"
      case .json: "question.json"
      }
    }
  }

  let settings: ProgramSettings
  private let input: Input
  private let output: String?

  static let registration = Calculators.Registration(
    name: "command", summary: "a program of your own, started for each molecule; it answers in JSON",
    settings: [
      "command":
        ProgramSettings.commandSummary + "; {xyz}, {smiles_file}, {json} or {smiles} for the molecule",
      "properties": ProgramSettings.unitsSummary,
      "input": "xyz, smiles or json: its input if the command has no placeholder",
      "output": "the file with the answer; standard output if omitted",
      "conformers": "1 to 99, each in a separate run; json: 0 for no geometry", "time_limit": "seconds for one run",
      "environment": ProgramSettings.environmentSummary,
      "version": ProgramSettings.versionSummary,
      "charge": StatedElectrons.chargeSummary, "unpaired": StatedElectrons.unpairedSummary,
    ]
  ) { (setup) throws(CalculatorSetupError) in
    try CommandCalculator(setup)
  }

  init(_ setup: CalculatorSetup) throws(CalculatorSetupError) {
    var reader = SettingsReader(setup.settings, of: "command")
    let placeholders = ProgramCommand.placeholders(in: Self.words(setup.settings))
    let chosen = try reader.choice("input", of: Input.self)
    let named = Input.allCases.filter { placeholders.contains($0.placeholder) }
    let known = ["smiles", "charge", "unpaired"]
    if chosen == nil, named.isEmpty {
      try ProgramSettings.refuseUnknown(placeholders, besides: known + Input.allCases.map(\.placeholder), reader)
    }
    guard let input = chosen ?? named.first ?? (placeholders.contains("smiles") ? .smiles : nil) else {
      throw reader.refusal(
        of: "input", mustBe: "xyz, smiles or json if the command has none of {xyz}, {smiles_file}, {json}, {smiles}")
    }
    output = try reader.text("output")
    if let output, output.contains("/") || [".", ".."].contains(output) {
      throw reader.refusal(of: "output", mustBe: "the name of a file in the folder that the program runs in")
    }
    // Stated charge and spin must reach the program; otherwise they would change the protocol but not the values.
    let told: Set<String> =
      input == .json ? ["charge", "unpaired"] : placeholders.intersection(["charge", "unpaired"])
    for key in ["charge", "unpaired"] where setup.settings.values[key] != nil && !told.contains(key) {
      throw reader.refusal(of: key, mustBe: "left out if the command has no {\(key)} and the input is not json")
    }
    self.input = input
    settings = try ProgramSettings(
      &reader, setup,
      conformers: input == .smiles ? .none : .from((input == .json ? 0 : 1)...99),
      placeholders: known + [input.placeholder], knowsElectrons: !told.isEmpty)
    try reader.finish()
  }

  /// The words that may contain placeholders; a value that cannot be a command is rejected later.
  private static func words(_ settings: CalculatorSettings) -> [String] {
    switch settings.values["command"] {
    case .text(let line): [line]
    case .list(let list): list.compactMap { if case .text(let word) = $0 { word } else { nil } }
    default: []
    }
  }

  /// `command`.
  public var name: String { "command" }

  /// Whether its input can do without a geometry: the formula then stands for the SMILES.
  public var takesCompositions: Bool { input != .xyz }

  /// The command, its input, the place of its answer and the number of conformers.
  public var calculationProtocol: CalculationProtocol {
    var words = ["input": input.rawValue]
    words["output"] = output
    return settings.calculationProtocol(words)
  }

  func request(
    number: Int, about molecule: Molecule, in state: ElectronicState, from geometry: Geometry?,
    by command: ProgramCommand
  ) -> AttemptRequest {
    let contents =
      switch input {
      case .xyz: geometry?.xyz(comment: molecule.smiles) ?? ""
      case .smiles: molecule.notation + "\n"
      case .json: question(number: number, about: molecule, in: state, from: geometry).line + "\n"
      }
    let isNamed = ProgramCommand.placeholders(in: settings.words).contains(input.placeholder)
    return AttemptRequest(
      number: number, conformer: geometry == nil ? nil : number, molecule: molecule, geometry: geometry,
      executable: command.executable,
      arguments: command.arguments(replacing: [
        input.placeholder: input.file, "smiles": molecule.notation, "charge": String(state.charge),
        "unpaired": String(state.unpaired),
      ]),
      environment: settings.environment,
      files: isNamed ? [.init(name: input.file, contents: contents)] : [],
      timeLimitSeconds: settings.timeLimitSeconds, collect: output.map { [$0] } ?? [],
      standardInput: isNamed ? nil : contents)
  }

  func read(_ output: AttemptOutput, to request: AttemptRequest) throws(CalculationFailure) -> AttemptResult {
    let text: String
    let place: String
    if let file = self.output {
      guard let contents = output.files[file] else {
        try requireSuccess(output)
        throw CalculationFailure(
          .unknown, "\(settings.name) wrote no file '\(file)' into the folder that it ran in.",
          evidence: output.lastLines())
      }
      (text, place) = (contents, "in '\(file)'")
    } else {
      (text, place) = (output.standardOutput, "on its standard output")
    }
    let answerReader = AnswerReader(name: settings.name, place: place, evidence: output.lastLines())
    // A program may report an error and also exit with a non-zero status; its report says more.
    if [nil, .null].contains((try? JSONValue(text: text))?["error"]) { try requireSuccess(output) }
    return AttemptResult(
      try ProgramAnswer.read(text, to: question(request), needsID: false, by: answerReader), geometry: request.geometry)
  }
}
