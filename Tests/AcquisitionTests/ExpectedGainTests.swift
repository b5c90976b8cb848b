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
    _ objectives: [Target], _ candidates: [Double] = [1, 2, 3], noise: Double = 4, incumbents: [Double?]? = nil
  ) throws -> AcquisitionState {
    try AcquisitionState(
      objectives: objectives,
      posteriors: ["gap": posterior(candidates, noise: noise), "dipole": posterior(candidates, noise: noise)],
      incumbents: incumbents ?? objectives.map { _ in nil })
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
    own.logSuccesses = [log(0.5), -.infinity, 0]
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

  @Test func nothingIsExpectedWithoutAQuantityAMoleculeOrAnIncumbent() throws {
    let (high, low) = (Target(property: "gap", goal: .maximize), Target(property: "dipole", goal: .minimize))
    #expect(try gain(of: [], state([window])) == nil)
    #expect(try gain(of: [0], state([high])) == nil)
    #expect(try gain(of: [0], state([high, low], incumbents: [1, 1])) == nil)
    #expect(try gain(of: [0], AcquisitionState(candidateCount: 1)) == nil)
    #expect(ExpectedGain.Kind(of: [window, low]) == .improvement && ExpectedGain.Kind(of: []) == nil)
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
}
