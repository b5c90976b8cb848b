import Acquisition
import GaussianProcess
import Glibc
import Numerics
import Testing

struct ExpectedGainTests {
  /// Different candidates are independent of each other, and equal ones are one molecule.
  private struct Same: Kernel {
    func covariance(_ a: Double, _ b: Double) -> Double { a == b ? 1 : 0 }
  }

  private let window = Target(property: "gap", goal: .window(lower: 1, upper: 4))

  /// A process with the mean 2 and standard deviations of 3 for the process and 4 for the noise, 5 in all.
  private func posterior(_ candidates: [Double], noise: Double = 4) throws -> CandidatePosterior {
    let prior = try GaussianProcess(
      mean: ConstantMean(2), kernel: ScaledKernel(variance: 9, base: Same()), noiseVariance: noise * noise)
    return CandidatePosterior(of: prior, at: candidates)
  }

  private func state(
    _ objectives: [Target], _ candidates: [Double] = [1, 2, 3], noise: Double = 4, incumbents: [Double?]? = nil,
    front: GoalFront? = nil
  ) throws -> AcquisitionState {
    try AcquisitionState(
      objectives: objectives,
      posteriors: Dictionary(
        uniqueKeysWithValues: ["gap", "dipole", "energy"].map { ($0, try posterior(candidates, noise: noise)) }),
      incumbents: incumbents ?? objectives.map { _ in nil }, front: front)
  }

  private func gain(
    of indices: [Int], _ state: AcquisitionState, baseRate: Double = 1, seed: UInt64 = 1
  ) throws -> ExpectedGain? {
    var stream = RandomStream(seed: seed)
    return try ExpectedGain(of: indices, from: state, baseRate: baseRate, stream: &stream)
  }

  /// P(1 ≤ y ≤ 4) of N(2, 5²).
  private let probability = exp(logNormalInterval(-0.2, 0.4))

  /// The standard errors are below 0.01 for each molecule.
  @Test func theHitsAreTheSumOfTheProbabilities() throws {
    let one = try #require(try gain(of: [1], state([window])))
    #expect(one.kind == .hits && abs(one.mean - probability) < 0.04)
    #expect(one.lower == 0 && one.upper == 1)
    let three = try #require(try gain(of: [2, 0, 1], state([window])))
    #expect(abs(three.mean - 3 * probability) < 0.07)
    #expect(three.lower == 0 && three.upper == 2)
    let near = Target(property: "gap", goal: .near(value: 2.5, deviation: 1.5))
    #expect(try gain(of: [2, 0, 1], state([near])) == three)
  }

