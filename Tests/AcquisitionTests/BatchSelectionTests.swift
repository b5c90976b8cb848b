import Acquisition
import GaussianProcess
import Glibc
import Numerics
import Testing

struct BatchSelectionTests {
  struct SquaredExponential: Kernel {
    func covariance(_ a: Double, _ b: Double) -> Double { exp(-0.5 * (a - b) * (a - b)) }
  }

  /// A process that has seen that values near 0 are near 1 and values near 10 near 5.
  private func process() throws -> GaussianProcess<Double> {
    try GaussianProcess(
      mean: ConstantMean(3), kernel: ScaledKernel(variance: 4, base: SquaredExponential()), noiseVariance: 0.01
    )
    .conditioned(on: [0, 10], values: [1, 5])
  }

  private func batch(
    _ count: Int, _ candidates: [Double], goal: Goal = .window(lower: 0.5, upper: 1.5),
    by function: any AcquisitionFunction = LogWindowProbability(), incumbent: Double? = nil, diversity: Double = 1
  ) throws -> BatchSelection {
    let state = try AcquisitionState(
      objectives: [Target(property: "gap", goal: goal)],
      posteriors: ["gap": CandidatePosterior(of: try process(), at: candidates)], incumbents: [incumbent])
    return try selectBatch(count: count, from: state, by: function, diversity: diversity)
  }

