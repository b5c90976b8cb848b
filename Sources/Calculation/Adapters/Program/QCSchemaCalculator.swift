import Chemistry

/// A program that speaks QCSchema (https://molssi-qc-schema.readthedocs.io), above all QCEngine's `qcengine run`.
///
/// It is asked for a single point on a force field's conformer, in version 1 of the schema; answers may be of version 1 or 2.
///
///     command: [qcengine, run, mopac, "-"]
///     model: {method: PM7}
///     properties:
///       heat_of_formation: {path: return_result, unit: kcal/mol, factor: 627.509474}
public struct QCSchemaCalculator: ProgramCalculator {
  let settings: ProgramSettings
  private let specification: QCSchemaSpecification
  private let findings: [QCSchemaFinding]
  /// Whether the program is a persistent worker that answers one document per line.
  private let isPersistent: Bool

  static let registration = Calculators.Registration(
    name: "qcschema", summary: "a program that uses QCSchema, such as some 25 in QCEngine",
    settings: [
      "command": ProgramSettings.commandSummary, "model": "required: {method, basis}",
      "properties": "required: {path, unit, factor} of each property",
      "driver": "energy, gradient, hessian or properties", "keywords": "passed to the program unchanged",
      "persistent": "true if the program stays running and answers one document per line",
      "conformers": "1 to 99", "time_limit": "seconds for one answer",
      "environment": ProgramSettings.environmentSummary,
      "version": ProgramSettings.versionSummary,
      "charge": StatedElectrons.chargeSummary, "unpaired": StatedElectrons.unpairedSummary,
    ]
  ) { (setup) throws(CalculatorSetupError) in
    try QCSchemaCalculator(setup)
  }

  init(_ setup: CalculatorSetup) throws(CalculatorSetupError) {
    var reader = SettingsReader(setup.settings, of: "qcschema")
    specification = try QCSchemaSpecification(&reader)
    findings = try QCSchemaFinding.read(&reader)
    isPersistent = try reader.flag("persistent") ?? false
    settings = try ProgramSettings(&reader, setup, properties: findings.map(\.property), conformers: .from(1...99))
    try reader.finish()
  }

  /// `qcschema`.
  public var name: String { "qcschema" }

  /// The command, the model, the keywords, and the paths of the values.
  public var calculationProtocol: CalculationProtocol {
    var words = specification.inWords
    for finding in findings { words["value of \(finding.property.name)"] = finding.inWords }
    return settings.calculationProtocol(words)
  }

  /// A launcher such as QCEngine calls another program, which a digest of the command's files does not cover. The
  /// version is known only if the campaign file states one.
  public var isKnownByVersion: Bool { settings.version != nil }

  func request(
    number: Int, about molecule: Molecule, in state: ElectronicState, from geometry: Geometry?,
    by command: ProgramCommand
  ) -> AttemptRequest {
    let question = question(number: number, about: molecule, in: state, from: geometry)
    return AttemptRequest(
      number: number, conformer: number, molecule: molecule, geometry: geometry, executable: command.executable,
      arguments: command.arguments, environment: settings.environment, timeLimitSeconds: settings.timeLimitSeconds,
      standardInput: specification.input(question, bonds: geometry?.bonds ?? []).line + (isPersistent ? "" : "\n"),
      isForWorker: isPersistent)
  }

  func read(_ output: AttemptOutput, to request: AttemptRequest) throws(CalculationFailure) -> AttemptResult {
    let answerReader = AnswerReader(name: settings.name, evidence: output.lastLines())
    // A program may report an error in QCSchema and also exit with a non-zero status; its report says more.
    let isAnswer = (try? JSONValue(text: output.standardOutput))?["success"] != nil
    if !isAnswer { try requireSuccess(output) }
    let result = try QCSchemaResult(answerReader.document(in: output.standardOutput), by: answerReader)
    try requireSuccess(output)
    try result.requireAnswer(to: question(request), by: specification)
    var values: [String: Double] = [:]
    for finding in findings { values[finding.property.name] = try result.value(of: finding) }
    return AttemptResult(values: values, geometry: request.geometry)
  }
}
