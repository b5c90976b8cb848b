import Calculation
import Chemistry

/// How the real stage ended for one molecule.
enum ConformanceEnding: Sendable {
  /// With an outcome for the molecule.
  case outcome(CalculationOutcome)
  /// Without an outcome, because of the machine.
  case stopped(CalculationFailure)
  /// With another error, which is never right.
  case threw(String)

  /// The result, if there is one.
  var result: CalculationResult? {
    if case .outcome(let outcome) = self { try? outcome.result.get() } else { nil }
  }

  /// The ending in words.
  var inWords: String {
    switch self {
    case .outcome(let outcome):
      switch outcome.result {
      case .success(let result): "was taken for a result, \(result.values.sorted { $0.key < $1.key })"
      case .failure(let failure): "was recorded as a failure '\(failure.failureClass.rawValue)' (\(failure.message))"
      }
    case .stopped(let failure): "stopped the run with a failure '\(failure.failureClass.rawValue)' (\(failure.message))"
    case .threw(let error): "made the stage throw \(error)"
    }
  }
}

extension CalculatorConformance {
  /// Carries out one molecule's calculation; checks every plan, and compares it with that of an equal calculator.
  func run(
    _ calculator: any Calculator, equalTo equal: any Calculator, for molecule: Molecule, on executor: any Executor,
    in folder: String
  ) async -> (ending: ConformanceEnding, violations: [String]) {
    let observed = ObservedCalculator(calculator)
    let stage = CalculationStage(
      calculator: observed, executor: executor, concurrency: 2, workdir: "\(workdir)/\(folder)", folderRetention: .none)
    var reported: CalculationOutcome?
    let ending: ConformanceEnding
    do {
      try await stage.run([CalculationJob(number: 1, molecule: molecule)]) { reported = $1 }
      ending = reported.map { .outcome($0) } ?? .threw("nothing, and report nothing")
    } catch CalculationStageError.machineFailed(_, _, let failure, _) {
      ending = .stopped(failure)
    } catch {
      ending = .threw("\(error)")
    }
    var violations = observed.plans.flatMap { planned in
      planned.violations(again: equal.plan(for: planned.molecule, after: planned.ended))
    }
    if let attempts = reported?.attempts, attempts.map(\.number) != Array(1..<(attempts.count + 1)) {
      violations.append("The attempts of '\(molecule.smiles)' are not recorded from 1 to \(attempts.count).")
    }
    return (ending, violations)
  }

  /// Why a question about programs cannot be asked.
  static let nothingIsPlanned = "No attempt is planned for any good molecule, so no attempt can go wrong."

  /// Tests how the first good molecule's calculation ends if each of its attempts is sabotaged.
  /// - Parameters:
  ///   - sparesOthers: Whether calculations of other molecules, including the control, are not sabotaged.
  ///   - isRight: Whether the ending is right.
  func violations(
    of what: String, _ sabotage: Sabotage, sparesOthers: Bool = false, isRight: (ConformanceEnding) -> Bool
  ) async -> [String] {
    guard let request = firstRequests.first, let molecule = request.molecule else { return [Self.nothingIsPlanned] }
    guard sabotage.applied(to: request) != request else { return ["\(what) could not be tried: nothing was changed."] }
    // The calculator's own program is run only with a broken geometry; the other sabotages need programs that really
    // run.
    var executor: any Executor = LocalExecutor()
    if case .broken = sabotage { executor = self.executor }
    let (ending, violations) = await run(
      calculator, equalTo: equal, for: molecule,
      on: SabotagingExecutor(sabotage, onlyFor: sparesOthers ? molecule : nil, on: executor), in: "sabotaged")
    return violations + (isRight(ending) ? [] : ["\(what) \(ending.inWords)."])
  }
}
