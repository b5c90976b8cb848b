import Acquisition
import Foundation
import Numerics
import Testing

struct LogExpectedImprovementTests {
  /// By integration over the normal distribution, with a million points of the midpoint rule.
  @Test func isTheLogarithmOfTheExpectation() {
    let (mean, deviation, best, scale) = (1.2, 0.7, 1.5, 2.0)
    let steps = 1_000_000
    let width = 12 * deviation / Double(steps)
    var expectation = 0.0
    for step in 0..<steps {
      let z = -6 + 12 * (Double(step) + 0.5) / Double(steps)
      expectation += max(0, mean + deviation * z - best) * exp(logNormalDensity(z)) / deviation * width
    }
    let up = LogExpectedImprovement().logValues(state(.maximize, [(mean, deviation)], incumbent: best, scale: scale))
    #expect(abs(up[0] - log(expectation / scale)) < 1e-6)
    let down = LogExpectedImprovement().logValues(
      state(.minimize, [(-mean, deviation)], incumbent: -best, scale: scale))
    #expect(abs(down[0] - up[0]) < 1e-12)
  }

  @Test func neverVanishesFarBelowTheBest() {
    let values = LogExpectedImprovement().logValues(state(.maximize, [(-100, 1), (-99, 1), (-99, 2)], incumbent: 0))
    #expect(values[0].isFinite && values[0] < values[1] && values[1] < values[2])
  }

  @Test func aSearchIsLedByTheExpectedValueWhereAllAreFarBelowTheBest() {
    let far = state(.maximize, [(-6, 1), (-5, 0.5), (-8, 1.6)], incumbent: 0)
    let (values, searched) = (LogExpectedImprovement().logValues(far), LogExpectedImprovement().searchValues(far))
    #expect(values[2] > values[0] && values[0] > values[1])
    #expect(searched[1] > searched[0] && searched[0] > searched[2])
    let mirrored = LogExpectedImprovement().searchValues(state(.minimize, [(6, 1), (5, 0.5), (8, 1.6)], incumbent: 0))
    for (value, expected) in zip(mirrored, searched) { #expect(abs(value - expected) < 1e-12) }
  }

  @Test func aSearchSeesImprovementsThatMayComeAsTheyAre() {
    let near = state(.maximize, [(0.5, 1), (-1, 1), (1, 0.1), (-2, 1.5)], incumbent: 0.8, scale: 2)
    let (values, searched) = (LogExpectedImprovement().logValues(near), LogExpectedImprovement().searchValues(near))
    for (value, other) in zip(values, searched) { #expect(other >= value && other - value < 0.02) }
    let window = state(.window(lower: 0, upper: 1), [(-30, 1), (0, 1)])
    #expect(LogExpectedImprovement().searchValues(window) == LogExpectedImprovement().logValues(window))
    let front = stateWithFront([(2.5, 1), (0, 0.1)], [(-1.5, 1), (5, 0.1)])
    #expect(LogExpectedImprovement().searchValues(front) == LogExpectedImprovement().logValues(front))
    let nothingKnown = state(.maximize, [(1, 1), (2, 1)])
    #expect(LogExpectedImprovement().searchValues(nothingKnown) == [0, 0])
  }

  @Test func certainPredictions() {
    let values = LogExpectedImprovement().logValues(state(.maximize, [(3, 0), (1, 0), (0, 0)], incumbent: 1, scale: 2))
    #expect(values == [0, -.infinity, -.infinity])
  }

  @Test func windowsAreConstraints() {
    let both = AcquisitionState(objectivePredictions: [
      objectivePrediction(.maximize, [(1, 1), (1, 1)], incumbent: 1),
      objectivePrediction(.window(lower: 0, upper: 1), [(0.5, 0.1), (3, 0.1)], property: "dipole"),
    ])
    let values = LogExpectedImprovement().logValues(both)
    #expect(abs(values[0] - logNormalDensity(0)) < 1e-5)
    #expect(values[1] < -100)
    let first = AcquisitionState(
      objectivePredictions: [objectivePrediction(.maximize, [(1, 1)]), both.objectivePredictions[1]].map { $0 })
    #expect(LogExpectedImprovement().logValues(first)[0] == LogWindowProbability().logValues(first)[0])
  }

  /// The volumes that certain values add, in units of the product of the scales.
  @Test func severalGoalsImproveTheVolumeThatTheyDominate() {
    let state = stateWithFront([(2.5, 0), (4, 0), (1, 0)], [(-1.5, 0), (-4, 0), (-1, 0)], scale: 2)
    let values = LogExpectedImprovement().logValues(state)
    #expect(abs(values[0] - log(0.25 / 4)) < 1e-12 && abs(values[1] - log(10 / 4.0)) < 1e-12)
    #expect(values[2] == -.infinity)
  }

  @Test func windowsAreConstraintsOfAFrontAsWell() {
    let goals = stateWithFront([(2.5, 1), (2.5, 1)], [(-1.5, 1), (-1.5, 1)])
    let window = objectivePrediction(.window(lower: 0, upper: .infinity), [(0, 1), (-1, 1)], property: "c")
    let state = AcquisitionState(objectivePredictions: goals.objectivePredictions + [window], front: goals.front)
    let (alone, with) = (LogExpectedImprovement().logValues(goals), LogExpectedImprovement().logValues(state))
    #expect(abs(with[0] - alone[0] - log(0.5)) < 1e-12)
    #expect(abs(with[1] - alone[1] - logNormalDistribution(-1)) < 1e-12)
  }
}
