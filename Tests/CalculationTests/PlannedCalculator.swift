import Calculation
import Chemistry

/// A calculator whose plans a test makes up. An attempt that exits with 0 is accepted, with the number on its standard
/// output as the energy; one that exits with 9 says that it lacks something.
struct PlannedCalculator: Calculator {
  let name = "planned"
  let properties = [Property.energy]
  let calculationProtocol = CalculationProtocol(name: "planned", version: 1, steps: [], summary: "as the test says")
  private let makePlan: @Sendable (Molecule, [EndedAttempt]) -> CalculationPlan

  /// A calculator of one step: what is planned first, and the lowest energy of it.
  init(_ plan: @escaping @Sendable (Molecule) -> CalculationPlan) {
    makePlan = { molecule, ended in ended.isEmpty ? plan(molecule) : .outcome(of: ended) }
  }

  /// A calculator of several steps.
  init(steps plan: @escaping @Sendable (Molecule, [EndedAttempt]) -> CalculationPlan) {
    makePlan = plan
  }

  /// So many attempts for every molecule, running `/bin/true`.
  init(attempts count: Int) {
    self.init { molecule in .attempts((1...count).map { .running("/bin/true", number: $0, molecule: molecule) }) }
  }

  func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String { "1" }

  func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    makePlan(molecule, ended)
  }

  func parse(_ output: AttemptOutput, of request: AttemptRequest) -> Result<AttemptResult, CalculationFailure> {
    if let failure = output.terminationFailure(of: "it", timeLimitSeconds: request.timeLimitSeconds) {
      return .failure(failure)
    }
    if output.termination == .exited(9) { return .failure(CalculationFailure(.resource, "It lacks something.")) }
    guard output.termination == .exited(0), let energy = Double(output.standardOutput),
      energy.isFinite
    else {
      return .failure(CalculationFailure(.unknown, "It gave no number.", evidence: output.lastLines()))
    }
    return .success(AttemptResult(values: ["energy": energy]))
  }
}

extension AttemptRequest {
  /// A request to run a program.
  static func running(
    _ executable: String, _ arguments: [String] = [], number: Int = 1, molecule: Molecule? = nil,
    environment: [String: String] = ["PATH": "/usr/bin:/bin"], files: [File] = [], timeLimitSeconds: Double = 300,
    collect: [String] = []
  ) -> AttemptRequest {
    AttemptRequest(
      number: number, molecule: molecule, geometry: nil, executable: executable, arguments: arguments,
      environment: environment, files: files, timeLimitSeconds: timeLimitSeconds, collect: collect)
  }

  /// A request to run a few lines of shell.
  static func shell(_ script: String, timeLimitSeconds: Double = 300) -> AttemptRequest {
    .running("/bin/sh", ["-c", script], timeLimitSeconds: timeLimitSeconds)
  }
}
