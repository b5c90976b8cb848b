import Calculation
import Chemistry
import CohobateTesting
import Testing

/// The suite finds what is wrong, and nothing else.
@Suite struct CalculatorConformanceTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// Believes everything, and does nothing right.
  private struct Gullible: Calculator {
    let name = ""
    let properties = [Property.gap, Property(name: "gap", unit: "Eh", summary: "")]
    let calculationProtocol = CalculationProtocol(name: "", version: 0, steps: [.init("")], summary: "")

    func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String {
      throw CalculatorUnavailable(problem: "It is not there", remedy: "do without it")
    }

    func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
      guard ended.isEmpty else { return .outcome(of: ended) }
      return .attempts([
        AttemptRequest(
          number: 2, step: "", changes: [""], molecule: molecule, geometry: nil, executable: "relative", arguments: [],
          environment: [:], files: [.init(name: "..", contents: "1.5"), .init(name: "..", contents: "")],
          timeLimitSeconds: 0, collect: ["../file", "stdout"], standardInput: "two\nlines", isForWorker: true)
      ])
    }

    func parse(_ output: AttemptOutput, of request: AttemptRequest) -> Result<AttemptResult, CalculationFailure> {
      .success(AttemptResult(values: ["colour": 1]))
    }
  }

  private func suite(
    of calculator: any Calculator, equal: (any Calculator)? = nil, missing: (any Calculator)? = nil,
    different: [any Calculator] = [], alike: [any Calculator] = [], good: [String] = ["C", "[CH3]", "C[O-]"],
    notApplicable: [CalculatorQuestion: String] = [:]
  ) throws -> CalculatorConformance {
    CalculatorConformance(
      calculator: calculator, equal: equal, missing: missing, different: different, alike: alike,
      knowsItsProgram: false, good: try good.map { try Molecule(smiles: $0) },
      notApplicable: notApplicable, workdir: scratch.path)
  }

  @Test func everythingThatIsWrongIsFound() async throws {
    let found = try await suite(of: Gullible(), missing: PlannedCalculator(attempts: 1), good: ["C", "[CH3]"])
      .violations()
    let expected = [
      "has no name", "protocol has no name", "protocol has no summary", "version 0, below 1", "A step of the protocol",
      "Two properties have the same name", "lacks its name or its summary", "is in 'Eh', but is in 'eV' elsewhere",
      "unavailable: It is not there", "are not numbered from 1", "belongs to no step", "an empty change",
      "without an absolute path", "no sensible time limit", "writes a file twice", "'../file' outside of its folder",
      "'..' outside of its folder", "uses 'stdout'", "a worker, which has no files", "is not one line",
      "has no finite gap", "has a value 'colour'", "No ion was given",
      "No calculator with other settings was given", "No answer without numbers is a failure",
      "to a question about 'C' was taken for a result", "A broken geometry (empty) was taken for a result",
      "A program that is gone was taken for a result",
      "A program that never ends was taken for a result",
      "A program that is killed for every molecule was taken for a result",
      "A program that crashes for one molecule was taken for a result", "Garbage ('{}') was taken for a result",
      "ended as timedOut is taken", "Without its program, the calculator has the version '1'",
      "without the program was recorded as a failure 'unknown'",
    ]
    for words in expected { #expect(found.contains { $0.contains(words) }, "\(words)") }
  }

  /// Runs awk in two steps, each for the sum of the squares of the coordinates in a file, unless it is 0 or no number.
  private static let summing = PlannedCalculator(steps: { molecule, ended in
    guard ended.count < 2 else { return .outcome(of: ended) }
    let script = "{ s = $1 * $1 + $2 * $2 } END { if (s > 0 && s + 0 == s) printf \"%f\", s; else exit 1 }"
    return .attempts([
      .running(
        "/usr/bin/awk", [script, "coordinates"], number: ended.count + 1, molecule: molecule,
        files: [.init(name: "coordinates", contents: "0.5 -1.5\n")])
    ])
  })

  @Test func aSoundCalculatorOfTwoStepsIsRight() async throws {
    let notApplicable: [CalculatorQuestion: String] = [
      .missingProgram: "It says no version.", .settings: "It has none.", .anotherMolecule: "It knows no molecule.",
    ]
    let answers = try await suite(of: Self.summing, notApplicable: notApplicable).answers()
    for question in CalculatorQuestion.allCases where notApplicable[question] == nil {
      #expect(answers[question] == .right, "\(question)")
    }
    #expect(answers[.missingProgram] == .notApplicable("It says no version."))
  }

  @Test func calculatorsThatDifferAreNotEqual() async throws {
    let answer = try await suite(of: PlannedCalculator(attempts: 1), equal: Gullible()).answer(to: .description)
    guard case .wrong(let found) = answer else {
      Issue.record("They should differ.")
      return
    }
    for words in ["different names", "different properties", "different protocols"] {
      #expect(found.contains { $0.contains(words) }, "\(words)")
    }
    guard
      case .wrong(let plans) = try await suite(
        of: PlannedCalculator(attempts: 1), equal: PlannedCalculator(attempts: 2)
      )
      .answer(to: .timeout)
    else {
      Issue.record("Their plans should differ.")
      return
    }
    #expect(plans.contains("Two plans for 'C' differ."))
  }

  @Test(arguments: [
    (CalculatorQuestion.description, "every calculator can be described"), (.ion, "there is a molecule for it"),
    (.timeout, "attempts are planned"), (.missingProgram, "there is a calculator without its program"),
  ])
  func whatCanBeAskedIsAsked(question: CalculatorQuestion, words: String) async throws {
    let calculator = PlannedCalculator(attempts: 1)
    let answer = try await suite(
      of: calculator, missing: calculator, notApplicable: .all(of: CalculatorQuestion.allCases, because: "So.")
    )
    .answer(to: question)
    #expect(
      answer == .wrong(["The question '\(question.rawValue)' was declared not applicable, but \(words)."]))
  }

  @Test func nothingIsSkippedInSilence() async throws {
    let empty = try await suite(of: PlannedCalculator(attempts: 1), good: []).answers()
    for question in CalculatorQuestion.allCases where question != .description {
      guard case .wrong = empty[question] else {
        Issue.record("\(question) was skipped.")
        continue
      }
    }
  }
}
