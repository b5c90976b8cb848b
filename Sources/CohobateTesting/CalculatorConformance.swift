public import Calculation
public import Chemistry
import Foundation

/// Puts a calculator through the questions that every calculator has to answer alike (`CalculatorQuestion`).
///
/// Calculations are carried out by the real `CalculationStage`, and what goes wrong really does: programs are replaced by
/// others that never end, are killed or print nonsense, and geometry files are ruined. The answers are sentences about what
/// is wrong, none if all is well, so that any test framework will do:
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
  ///   - calculator: Who is asked.
  ///   - equal: The same, made once more from the same settings; nil to compare the calculator with itself.
  ///   - missing: The same, made with a program that is not there.
  ///   - different: The same with other settings, each of which changes values.
  ///   - alike: The same with other settings that change none, such as a time limit.
  ///   - knowsItsProgram: Whether it was written for one program whose messages it can read. Then a broken geometry has to be a
  ///     failure of a class that says what is wrong, and not `unknown`.
  ///   - good: Molecules that it must be able to calculate, of each kind one: with and without a charge, with and without
  ///     unpaired electrons.
  ///   - notApplicable: The questions that make no sense for this calculator, each with the reason in a sentence.
  ///   - executor: Who runs its programs.
  ///   - workdir: A directory for the attempts' folders, which nobody else uses.
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

  /// All that is wrong.
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

  /// Why a question is to be asked although it was declared that it makes no sense.
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
    // A recording does not know how its program takes another geometry.
    case .brokenGeometry:
      check(executor is RecordedExecutor || firstRequests.allSatisfy { $0.geometry == nil }, "attempts have geometries")
    // An answer that does not say whose it is cannot be told from another's, and a recording has none for others.
    case .anotherMolecule: break
    case .vanishedProgram, .timeout, .kill, .garbage, .noNumbers, .endings:
      check(firstRequests.isEmpty, "attempts are planned")
    }
    return found
  }

  // MARK: What is asked about

  /// Those of the good molecules that a question is about.
  func molecules(of question: CalculatorQuestion) -> [Molecule] {
    good.filter { molecule in
      switch question {
      case .radical: molecule.radicalElectronCount > 0
      case .ion: molecule.charge != 0
      default: molecule.radicalElectronCount == 0 && molecule.charge == 0
      }
    }
  }

  /// The attempts that are planned first, for any of the good molecules.
  var firstRequests: [AttemptRequest] {
    good.flatMap { molecule in
      if case .attempts(let requests) = calculator.plan(for: molecule) { requests } else { [AttemptRequest]() }
    }
  }
}