  /// One molecule ten times, without noise: all of them are hits, or none.
  @Test func theIntervalKnowsOfTheLikenessOfMolecules() throws {
    let twins = try #require(
      try gain(of: Array(0..<10), state([window], Array(repeating: 1, count: 10), noise: 0)))
    let probability = exp(logNormalInterval(-1.0 / 3, 2.0 / 3))
    #expect(abs(twins.mean - 10 * probability) < 0.4)
    #expect(twins.lower == 0 && twins.upper == 10)
  }

  @Test func aMoleculeCountsOnlyIfItsCalculationSucceeds() throws {
    let half = try #require(try gain(of: [0, 1], state([window]), baseRate: 0.5))
    #expect(abs(half.mean - probability) < 0.05)
    var own = try state([window])
    own.successes = SuccessPosterior(logProbabilities: [log(0.5), -.infinity, 0])
    let mixed = try #require(try gain(of: [0, 1, 2], own, baseRate: 0))
    #expect(abs(mixed.mean - 1.5 * probability) < 0.06)
  }

  /// σ (φ(z) + z Φ(z)) with z = (2 − 7) / 5; of N(2, 5²) beyond 7, with a standard error of 0.02.
  @Test(arguments: [(Goal.maximize, 7.0), (.minimize, -3)])
  func theImprovementOfOneIsTheExpectedImprovement(_ goal: Goal, _ incumbent: Double) throws {
    let objective = Target(property: "gap", goal: goal)
    let one = try #require(try gain(of: [0], state([objective], incumbents: [incumbent])))
    let expected = 5 * exp(logExpectedImprovementFactor(-1))
    #expect(one.kind == .improvement && abs(one.mean - expected) < 0.1)
    #expect(one.lower == 0 && abs(one.upper - 1.41) < 0.5)
    // With a window on another property, independent of it.
    let both = try #require(
      try gain(
        of: [0],
        state(
          [Target(property: "dipole", goal: .window(lower: 1, upper: 4)), objective], incumbents: [nil, incumbent])))
    #expect(abs(both.mean - expected * probability) < 0.06)
  }

  /// The greatest of three independent values, by numerical integration: ∫ (1 − Φ(x)³) dx from the incumbent on.
  @Test func theImprovementOfSeveralIsThatOfTheBest() throws {
    let three = try #require(
      try gain(of: [0, 1, 2], state([Target(property: "gap", goal: .maximize)], incumbents: [7])))
    let step = 0.01
    let expected = stride(from: 7 + step / 2, to: 40, by: step).reduce(0) {
      $0 + step * (1 - exp(3 * logNormalDistribution(($1 - 2) / 5)))
    }
    #expect(abs(three.mean - expected) < 0.15)
  }

  /// (gap − dipole) / 2 of two independent values of N(2, 5²) has a variance of 12.5.
  @Test func expressionsAreEvaluatedInEachSample() throws {
    let middle = Target(try PropertyExpression("(gap - dipole) / 2"), goal: .window(lower: -1, upper: 1))
    let expected = exp(logNormalInterval(-1 / 12.5.squareRoot(), 1 / 12.5.squareRoot()))
    #expect(abs(try #require(try gain(of: [0], state([middle]))).mean - expected) < 0.04)
    // It has no value for half of the samples and more.
    let root = Target(try PropertyExpression("sqrt(gap - 2)"), goal: .window(lower: 0, upper: 1000))
    #expect(abs(try #require(try gain(of: [0], state([root]))).mean - 0.5) < 0.04)
  }

  private let two = [Target(property: "gap", goal: .maximize), Target(property: "dipole", goal: .minimize)]

  /// The mean over several seeds, by which its standard error is halved.
  private func mean(of indices: [Int], _ state: AcquisitionState, baseRate: Double = 1) throws -> Double {
    let gains = try (1...4).map { try gain(of: indices, state, baseRate: baseRate, seed: UInt64($0)) }
    #expect(gains.allSatisfy { $0?.kind == .hypervolume && ($0?.lower ?? -1) >= 0 })
    return gains.reduce(0) { $0 + ($1?.mean ?? .nan) } / 4
  }

  /// The area above the reference point (0, 4) minus its part that the one known molecule (5, −1) dominates has as its
  /// expectation a difference of products of expected improvements, with a standard error of the sample below 0.2.
  @Test func theHypervolumeOfOneIsTheExpectedHypervolumeImprovement() throws {
    func excess(_ bound: Double) -> Double { 5 * exp(logExpectedImprovementFactor((2 - bound) / 5)) }
    // By the symmetry of the minimum about 2, its bounds 4 and −1 are 0 and 5 of a maximum.
    let expected = excess(0) * excess(0) - (excess(0) - excess(5)) * (excess(0) - excess(5))
    let front = GoalFront(two, reference: [0, 4], values: [[5, -1]])
    #expect(abs(try mean(of: [1], state(two, front: front)) - expected) < 0.7)
    #expect(abs(try mean(of: [1], state(two, front: front), baseRate: 0.5) - expected / 2) < 0.6)
    // Beside a window on another property, wherever it stands.
    let all = [two[0], Target(property: "energy", goal: .window(lower: 1, upper: 4)), two[1]]
    let narrow = GoalFront(all, reference: [0, 4], values: [[5, -1]])
    #expect(abs(try mean(of: [1], state(all, front: narrow)) - expected * probability) < 0.5)
  }

  /// Against the formula with boxes, in which the predictions are independent, as the samples are.
  @Test func theHypervolumeOfThreeGoalsIsSampledTooIfLessOften() throws {
    let goals = two + [Target(property: "energy", goal: .maximize)]
    let front = GoalFront(goals, reference: [-5, 9, -5], values: [[1, 3, 4], [4, 2, 0], [2, 0, 1]])
    let state = try state(goals, front: front)
    let predictions = state.objectivePredictions.map { [$0.predictions[2]] }
    let expected = exp(front.logExpectedImprovements(predictions, scales: [1, 1, 1])[0])
    #expect(abs(try mean(of: [2], state) - expected) < 0.15 * expected)
  }

  /// Two independent molecules, against draws of their own and the volume of a new front minus that of the old one.
  @Test func theHypervolumeOfTwoIsThatOfBothTogether() throws {
    let known = [[5.0, -1], [2, -3]]
    let front = GoalFront(two, reference: [0, 4], values: known)
    var stream = RandomStream(seed: 9)
    let draws = 20_000
    let before = two.paretoFront(of: known, above: [0, 4]).hypervolume
    var (sum, alone) = (0.0, 0.0)
    for _ in 0..<draws {
      let values = (0..<2).map { _ in (0..<2).map { _ in 2 + 5 * stream.normal() } }
      sum += two.paretoFront(of: known + values, above: [0, 4]).hypervolume - before
      for value in values { alone += two.paretoFront(of: known + [value], above: [0, 4]).hypervolume - before }
    }
    let both = try mean(of: [0, 2], state(two, front: front))
    #expect(abs(both - sum / Double(draws)) < 1)
    // A molecule twice, without noise, brings no more than once.
    let twins = try state(two, [1, 1], noise: 0, front: front)
    #expect(abs(try mean(of: [0, 1], twins) - mean(of: [0], twins)) < 0.5)
    #expect(sum < alone, "a part of the volume is counted once")
  }

  @Test func nothingIsExpectedWithoutAQuantityAMoleculeOrAnIncumbentOrAFront() throws {
    let (high, low) = (Target(property: "gap", goal: .maximize), Target(property: "dipole", goal: .minimize))
    #expect(try gain(of: [], state([window])) == nil)
    #expect(try gain(of: [0], state([high])) == nil)
    #expect(try gain(of: [0], state([high, low], incumbents: [1, 1])) == nil)
    #expect(try gain(of: [0], AcquisitionState(candidateCount: 1)) == nil)
    #expect(ExpectedGain.Kind(of: [window, low]) == .improvement && ExpectedGain.Kind(of: []) == nil)
    let goals = ["a", "b", "c", "d", "e"].map { Target(property: $0, goal: .maximize) }
    for count in 2...4 { #expect(ExpectedGain.Kind(of: [window] + goals.prefix(count)) == .hypervolume) }
    #expect(ExpectedGain.Kind(of: goals) == nil)
  }

  @Test func theSamplesAreThoseOfTheStream() throws {
    let state = try state([window])
    #expect(try gain(of: [0, 1, 2], state, seed: 5) == gain(of: [0, 1, 2], state, seed: 5))
    #expect(try gain(of: [0, 1, 2], state, seed: 5) != gain(of: [0, 1, 2], state, seed: 6))
  }

  // MARK: What came

  private let known: [[String: Double]] = [
    ["gap": 2, "dipole": 5], ["gap": 3, "dipole": 1], ["gap": 9, "dipole": 9], ["dipole": 7],
  ]

  @Test func theIncumbentMeetsTheWindows() {
    let objectives = [window, Target(property: "dipole", goal: .maximize)]
    #expect(objectives.incumbent(of: objectives[1], among: known) == 5)
    #expect(objectives.incumbent(of: objectives[0], among: known) == nil)
    #expect([objectives[1]].incumbent(of: objectives[1], among: known) == 9)
    #expect(objectives.incumbent(of: objectives[1], among: []) == nil)
  }

  @Test func hitsAreCounted() {
    #expect([window].gain(.hits, of: known, after: []) == 2)
    #expect([window].gain(.hits, of: [], after: known) == 0)
    #expect([window].gain(.improvement, of: known, after: known) == nil)
  }

  @Test func anImprovementIsThatOfTheBestOnTheBestBefore() {
    let objectives = [window, Target(property: "dipole", goal: .minimize)]
    let better: [[String: Double]] = [
      ["gap": 2, "dipole": 0.25], ["gap": 7, "dipole": -8], ["gap": 3, "dipole": 0.75],
    ]
    #expect(objectives.gain(.improvement, of: better, after: known) == 0.75)
    #expect(objectives.gain(.improvement, of: [["gap": 2, "dipole": 4]], after: known) == 0)
    #expect(objectives.gain(.improvement, of: [], after: known) == 0)
    #expect(objectives.gain(.improvement, of: better, after: []) == nil)
    #expect(objectives.gain(.hits, of: better, after: known) == nil)
  }

  /// The three known molecules dominate 3 · 9 + 6 · 1.
  @Test func theGrowthOfAHypervolumeIsThatOfTheMoleculesThatMeetTheWindows() throws {
    let reference = ["gap": 0.0, "dipole": 10]
    func came(_ batch: [[String: Double]], after earlier: [[String: Double]]? = nil) -> Double? {
      two.gain(.hypervolume, of: batch, after: earlier ?? known, reference: reference)
    }
    #expect(came(known, after: []) == 33 && came(known) == 0 && came([]) == 0)
    #expect(
      came([["gap": 5, "dipole": 4]]) == 10 && came([["gap": 5]]) == 0 && came([["gap": 50, "dipole": 11]]) == 0)
    // A small growth beside a large volume keeps its digits.
    let small = 0.001
    #expect(
      two.gain(
        .hypervolume, of: [["gap": 1e9 + small, "dipole": 5]], after: [["gap": 1e9, "dipole": 5]],
        reference: ["gap": 0, "dipole": 1e9]) == (1e9 + small - 1e9) * (1e9 - 5))
    #expect(two.gain(.hypervolume, of: known, after: [], reference: ["gap": 0]) == nil)
    #expect(two.gain(.hits, of: known, after: [], reference: reference) == nil)
    let twice = Target(try PropertyExpression("2 * gap"), goal: .maximize)
    let all = [window, twice, two[1]]
    func cameInWindow(_ gap: Double, _ dipole: Double) -> Double? {
      all.gain(
        .hypervolume, of: [["gap": gap, "dipole": dipole]], after: known, reference: [twice.name: 0, "dipole": 10])
    }
    #expect(cameInWindow(5, 4) == 0 && cameInWindow(4, 2) == 16)
  }
}
