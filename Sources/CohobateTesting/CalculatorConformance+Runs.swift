import Calculation
import Chemistry

/// How the real stage ended when a calculator was given one molecule.
enum ConformanceEnding: Sendable {
  /// With something to report of the molecule.
  case outcome(CalculationOutcome)
  /// With nothing to report, because of the machine.
  case stopped(CalculationFailure)
  /// In a way in which it never should.
  case threw(String)

  /// The result, if it is one.
  var result: CalculationResult? {
    if case .outcome(let outcome) = self { try? outcome.result.get() } else { nil }
  }

  /// What it is, in words.
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
  /// Carries out one molecule's calculation; every plan that was made on the way is looked at, and compared with that of
  /// an equal calculator.
  func run(
    _ calculator: any Calculator, equalTo equal: any Calculator, for molecule: Molecule, on executor: any Executor,
    in folder: String
  ) async -> (ending: ConformanceEnding, violations: [String]) {
    let observed = ObservedCalculator(calculator)
    let stage = CalculationStage(
      calculator: observed, executor: executor, concurrency: 2, workdir: "\(workdir)/\(folder)", keptFolders: .none)
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
  static let nothingIsPlanned = "No attempt is planned for any good molecule, so that nothing can go wrong with it."

  /// Asks what comes of the first good molecule's calculation when each of its attempts is sabotaged.
  /// - Parameters:
  ///   - sparesOthers: Whether calculations of other molecules are left in peace, of which the control may be one.
  ///   - isRight: Whether the end is as it must be.
  func violations(
    of what: String, _ sabotage: Sabotage, sparesOthers: Bool = false, isRight: (ConformanceEnding) -> Bool
  ) async -> [String] {
    guard let request = firstRequests.first, let molecule = request.molecule else { return [Self.nothingIsPlanned] }
    guard sabotage.applied(to: request) != request else { return ["\(what) could not be tried: nothing was changed."] }
    // Only a broken geometry is given to the calculator's own program; the others need one that really runs.
    var executor: any Executor = LocalExecutor()
    if case .broken = sabotage { executor = self.executor }
    let (ending, violations) = await run(
      calculator, equalTo: equal, for: molecule,
      on: SabotagingExecutor(sabotage, onlyFor: sparesOthers ? molecule : nil, on: executor), in: "sabotaged")
    return violations + (isRight(ending) ? [] : ["\(what) \(ending.inWords)."])
  }
}
