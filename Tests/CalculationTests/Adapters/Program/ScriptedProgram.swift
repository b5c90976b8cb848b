import Calculation
import Chemistry

/// A calculator on a script that a test wrote, run for real.
struct ScriptedProgram {
  let scratch: Scratch
  let calculator: any Calculator

  /// - Parameters:
  ///   - program: The name that campaign files use.
  ///   - python: The script, `program.py`.
  ///   - command: What calls it.
  ///   - prepare: Writes what else the command needs.
  init(
    _ program: String, python: String, command: [String] = ["python3", "program.py"],
    _ settings: CalculatorSettings = ["properties": .map(["value": .text("eV")])],
    prepare: (Scratch) throws -> Void = { _ in }
  ) throws {
    scratch = try Scratch()
    _ = try scratch.write(python, to: "program.py")
    try prepare(scratch)
    var settings = settings
    settings.values["command"] = .list(command.map { .text($0) })
    calculator = try Calculators.make(name: program, CalculatorSetup(settings, relativeTo: scratch.path))
  }

  /// The result for a molecule, all attempts run one after the other.
  func result(
    of smiles: String = "CCO", calculation: Int = 1, executor: LocalExecutor = LocalExecutor()
  ) async throws -> Result<CalculationResult, CalculationFailure> {
    let molecule = try Molecule(smiles: smiles)
    var ended: [EndedAttempt] = []
    while true {
      switch calculator.plan(for: molecule, after: ended) {
      case .result(let result): return .success(result)
      case .failed(let failure): return .failure(failure)
      case .attempts(let requests):
        for request in requests {
          let folder = AttemptFolder(calculation: calculation, attempt: request.number, under: scratch.path)
          try folder.create()
          let output = await executor.run(request, in: folder.path)
          ended.append(EndedAttempt(request: request, result: calculator.parse(output, of: request)))
        }
      }
    }
  }

  /// Why there is no result.
  func failure(of smiles: String = "CCO", executor: LocalExecutor = LocalExecutor()) async throws -> CalculationFailure?
  {
    if case .failure(let failure) = try await result(of: smiles, executor: executor) { failure } else { nil }
  }
}
