import Acquisition
import GaussianProcess
import Numerics
import Testing

struct AcquisitionStateTests {
  struct Same: Kernel {
    func covariance(_ a: Double, _ b: Double) -> Double { a == b ? 1 : 0 }
  }

  /// A candidate is its own mean.
  struct Itself: PriorMean {
    func values(at inputs: [Double]) -> [Double] { inputs }
  }

  private func posterior(_ candidates: [Double]) throws -> CandidatePosterior {
    let prior = try GaussianProcess(
      mean: ConstantMean(2), kernel: ScaledKernel(variance: 9, base: Same()), noiseVariance: 16)
    return CandidatePosterior(of: prior, at: candidates)
  }

  @Test func predictsObservationsWithTheirNoise() throws {
    let state = try AcquisitionState(
      objectives: [Target(property: "gap", goal: .maximize)], posteriors: ["gap": try posterior([1, 2])],
      incumbents: [7])
    #expect(state.candidateCount == 2)
    #expect(
      state.objectivePredictions[0].predictions == [
        .init(mean: 2, standardDeviation: 5), .init(mean: 2, standardDeviation: 5),
      ])
    #expect(state.objectivePredictions[0].scale == 3)
    #expect(state.objectivePredictions[0].incumbent == 7)
  }

  @Test func aPropertyWithoutPredictionIsNamed() throws {
    let posteriors = ["gap": try posterior([1])]
    #expect(throws: AcquisitionError.missingProperty("dipole")) {
      try AcquisitionState(
        objectives: [Target(property: "dipole", goal: .minimize)], posteriors: posteriors, incumbents: [nil])
    }
  }

  @Test func termsAreAddedOverTheObjectives() {
    let both = AcquisitionState(objectivePredictions: [
      objectivePrediction(.maximize, [(1, 1), (2, 1)]),
      objectivePrediction(.minimize, [(10, 1), (20, 1)], property: "dipole"),
    ])
    #expect(both.sum { _, prediction in prediction.mean } == [11, 22])
    #expect(AcquisitionState(candidateCount: 2).sum { _, _ in 1 } == [0, 0])
  }

  @Test func anExpressionIsPredictedFromItsProperties() throws {
    let middle = Target(try PropertyExpression("(gap - dipole) / 2"), goal: .window(lower: -1, upper: 1))
    let state = try AcquisitionState(
      objectives: [middle, Target(property: "gap", goal: .maximize)],
      posteriors: ["gap": try posterior([1, 2]), "dipole": try posterior([1, 2])], incumbents: [nil, 7])
    // The variances 25 and 25 of observations are added and divided by 4; so are 9 and 9 for the scale.
    let prediction = state.objectivePredictions[0].predictions[1]
    #expect(abs(prediction.mean) < 1e-12 && abs(prediction.standardDeviation - 12.5.squareRoot()) < 1e-12)
    #expect(abs(state.objectivePredictions[0].scale - 4.5.squareRoot()) < 1e-12)
    #expect(state.objectivePredictions[1].scale == 3)
    #expect(throws: AcquisitionError.missingProperty("dipole")) {
      try AcquisitionState(objectives: [middle], posteriors: ["gap": posterior([1])], incumbents: [nil])
    }
  }

  @Test func oneDenominatorNearZeroDoesNotSetTheScale() throws {
    let process = try GaussianProcess(
      mean: Itself(), kernel: ScaledKernel(variance: 9, base: Same()), noiseVariance: 16)
    let objective = Target(try PropertyExpression("1 / gap"), goal: .maximize)
    func scale(_ candidates: [Double]) throws -> Double {
      try AcquisitionState(
        objectives: [objective], posteriors: ["gap": CandidatePosterior(of: process, at: candidates)], incumbents: [nil]
      ).objectivePredictions[0].scale
    }
    // 3 / 100², and a little more for the curvature.
    let alone = try scale([100])
    #expect(abs(alone - 3e-4) < 2e-6)
    #expect(try scale([1e-9]) > 1e6)
    #expect(try scale([110, 1e-9, 100]) == alone)
    #expect(try abs(scale([100, 110, 1e-9, 90]) - (alone + scale([90])) / 2) < 1e-12)
  }

  /// Of every function but the one that looks at no prediction.
  @Test(arguments: AcquisitionFunctions.names.filter { $0 != RandomChoice.name })
  func aCandidateWithoutAPredictionIsTheLast(name: String) throws {
    let none = Prediction(mean: .nan, standardDeviation: .nan)
    let state = AcquisitionState(objectivePredictions: [
      AcquisitionState.ObjectivePrediction(
        target: Target(try PropertyExpression("log(gap)"), goal: .window(lower: 0, upper: 1)),
        predictions: [none, Prediction(mean: 0.5, standardDeviation: 1)], incumbent: nil, scale: 1)
    ])
    let function = try AcquisitionFunctions.make(name, stream: RandomStream(seed: 1))
    let values = try function.logValues(state)
    #expect(values[0] == -.infinity && values[1].isFinite)
    let selection = try selectBatch(count: 2, from: state, by: function)
    #expect(selection.selected.map(\.index) == [1, 0])
  }

  @Test func goalsWithAFrontHaveOneTermTogether() {
    let front = GoalFront(
      [Target(property: "gap", goal: .maximize), Target(property: "dipole", goal: .minimize)], reference: [0, 9],
      values: [[1, 2]])
    let predictions = [
      objectivePrediction(.maximize, [(1, 1), (2, 1)]),
      objectivePrediction(.minimize, [(3, 1), (.nan, 1)], property: "dipole"),
    ]
    let both = AcquisitionState(objectivePredictions: predictions, front: front)
    let sums = both.sum(
      front: { front, goals in
        #expect(front.places == [0, 1] && goals.map(\.target.name) == ["gap", "dipole"])
        return [1, 2]
      }, others: { _, _ in 10 })
    #expect(sums == [1, 2])
    // A window beside them has a term of its own, as all have without a front.
    let window = objectivePrediction(.window(lower: 0, upper: 1), [(1, 1), (1, 1)], property: "energy")
    let three = AcquisitionState(objectivePredictions: predictions + [window], front: front)
    #expect(three.sum(front: { _, _ in [1, 2] }, others: { _, _ in 10 }) == [11, 12])
    let each = AcquisitionState(objectivePredictions: predictions)
    #expect(each.sum(front: { _, _ in [1, 2] }, others: { _, _ in 10 }) == [20, -.infinity])
  }
}
