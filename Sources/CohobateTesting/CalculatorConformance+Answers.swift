import Calculation
import Chemistry

/// Questions about settings, and about answers that look complete and are wrong.
extension CalculatorConformance {
  /// The key under which values are stored, besides the molecule.
  private struct Key: Equatable {
    let name: String
    let calculationProtocol: CalculationProtocol
    let version: String

    init(_ calculator: any Calculator, on executor: any Executor) async throws(CalculatorUnavailable) {
      name = calculator.name
      calculationProtocol = calculator.calculationProtocol
      version = try await calculator.version(on: executor)
    }
  }

  func settingsViolations() async -> [String] {
    if different.isEmpty || alike.isEmpty {
      return ["No calculator with other settings was given, and the question was not declared not applicable."]
    }
    var found: [String] = []
    do throws(CalculatorUnavailable) {
      let key = try await Key(calculator, on: executor)
      for (place, other) in different.enumerated() where try await Key(other, on: executor) == key {
        found.append("The settings of number \(place + 1) change values, but neither the protocol nor the version.")
      }
      for (place, other) in alike.enumerated() where try await Key(other, on: executor) != key {
        found.append("The settings of number \(place + 1) change no value, but the protocol or the version.")
      }
    } catch {
      found.append("The calculator is unavailable: \(error)")
    }
    return found
  }

  func noNumbersViolations() async -> [String] {
    guard let molecule = firstRequests.first?.molecule else { return [Self.nothingIsPlanned] }
    let (good, _) = await run(calculator, equalTo: equal, for: molecule, on: executor, in: "good")
    guard let result = good.result else { return ["'\(molecule.smiles)' \(good.inWords)."] }
    var found: [String] = []
    var isTampered = false
    for place in TamperedAnswer.places(of: firstRequests[0]) {
      let (ending, violations) = await run(
        calculator, equalTo: equal, for: molecule, on: TamperingExecutor(place, on: executor), in: "tampered")
      found += violations
      if ending.result == nil { isTampered = true }
      // Numbers that no value depends on need not be checked.
      if ending.result != nil, ending.result?.values != result.values || ending.result?.geometry != result.geometry {
        found.append("An answer without numbers in \(place) \(ending.inWords).")
      }
    }
    if !isTampered { found.append("No answer without numbers is a failure: \(good.inWords).") }
    return found
  }

  func anotherMoleculeViolations() async -> [String] {
    guard let molecule = firstRequests.first?.molecule else { return [Self.nothingIsPlanned] }
    let others = ["CO", "CCO"].compactMap { try? Molecule(smiles: $0) }
    guard let other = others.first(where: { $0 != molecule }) else { return [] }
    let swapping = RecordedExecutor { [calculator, executor] request, folder in
      guard case .attempts(let requests) = calculator.plan(for: other),
        let asked = requests.first(where: { $0.step == request.step }) ?? requests.first
      else { return AttemptOutput(termination: .notStarted("nothing is planned for '\(other.smiles)'.")) }
      return await executor.run(asked, in: folder)
    }
    let (ending, violations) = await run(
      calculator, equalTo: equal, for: molecule, on: swapping, in: "swapped")
    if case .outcome(let outcome) = ending, case .failure(let failure) = outcome.result,
      [.topologyChanged, .unknown, .input].contains(failure.failureClass)
    {
      return violations
    }
    return violations + ["The answer for '\(other.smiles)' to a question about '\(molecule.smiles)' \(ending.inWords)."]
  }
}

/// The part of an answer in which the numbers are corrupted.
enum TamperedAnswer: Sendable, CustomStringConvertible {
  case standardOutput
  case file(String)

  var description: String {
    switch self {
    case .standardOutput: "the standard output"
    case .file(let name): "'\(name)'"
    }
  }

  /// All parts that may contain an answer to a request.
  static func places(of request: AttemptRequest) -> [TamperedAnswer] {
    [.standardOutput] + request.collect.map { .file($0) }
  }
}

/// Runs an attempt, and corrupts the numbers in a part of its output.
private struct TamperingExecutor: Executor {
  let place: TamperedAnswer
  let executor: any Executor

  init(_ place: TamperedAnswer, on executor: any Executor) {
    self.place = place
    self.executor = executor
  }

  func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
    let output = await executor.run(request, in: folder)
    let ruined = Sabotage.BrokenGeometry.notANumber.ruined
    var (text, files) = (output.standardOutput, output.files)
    switch place {
    case .standardOutput: text = ruined(text)
    case .file(let name): files[name] = files[name].map(ruined)
    }
    return AttemptOutput(
      termination: output.termination, standardOutput: text, standardError: output.standardError, files: files,
      wallSeconds: output.wallSeconds, freeBytes: output.freeBytes)
  }
}
