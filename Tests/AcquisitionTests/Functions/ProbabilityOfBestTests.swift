import Acquisition
import GaussianProcess
import Glibc
import Numerics
import Testing

struct ProbabilityOfBestTests {
  /// Candidates are numbered, and correlate as it says.
  private struct Correlated: Kernel {
    let correlation: Double
    func covariance(_ a: Int, _ b: Int) -> Double { a == b ? 1 : correlation }
  }

  private struct Listed: PriorMean {
    let list: [Double]
    func values(at inputs: [Int]) -> [Double] { inputs.map { list[$0] } }
  }

  /// Candidates of these means, with a standard deviation of the process and of the noise.
  private func posterior(
    _ means: [Double], deviation: Double = 1, correlation: Double = 0, noise: Double = 0.1
  ) throws -> CandidatePosterior {
    let prior = try GaussianProcess(
      mean: Listed(list: means),
      kernel: ScaledKernel(variance: deviation * deviation, base: Correlated(correlation: correlation)),
      noiseVariance: noise * noise)
    return CandidatePosterior(of: prior, at: Array(means.indices))
  }

  private let maximum = Target(property: "gap", goal: .maximize)

  private func state(
    _ objectives: [Target], _ posteriors: [String: CandidatePosterior], front: GoalFront? = nil
  ) throws -> AcquisitionState {
    try AcquisitionState(
      objectives: objectives, posteriors: posteriors, incumbents: objectives.map { _ in nil }, front: front)
  }

  private func values(_ state: AcquisitionState, seed: UInt64 = 1) throws -> [Double] {
    try ProbabilityOfBest(stream: RandomStream(seed: seed)).logValues(state)
  }