  /// Five copies of the most promising candidate and three lesser ones of other kinds: one copy is chosen, then the
  /// others, and the copies come last. A function may prefer another candidate, but no second copy.
  @Test(arguments: AcquisitionFunctions.all.filter { $0.isDiverse }.map { $0.name })
  func ofIdenticalCandidatesOneIsChosenEarly(name: String) throws {
    let function = try AcquisitionFunctions.make(name, stream: RandomStream(seed: 1))
    let candidates = [3, 0.5, 0.5, 0.5, 0.5, 0.5, -2, 20]
    let result = try batch(8, candidates, by: function)
    let chosen = result.selected
    #expect(chosen[0].logValue == result.logValues.max())
    #expect(Set(chosen[0...3].map(\.index)) == [0, 1, 6, 7])
    #expect(chosen[4...].map(\.index) == [2, 3, 4, 5])
    #expect(
      chosen[4...].allSatisfy { $0.logValueWhenChosen == -.infinity && $0.logValue == result.logValues[1] })
  }

  @Test func theLikeliestHitIsChosenFirst() throws {
    #expect(try batch(8, [3, 0.5, 0.5, 0.5, 0.5, 0.5, -2, 20]).selected[0].index == 1)
  }

  /// Supposing the pending value to be its mean would raise the probability that a near-duplicate is a hit; here it loses.
  @Test func nearDuplicatesLoseByWhatIsPending() throws {
    let candidates = [0.7, 0.71, -0.9]
    let chosen = try batch(3, candidates).selected
    #expect(chosen.map(\.index) == [0, 2, 1])
    let gap = Target(property: "gap", goal: .window(lower: 0.5, upper: 1.5))
    let mean = try process().predict([0.7])[0].mean
    let believed = try process().conditioned(on: [0.7], values: [mean]).predict([0.71], includingNoise: true)[0]
    #expect(gap.logProbability(believed) > chosen[2].logValue + 0.1)
    #expect(chosen[2].logValueWhenChosen < chosen[2].logValue - 3)
    let joint = try process().joint(candidates).covariance
    let correlation = joint[0, 2] / (joint[0, 0] * joint[2, 2]).squareRoot()
    #expect(abs(chosen[1].logValueWhenChosen - (chosen[1].logValue + log(1 - correlation * correlation))) < 1e-9)
  }

  @Test func withoutDiversityTheBestAreTaken() throws {
    let candidates = [3, 0.5, 0.5, 0.5, 0.5, 0.5, -2, 20]
    let chosen = try batch(6, candidates, diversity: 0).selected
    #expect(chosen.prefix(5).map(\.index) == [1, 2, 3, 4, 5])
    #expect(chosen.allSatisfy { $0.logValue == $0.logValueWhenChosen })
  }

  @Test func theFirstChoiceIsTheBestAndRanksAreByValueAlone() throws {
    let result = try batch(2, [3, 0.5, 0.5, -2])
    #expect(result.selected[0].logValue == result.logValues.max())
    #expect(result.selected.map(\.position) == [0, 1])
    #expect(result.ranks[1] == 0 && result.ranks[2] == 1)
    #expect(Set(result.ranks) == [0, 1, 2, 3])
  }

  @Test func tiesGoToTheFirst() throws {
    let same = state(.maximize, [(1, 1), (1, 1), (1, 1)], incumbent: 0)
    #expect(try selectBatch(count: 2, from: same, by: LogWindowProbability()).selected.map(\.index) == [0, 1])
    // Even where all is impossible.
    let impossible = state(.window(lower: 5, upper: 6), [(1, 0), (2, 0), (5.5, 0)])
    let chosen = try selectBatch(count: 3, from: impossible, by: LogWindowProbability()).selected
    #expect(chosen.map(\.index) == [2, 0, 1])
    #expect(chosen[1].logValue == -.infinity)
  }

  @Test(arguments: ["log-window", "log-expected-improvement", "upper-confidence-bound", "greedy"])
  func theProbabilityOfSuccessIsAFactorOfEveryValue(name: String) throws {
    let function = try AcquisitionFunctions.make(name, stream: RandomStream(seed: 1))
    var candidates = state(.maximize, [(1, 1), (0.9, 1), (0.5, 1)], incumbent: 0)
    let before = try selectBatch(count: 1, from: candidates, by: function)
    #expect(before.selected.map(\.index) == [0])
    let logSuccesses = [0.1, 0.9, 0.9].map { log($0) }
    candidates.successes = SuccessPosterior(logProbabilities: logSuccesses)
    let after = try selectBatch(count: 3, from: candidates, by: function)
    #expect(after.selected.map(\.index) == [1, 2, 0])
    #expect(after.logValues == zip(before.logValues, logSuccesses).map { $0 + $1 })
    #expect(after.selected.allSatisfy { $0.logValue == after.logValues[$0.index] })
    // The same for all changes no choice.
    candidates.successes = SuccessPosterior(logProbabilities: [0.5, 0.5, 0.5].map { log($0) })
    #expect(try selectBatch(count: 3, from: candidates, by: function).selected.map(\.index) == [0, 1, 2])
  }

  /// Of three alike that promise the most one is tried if they probably fail, and otherwise all.
  @Test(arguments: [(failures: 1, [0, 3, 4]), (failures: 0, [0, 1, 2])])
  func ofAKindThatProbablyFailsOneIsTried(failures: Int, expected: [Int]) throws {
    let inputs = Array(repeating: 5.0, count: failures) + (0..<8).map { 20 + Double($0) }
    let classifier = try ProcessClassifier(
      kernel: ScaledKernel(variance: 9, base: SquaredExponential()), mean: 0.5, inputs: inputs,
      outcomes: inputs.map { $0 > 5 })
    var candidates = state(.maximize, [(3, 1), (2.9, 1), (2.8, 1), (0.4, 1), (0.3, 1)], incumbent: 0)
    candidates.successes = SuccessPosterior(of: classifier, at: [5, 5, 5, 21, 22])
    let chosen = try selectBatch(count: 3, from: candidates, by: LogExpectedImprovement()).selected
    #expect(chosen.map(\.index) == expected)
    #expect(chosen[1].logValueWhenChosen == chosen[1].logValue)
    let all = try selectBatch(count: 3, from: candidates, by: LogExpectedImprovement(), diversity: 0)
    #expect(all.selected.map(\.index) == expected)
    #expect(all.heldBackByFailures == (failures > 0 ? [1, 2] : []))
    // One that is pending has been tried.
    var others = state(.maximize, [(2.9, 1), (0.4, 1), (3, 1)], incumbent: 0)
    others.successes = SuccessPosterior(of: classifier, at: [5, 21, 5])
    let next = try selectBatch(count: 1, pending: 1, from: others, by: LogExpectedImprovement()).selected
    #expect(next.map(\.index) == (failures > 0 ? [1] : [0]))
  }

  @Test func theRandomChoiceIgnoresTheProbabilityOfSuccess() throws {
    let random = RandomChoice(stream: RandomStream(seed: 4))
    var candidates = AcquisitionState(candidateCount: 5)
    let before = try selectBatch(count: 5, from: candidates, by: random)
    candidates.successes = SuccessPosterior(logProbabilities: [-9, -1, -5, 0, -3])
    #expect(try selectBatch(count: 5, from: candidates, by: random) == before)
  }

  @Test func fewerCandidatesMakeASmallerBatch() throws {
    #expect(try batch(5, [0.1, 3]).selected.count == 2)
    #expect(try batch(5, []).selected.isEmpty)
    #expect(try batch(0, [0.1, 3]).selected.isEmpty)
  }

  @Test func severalPropertiesCountTogether() throws {
    let candidates = [0.5, 0.5, 3]
    let posteriors = [
      "gap": CandidatePosterior(of: try process(), at: candidates),
      "dipole": CandidatePosterior(of: try process(), at: candidates),
    ]
    let objectives = [
      Target(property: "gap", goal: .window(lower: 0.5, upper: 1.5)),
      Target(property: "dipole", goal: .maximize), Target(property: "gap", goal: .minimize),
    ]
    let state = try AcquisitionState(objectives: objectives, posteriors: posteriors, incumbents: [nil, 1.2, 0.8])
    let chosen = try selectBatch(count: 3, from: state, by: LogWindowProbability()).selected
    #expect(chosen.map(\.index).first { $0 != 2 } == 0)
    #expect(chosen.last?.index == 1)
  }

  @Test func theRandomChoiceKeepsItsOrder() throws {
    let random = RandomChoice(stream: RandomStream(seed: 4))
    let candidates = [0.5, 0.5, 0.5, 3, -2]
    let withSurrogate = try batch(5, candidates, by: random)
    let without = try selectBatch(count: 5, from: AcquisitionState(candidateCount: 5), by: random)
    #expect(withSurrogate == without)
  }

  @Test func aBrokenFunctionIsNamed() throws {
    let broken = AcquisitionConformanceTests.Broken { _ in [0, .nan] }
    #expect(throws: AcquisitionError.brokenFunction(name: "broken", message: "its value of candidate 1 is nan")) {
      try selectBatch(count: 1, from: AcquisitionState(candidateCount: 2), by: broken)
    }
    #expect(
      throws: AcquisitionError.brokenFunction(name: "broken", message: "it gave 2 values for 3 candidates")
    ) {
      try selectBatch(count: 1, from: AcquisitionState(candidateCount: 3), by: broken)
    }
  }
}
