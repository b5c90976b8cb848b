public import Calculation
public import Chemistry
import Foundation

/// Puts a calculator through the questions that every calculator has to answer alike.
///
/// The answers are sentences about what is wrong, none if all is well, so that any test framework will do:
///
///     let suite = CalculatorConformance(calculator: mine, good: [ethanol, methylRadical, acetate], workdir: scratch)
///     #expect(await suite.violations() == [])
public struct CalculatorConformance: Sendable {
  private let calculator: any Calculator
  private let good: [Molecule]
  private let executor: any Executor
  private let workdir: String

  /// Creates the suite.
  /// - Parameters:
  ///   - calculator: Who is asked.
  ///   - good: Molecules that it must be able to calculate; the more kinds (radicals, ions) the better.
  ///   - executor: Who runs its programs.
  ///   - workdir: A directory for the attempts' folders.
  public init(
    calculator: any Calculator, good: [Molecule], executor: any Executor = LocalExecutor(), workdir: String
  ) {
    self.calculator = calculator
    self.good = good
    self.executor = executor
    self.workdir = workdir
  }

  /// All that is wrong.
  public func violations() async -> [String] {
    var found = descriptionViolations() + planViolations() + parsingViolations()
    found += await versionViolations()
    found += await resultViolations()
    return found
  }

  /// Its name, properties and protocol can be written down.
  public func descriptionViolations() -> [String] {
    var found: [String] = []
    if calculator.name.isEmpty { found.append("The calculator has no name.") }
    if calculator.calculationProtocol.summary.isEmpty { found.append("The calculator does not describe its protocol.") }
    if calculator.properties.isEmpty { found.append("The calculator gives no property.") }
    if Set(calculator.properties.map(\.name)).count < calculator.properties.count {
      found.append("Two properties have the same name.")
    }
    for property in calculator.properties where property.name.isEmpty || property.summary.isEmpty {
      found.append("The property '\(property.name)' lacks its name or its summary.")
    }
    for property in calculator.properties {
      if let known = Property.known.first(where: { $0.name == property.name }), known.unit != property.unit {
        found.append("The property '\(property.name)' is in '\(property.unit)', but is in '\(known.unit)' elsewhere.")
      }
    }
    return found
  }

  /// It is there, and says the same version twice.
  public func versionViolations() async -> [String] {
    do {
      let version = try await calculator.version()
      if version.isEmpty { return ["The version is empty."] }
      return try await calculator.version() == version ? [] : ["The version changed from one question to the next."]
    } catch {
      return ["The calculator is unavailable: \(error)"]
    }
  }

  /// The same molecule gets the same plan, whose attempts can be run as they stand.
  public func planViolations() -> [String] {
    var found: [String] = []
    for molecule in good {
      let plan = calculator.plan(for: molecule)
      if calculator.plan(for: molecule) != plan { found.append("Two plans for '\(molecule.smiles)' differ.") }
      switch plan {
      case .result: break
      case .failed(let failure): found.append("The plan for '\(molecule.smiles)' failed: \(failure)")
      case .attempts(let requests):
        if requests.map(\.number) != Array(1...max(1, requests.count)) {
          found.append("The attempts for '\(molecule.smiles)' are not numbered from 1.")
        }
        found += requests.flatMap { violations(in: $0, for: molecule) }
      }
    }
    return found
  }

  private func violations(in request: AttemptRequest, for molecule: Molecule) -> [String] {
    var found: [String] = []
    func check(_ holds: Bool, _ sentence: String) {
      if !holds { found.append("Attempt \(request.number) for '\(molecule.smiles)' \(sentence).") }
    }
    check(request.molecule == molecule, "is about another molecule")
    check(request.executable.hasPrefix("/"), "names its program '\(request.executable)' without an absolute path")
    check(
      request.timeLimitSeconds > 0 && request.timeLimitSeconds.isFinite, "has no sensible time limit")
    let names = request.files.map(\.name) + request.collect
    check(names.allSatisfy { !$0.isEmpty && !$0.contains("/") }, "names a file outside of its folder")
    return found
  }

  /// A molecule that it accepts gets all its properties, finite, and twice the same.
  public func resultViolations() async -> [String] {
    var found: [String] = []
    for molecule in good {
      let first = await result(for: molecule)
      switch first {
      case .failure(let failure): found.append("'\(molecule.smiles)' failed: \(failure) \(failure.evidence)")
      case .success(let result):
        for property in calculator.properties where result.values[property.name]?.isFinite != true {
          found.append("'\(molecule.smiles)' has no finite \(property.name).")
        }
        for name in result.values.keys.sorted() where !calculator.properties.contains(where: { $0.name == name }) {
          found.append("'\(molecule.smiles)' has a value '\(name)', which is none of the calculator's properties.")
        }
        if await self.result(for: molecule) != first { found.append("'\(molecule.smiles)' has another result now.") }
      }
    }
    return found
  }

  private func result(for molecule: Molecule) async -> Result<CalculationResult, CalculationFailure> {
    let stage = CalculationStage(
      calculator: calculator, executor: executor, concurrency: 2, workdir: workdir, keptFolders: .none)
    var result: Result<CalculationResult, CalculationFailure>?
    do {
      try await stage.run([CalculationJob(number: 1, molecule: molecule)]) { _, outcome in result = outcome.result }
    } catch {
      return .failure(CalculationFailure(.unknown, "The stage threw \(error)."))
    }
    return result ?? .failure(CalculationFailure(.unknown, "The stage reported nothing."))
  }

  /// Output that proves nothing is a failure, never a number; and how a program ended decides the failure's class.
  public func parsingViolations() -> [String] {
    var found: [String] = []
    for molecule in good {
      guard case .attempts(let requests) = calculator.plan(for: molecule), let request = requests.first else {
        continue
      }
      let words = "last words of the program"
      for nonsense in ["", "\0\u{FFFD} }{ NaN *** -1e999 normal", String(repeating: "x\n", count: 10_000)] {
        let output = AttemptOutput(
          termination: .exited(0), standardOutput: nonsense, standardError: nonsense,
          files: Dictionary(request.collect.map { ($0, nonsense) }) { first, _ in first })
        if case .success = calculator.parse(output, of: request) {
          found.append("Nonsense for '\(molecule.smiles)' is taken for a result: '\(nonsense.prefix(40))'.")
        }
      }
      let endings: [(Termination, FailureClass)] = [
        (.timedOut, .timeout), (.cancelled, .cancelled), (.signalled(9), .random), (.signalled(11), .random),
        (.notStarted("it is not there"), .resource), (.outputLimitExceeded(bytes: 1), .resource),
      ]
      for (termination, expected) in endings {
        let output = AttemptOutput(termination: termination, standardOutput: words)
        guard case .failure(let failure) = calculator.parse(output, of: request) else {
          found.append("A program that ended as \(termination) is taken for a result.")
          continue
        }
        if failure.failureClass != expected {
          found.append(
            "A program that ended as \(termination) is a failure '\(failure.failureClass)', not '\(expected)'.")
        }
        if case .notStarted = termination { continue }
        if !failure.evidence.contains(words) {
          found.append("The failure of a program that ended as \(termination) does not quote its last words.")
        }
      }
    }
    return found
  }
}