  /// The averages over sixteen seeds: with 16,384 samples the standard errors are below 0.004.
  private func probabilities(_ state: AcquisitionState) throws -> [Double] {
    let lists = try (1...16).map { try values(state, seed: UInt64($0)) }
    return (0..<state.candidateCount).map { candidate in lists.reduce(0) { $0 + exp($1[candidate]) } / 16 }
  }

  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 0.02 }

  // MARK: One goal

  /// P(y₁ > y₂) = Φ((μ₁ − μ₂)/s), where s² is the variance of the difference.
  @Test(arguments: [0.0, 0.9])
  func ofTwoCandidatesTheDifferenceDecides(correlation: Double) throws {
    let posterior = try posterior([0.5, 0], correlation: correlation, noise: 0.5)
    let deviation = (2 * (1 - correlation) + 2 * 0.25).squareRoot()
    let expected = exp(logNormalDistribution(0.5 / deviation))
    let up = try probabilities(state([maximum], ["gap": posterior]))
    #expect(isNear(up[0], expected) && isNear(up[1], 1 - expected))
    let down = try probabilities(state([Target(property: "gap", goal: .minimize)], ["gap": posterior]))
    #expect(isNear(down[1], expected) && isNear(down[0], 1 - expected))
  }

  /// The uncertainty that both share decides nothing: the greater mean is always the best.
  @Test func ofPerfectlyCorrelatedCandidatesOneIsAlwaysTheBest() throws {
    let values = try values(state([maximum], ["gap": posterior([0.1, 0], correlation: 1, noise: 1e-4)]))
    #expect(values[0] > log(1024.0 / 1025) && values[1] < log(1.0 / 1025))
    let other = try self.values(state([maximum], ["gap": posterior([0.1, 0], noise: 1e-4)]))
    #expect(other[1] > log(0.3))
  }

  /// Of three equal ones, two that are alike share what one of them would have: P is 1/4, 1/4 and 1/2.
  @Test func candidatesThatAreAlikeShareTheirSamples() throws {
    let twins = try GaussianProcess(
      mean: ConstantMean(0), kernel: Pair(), noiseVariance: 1e-6
    )
    let found = try probabilities(state([maximum], ["gap": CandidatePosterior(of: twins, at: [0, 1, 2])]))
    #expect(isNear(found[0], 0.25) && isNear(found[1], 0.25) && isNear(found[2], 0.5))
  }

  /// The first two inputs are the same molecule.
  private struct Pair: Kernel {
    func covariance(_ a: Int, _ b: Int) -> Double { (a < 2) == (b < 2) ? 1 : 0 }
  }

  /// Two equal candidates that each meet the window in half of the samples: one wins unless both miss it, 3/4 in all.
  @Test func onlyThoseInTheWindowsCompete() throws {
    let window = Target(property: "dipole", goal: .window(lower: 2, upper: .infinity))
    let found = try probabilities(
      state([window, maximum], ["gap": posterior([0, 0]), "dipole": posterior([2, 2])]))
    #expect(isNear(found[0], 0.375) && isNear(found[1], 0.375))
    // The greater value alone is of no use.
    let values = try values(
      state([maximum, window], ["gap": posterior([9, 0]), "dipole": posterior([-9, 9])]))
    #expect(values[0] < log(1e-9) && values[1] > log(0.99))
  }

  /// One more sample is shared by those that hardly ever are the best: all probabilities still add up to 1.
  @Test func candidatesThatAreNeverTheBestKeepAnOrder() throws {
    let means = [3, -2, 2.9, -9, -5, -40, 2.5]
    let values = try values(state([maximum], ["gap": posterior(means, deviation: 0.3)]))
    #expect(abs(values.reduce(0) { $0 + exp($1) } - 1) < 1e-12)
    #expect(values.allSatisfy { $0.isFinite })
    #expect(values[1] > values[4] && values[4] > values[3] && values[3] > values[5] && values[1] < log(1.0 / 1025))
  }

  /// Exactly equal in every sample: the first one counts, and the sample that stands for the closed form is shared.
  @Test func ofEqualValuesTheFirstCounts() throws {
    let nothing = Target(try PropertyExpression("0 * gap"), goal: .maximize)
    let values = try values(state([nothing], ["gap": posterior([1, 2, 3, 4])]))
    #expect(abs(values[0] - log(1024.25 / 1025)) < 1e-12)
    #expect(values[1...].allSatisfy { abs($0 - log(0.25 / 1025)) < 1e-12 })
  }

  /// The two likeliest are sampled; the others have their parts of the one further sample.
  @Test func onlyTheLikeliestOfVeryManyAreSampled() throws {
    let state = try state([maximum], ["gap": posterior([0.2, 1, 0, 0.9])])
    let values = try ProbabilityOfBest(stream: RandomStream(seed: 1), candidateLimit: 2).logValues(state)
    #expect(abs(values.reduce(0) { $0 + exp($1) } - 1) < 1e-12)
    #expect(values[1] > log(0.4) && values[3] > log(0.3))
    #expect(values[0] < log(1.0 / 1025) && values[2] < values[0])
  }

  /// Equal ones are the best about equally often, and many of them never.
  @Test func thousandsOfCandidatesHaveFewerSamples() throws {
    let values = try values(state([maximum], ["gap": posterior(Array(repeating: 1, count: 2000))]))
    #expect(abs(values.reduce(0) { $0 + exp($1) } - 1) < 1e-9)
    // 524 samples.
    #expect(values.allSatisfy { $0 >= log(1.0 / 2000 / 525) - 1e-6 } && (values.max() ?? 0) < log(8.0 / 525))
  }

  @Test func theBatchIsThatOfTheGreatestValues() throws {
    let posterior = try posterior([0.1, 0.4, 0, 0.3])
    let state = try state([maximum], ["gap": posterior])
    let selection = try selectBatch(count: 4, from: state, by: ProbabilityOfBest(stream: RandomStream(seed: 4)))
    #expect(selection.selected.allSatisfy { $0.logValue == $0.logValueWhenChosen })
    #expect(selection.selected.map(\.logValue) == selection.logValues.sorted(by: >))
  }

  // MARK: Windows

  @Test func windowsHaveTheProbabilityOfAllTogether() throws {
    let gap = Target(property: "gap", goal: .window(lower: 0, upper: 1))
    let near = Target(property: "dipole", goal: .near(value: 2, deviation: 0.5))
    let deviation = 1.01.squareRoot()
    let one = exp(logNormalInterval(0, 1 / deviation))
    let other = exp(logNormalInterval(-0.5 / deviation, 0.5 / deviation))
    let all = ["gap": try posterior([0, 30]), "dipole": try posterior([2, 2])]
    #expect(isNear(try probabilities(state([gap], all))[0], one))
    #expect(isNear(try probabilities(state([near], all))[1], other))
    let both = try state([gap, near], all)
    #expect(isNear(try probabilities(both)[0], one * other))
    let hopeless = try values(both)[1]
    #expect(hopeless.isFinite && hopeless < -400)
  }

  /// Two windows of the same property are not independent, and (gap − dipole)/2 is no property.
  @Test func expressionsAreEvaluatedInEachSample() throws {
    let all = ["gap": try posterior([0.5]), "dipole": try posterior([0.5])]
    let square = Target(try PropertyExpression("gap * gap"), goal: .window(lower: -.infinity, upper: 1))
    let positive = Target(property: "gap", goal: .window(lower: 0, upper: .infinity))
    let deviation = 1.01.squareRoot()
    let together = exp(logNormalInterval(-0.5 / deviation, 0.5 / deviation))
    #expect(isNear(try probabilities(state([square, positive], all))[0], together))
    let middle = Target(try PropertyExpression("(gap - dipole) / 2"), goal: .window(lower: -0.5, upper: 0.5))
    let half = exp(logNormalInterval(-0.5 / (1.01 / 2).squareRoot(), 0.5 / (1.01 / 2).squareRoot()))
    #expect(isNear(try probabilities(state([middle], all))[0], half))
  }

  // MARK: Several goals

  private let two = [Target(property: "a", goal: .maximize), Target(property: "b", goal: .minimize)]

  /// Candidates of nearly certain values of a and b, beside the front of (3, −1), (2, −2) and (1, −3) above (0, 0).
  private func certain(_ points: [(Double, Double)]) throws -> AcquisitionState {
    try state(
      two,
      [
        "a": posterior(points.map { $0.0 }, deviation: 1e-6, noise: 1e-6),
        "b": posterior(points.map { $0.1 }, deviation: 1e-6, noise: 1e-6),
      ], front: GoalFront(two, reference: [0, 0], values: [[3, -1], [2, -2], [1, -3]]))
  }

  /// (2.5, −1.5) adds 0.25, (3.6, −0.5) adds 0.3, and (4, −4) adds 10.
  @Test func theGreatestGrowthOfTheFrontIsTheBest() throws {
    #expect(try values(certain([(2.5, -1.5), (4, -4), (1, -1)]))[1] > log(1024.0 / 1025))
    let smaller = try values(certain([(2.5, -1.5), (3.6, -0.5), (1, -1)]))
    #expect(smaller[1] > log(1024.0 / 1025) && smaller[0] < log(1.0 / 1025) && smaller[2] < smaller[0])
  }

  @Test func nobodyIsTheBestWhereNobodyAdds() throws {
    let values = try values(certain([(1, -1), (2.9, -0.9), (-1, -9)]))
    #expect(values.allSatisfy { $0 < log(1.0 / 1025) + 1e-9 })
  }

  /// The only candidate is the best wherever it adds anything.
  @Test func oneCandidateHasTheProbabilityOfImprovingTheFront() throws {
    let front = GoalFront(two, reference: [0, 0], values: [[3, -1], [2, -2], [1, -3]])
    let state = try state(two, ["a": posterior([2]), "b": posterior([-2])], front: front)
    let expected = exp(front.logProbabilities(state.objectivePredictions.map(\.predictions))[0])
    #expect(isNear(try probabilities(state)[0], expected) && expected < 0.9)
    let window = Target(property: "c", goal: .window(lower: 1, upper: .infinity))
    let all = ["a": try posterior([2]), "b": try posterior([-2]), "c": try posterior([1])]
    #expect(isNear(try probabilities(self.state(two + [window], all, front: front))[0], expected / 2))
  }

  @Test(arguments: [2, 3, 4])
  func theBestIsTheOneThatAddsMost(dimensions: Int) throws {
    let goals = ["a", "b", "c", "d"].prefix(dimensions).map { Target(property: $0, goal: .maximize) }
    let known = randomFront(dimensions: dimensions, count: 12)
    let front = GoalFront(goals, reference: known.reference, values: known.points)
    var stream = RandomStream(seed: 2)
    for _ in 0..<10 {
      let points = (0..<20).map { _ in goals.map { _ in 0.7 + 0.3 * stream.normal() } }
      let growths = points.map { front.growth(by: [$0]) }
      let most = try #require(growths.indices.max { growths[$0] < growths[$1] })
      var posteriors: [String: CandidatePosterior] = [:]
      for (place, goal) in goals.enumerated() {
        posteriors[goal.name] = try posterior(points.map { $0[place] }, deviation: 1e-6, noise: 1e-6)
      }
      let values = try values(state(goals, posteriors, front: front))
      #expect(growths[most] > 0 && values[most] > log(1024.0 / 1025))
    }
  }

  // MARK: Without samples

  /// Five goals have no front, and these states no joint posterior.
  @Test func withoutSamplesTheClosedFormCounts() throws {
    let names = ["a", "b", "c", "d", "e"]
    let five = try AcquisitionState(
      objectives: names.map { Target(property: $0, goal: .maximize) },
      posteriors: Dictionary(uniqueKeysWithValues: names.map { ($0, try posterior([0, 1])) }),
      incumbents: names.map { _ in 0.5 })
    #expect(try values(five) == LogWindowProbability().logValues(five))
    let window = AcquisitionTests.state(.window(lower: 0, upper: 1), [(0, 1), (2, 1)])
    #expect(try values(window) == LogWindowProbability().logValues(window))
    // Φ(0) and Φ(−1), and their sum.
    let goal = try values(AcquisitionTests.state(.maximize, [(2, 1), (1, 1)]))
    let tail = exp(logNormalDistribution(-1))
    #expect(abs(goal[0] - log(0.5 / (0.5 + tail))) < 1e-12 && abs(goal[1] - log(tail / (0.5 + tail))) < 1e-12)
  }

  @Test func theSamplesAreThoseOfTheStream() throws {
    let state = try state([maximum], ["gap": posterior([0, 0.2, 0.1])])
    #expect(try values(state, seed: 5) == values(state, seed: 5))
    #expect(try values(state, seed: 5) != values(state, seed: 6))
  }
}
