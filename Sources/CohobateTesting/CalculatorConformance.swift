public import Calculation
public import Chemistry
import Foundation

/// Tests a calculator with the questions that every calculator must answer correctly (`CalculatorQuestion`).
///
/// The real `CalculationStage` carries out the calculations, and the faults are real: programs are replaced by others
/// that never end, are killed or print nonsense, and geometry files are corrupted. The results are sentences about
/// violations, none if the calculator conforms, so that any test framework can be used:
///
///     let suite = CalculatorConformance(
///       calculator: mine, missing: mineWithoutItsProgram, good: [ethanol, methylRadical, acetate], workdir: scratch)
///     #expect(await suite.violations() == [])
public struct CalculatorConformance: Sendable {
  let calculator: any Calculator
  let equal: any Calculator
  let missing: (any Calculator)?
  let different: [any Calculator]
  let alike: [any Calculator]
  let knowsItsProgram: Bool
  let good: [Molecule]
  let notApplicable: [CalculatorQuestion: String]
  let executor: any Executor
  let workdir: String

  /// Creates the suite.
  /// - Parameters:
  ///   - calculator: The calculator to test.
  ///   - equal: A calculator made again from the same settings; nil to compare the calculator with itself.
  ///   - missing: A calculator with the same settings but a missing program.
  ///   - different: Calculators with other settings, each of which changes values.
  ///   - alike: Calculators with other settings that change no values, such as a time limit.
  ///   - knowsItsProgram: Whether it was written for one program whose messages it can read. A broken geometry must
  ///     then be a failure of a specific class, not `unknown`.
  ///   - good: Molecules that it must be able to calculate, one of each kind: with and without a charge, with and
  ///     without unpaired electrons.
  ///   - notApplicable: The questions that do not apply to this calculator, each with the reason as a sentence.
  ///   - executor: The executor that runs its programs; it is asked for the program's version too, in a request without
  ///     a molecule.
  ///   - workdir: A directory for the attempts' folders, not used by anything else.
  public init(
    calculator: any Calculator, equal: (any Calculator)? = nil, missing: (any Calculator)? = nil,
    different: [any Calculator] = [], alike: [any Calculator] = [], knowsItsProgram: Bool = true, good: [Molecule],
    notApplicable: [CalculatorQuestion: String] = [:], executor: any Executor = LocalExecutor(), workdir: String
  ) {
    self.calculator = calculator
    self.equal = equal ?? calculator
    self.missing = missing
    self.different = different
    self.alike = alike
    self.knowsItsProgram = knowsItsProgram
    self.good = good
    self.notApplicable = notApplicable
    self.executor = executor
    self.workdir = workdir
  }

  /// All violations.
  public func violations() async -> [String] {
    var found: [String] = []
    for question in CalculatorQuestion.allCases {
      if case .wrong(let sentences) = await answer(to: question) { found += sentences }
    }
    return found
  }

  /// The answers to all questions.
  public func answers() async -> [CalculatorQuestion: CalculatorAnswer] {
    var answers: [CalculatorQuestion: CalculatorAnswer] = [:]
    for question in CalculatorQuestion.allCases { answers[question] = await answer(to: question) }
    return answers
  }

  /// The answer to one question.
  public func answer(to question: CalculatorQuestion) async -> CalculatorAnswer {
    if let reason = notApplicable[question] {
      let objections = objections(to: question, beingNotApplicableBecause: reason)
      return objections.isEmpty ? .notApplicable(reason) : .wrong(objections)
    }
    let found = await violations(of: question)
    return found.isEmpty ? .right : .wrong(found)
  }

  private func violations(of question: CalculatorQuestion) async -> [String] {
    switch question {
    case .description: await descriptionViolations()
    case .settings: await settingsViolations()
    case .goodMolecule, .radical, .ion: await resultViolations(of: question)
    case .brokenGeometry: await brokenGeometryViolations()
    case .missingProgram: await missingProgramViolations()
    case .vanishedProgram: await vanishedProgramViolations()
    case .timeout: await timeoutViolations()
    case .kill: await killViolations()
    case .garbage: await garbageViolations()
    case .noNumbers: await noNumbersViolations()
    case .anotherMolecule: await anotherMoleculeViolations()
    case .endings: endingViolations()
    }
  }

  /// Why a question applies although it was declared not applicable.
  private func objections(to question: CalculatorQuestion, beingNotApplicableBecause reason: String) -> [String] {
    var found: [String] = []
    func check(_ holds: Bool, _ sentence: String) {
      if !holds { found.append("The question '\(question.rawValue)' was declared not applicable, but \(sentence).") }
    }
    check(!reason.isEmpty, "no reason is given")
    switch question {
    case .description: check(false, "every calculator can be described")
    case .goodMolecule, .radical, .ion: check(molecules(of: question).isEmpty, "there is a molecule for it")
    case .settings: check(different.isEmpty && alike.isEmpty, "there are calculators with other settings")
    case .missingProgram: check(missing == nil, "there is a calculator without its program")
    // A recording has no output for another geometry.
    case .brokenGeometry:
      check(executor is RecordedExecutor || firstRequests.allSatisfy { $0.geometry == nil }, "attempts have geometries")
    // An answer that does not name its molecule cannot be distinguished from another's, and a recording has none for
    // others.
    case .anotherMolecule: break
    case .vanishedProgram, .timeout, .kill, .garbage, .noNumbers, .endings:
      check(firstRequests.isEmpty, "attempts are planned")
    }
    return found
  }

  // MARK: What is asked about

  /// The good molecules to which a question applies.
  func molecules(of question: CalculatorQuestion) -> [Molecule] {
    good.filter { molecule in
      switch question {
      case .radical: molecule.radicalElectronCount > 0
      case .ion: molecule.charge != 0
      default: molecule.radicalElectronCount == 0 && molecule.charge == 0
      }
    }
  }

  /// The first planned attempts for any of the good molecules.
  var firstRequests: [AttemptRequest] {
    good.flatMap { molecule in
      if case .attempts(let requests) = calculator.plan(for: molecule) { requests } else { [AttemptRequest]() }
    }
  }
}
