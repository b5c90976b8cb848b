import Calculation
import Chemistry
import Synchronization

/// Forwards every call to a calculator, and records its plans.
struct ObservedCalculator: Calculator {
  /// A plan, its molecule, and the past attempts after which it was made.
  struct Planned: Sendable {
    let molecule: Molecule
    let ended: [EndedAttempt]
    let plan: CalculationPlan
  }

  private final class Log: Sendable {
    let plans = Mutex<[Planned]>([])
  }

  let calculator: any Calculator
  private let log = Log()

  init(_ calculator: any Calculator) {
    self.calculator = calculator
  }

  /// All plans so far, in order.
  var plans: [Planned] { log.plans.withLock { $0 } }

  var name: String { calculator.name }
  var properties: [Property] { calculator.properties }
  var calculationProtocol: CalculationProtocol { calculator.calculationProtocol }

  func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String {
    try await calculator.version(on: executor)
  }

  func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    let plan = calculator.plan(for: molecule, after: ended)
    log.plans.withLock { $0.append(Planned(molecule: molecule, ended: ended, plan: plan)) }
    return plan
  }

  func maySuspectProgram(of failure: CalculationFailure) -> Bool { calculator.maySuspectProgram(of: failure) }

  func parse(_ output: AttemptOutput, of request: AttemptRequest) -> Result<AttemptResult, CalculationFailure> {
    calculator.parse(output, of: request)
  }
}

// MARK: What is wrong with a plan

extension ObservedCalculator.Planned {
  /// The violations of the plan, given a second plan of an equal calculator after the same past.
  func violations(again: CalculationPlan) -> [String] {
    let past = ended.isEmpty ? "" : " after \(ended.count) attempts"
    var found: [String] = []
    if again != plan { found.append("Two plans for '\(molecule.smiles)'\(past) differ.") }
    switch plan {
    case .attempts(let requests):
      let numbers = Array((ended.count + 1)..<(ended.count + 1 + requests.count))
      if requests.isEmpty { found.append("The plan for '\(molecule.smiles)'\(past) has no attempts.") }
      if requests.map(\.number) != numbers {
        found.append("The attempts for '\(molecule.smiles)' are not numbered from \(ended.count + 1)\(past).")
      }
      found += requests.flatMap { $0.violations(for: molecule) }
    case .failed(let failure) where failure.message.isEmpty:
      found.append("The failure of '\(molecule.smiles)'\(past) has no message.")
    case .failed, .result: break
    }
    return found
  }
}

extension AttemptRequest {
  /// Why the request cannot be run or recorded.
  fileprivate func violations(for molecule: Molecule) -> [String] {
    var found: [String] = []
    func check(_ holds: Bool, _ sentence: String) {
      if !holds { found.append("Attempt \(number) for '\(molecule.smiles)' \(sentence).") }
    }
    check(self.molecule == molecule, "is about another molecule")
    check(!step.isEmpty, "belongs to no step")
    check(changes.allSatisfy { !$0.isEmpty }, "has an empty change")
    check(executable.hasPrefix("/"), "names its program '\(executable)' without an absolute path")
    check(timeLimitSeconds > 0 && timeLimitSeconds.isFinite, "has no sensible time limit")
    let names = files.map(\.name)
    check(Set(names).count == names.count, "writes a file twice")
    for name in names + collect {
      check(
        !name.isEmpty && ![".", ".."].contains(name) && !name.contains("/") && !name.contains("\0"),
        "names the file '\(name)' outside of its folder")
      check(!["stdin", "stdout", "stderr"].contains(name), "uses '\(name)', where a program's input or output stands")
    }
    if isForWorker {
      check(files.isEmpty && collect.isEmpty, "is for a worker, which has no files")
      check(standardInput?.contains(where: \.isNewline) == false, "is for a worker, and is not one line")
    }
    return found
  }
}
