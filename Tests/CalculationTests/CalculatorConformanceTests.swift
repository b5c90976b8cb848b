import Calculation
import Chemistry
import CohobateTesting
import Testing

@Suite struct CalculatorConformanceTests {
  /// Believes everything, and does nothing right.
  private struct Gullible: Calculator {
    let name = ""
    let properties = [Property.gap, Property(name: "gap", unit: "Eh", summary: "")]
    let calculationProtocol = CalculationProtocol(name: "", version: 1, steps: [], summary: "")

    func version() async throws(CalculatorUnavailable) -> String {
      throw CalculatorUnavailable(problem: "It is not there", remedy: "do without it")
    }

    func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
      guard ended.isEmpty else { return .outcome(of: ended) }
      return
        .attempts([.running("relative", number: 2, timeLimitSeconds: 0, collect: ["../file"])])
    }

    func parse(_ output: AttemptOutput, of request: AttemptRequest) -> Result<AttemptResult, CalculationFailure> {
      .success(AttemptResult(values: ["gap": .nan, "colour": 1]))
    }
  }

  @Test func everythingThatIsWrongIsFound() async throws {
    let scratch = try Scratch()
    let suite = CalculatorConformance(
      calculator: Gullible(), good: [try Molecule(smiles: "C")], workdir: scratch.path)
    let found = await suite.violations()
    let expected = [
      "has no name", "does not describe its protocol", "Two properties have the same name",
      "lacks its name or its summary",
      "is in 'Eh', but is in 'eV' elsewhere", "unavailable: It is not there", "are not numbered from 1",
      "is about another molecule", "without an absolute path", "no sensible time limit", "outside of its folder",
      "is taken for a result: ''", "ended as timedOut is taken", "has no finite gap", "has a value 'colour'",
    ]
    for words in expected { #expect(found.contains { $0.contains(words) }, "\(words)") }
  }

  @Test func aSoundCalculatorHasNoViolations() throws {
    let scratch = try Scratch()
    let calculator = PlannedCalculator(attempts: 1)
    let suite = CalculatorConformance(
      calculator: calculator, good: [try Molecule(smiles: "C")], workdir: scratch.path)
    #expect(suite.parsingViolations() == [])
    #expect(suite.planViolations() == [])
  }
}
