import Acquisition
import Foundation
import GaussianProcess
import Testing

struct ObjectiveTests {
  let gap = Objective(property: "gap", goal: .window(lower: 1, upper: 1.6))
  let most = Objective(property: "gap", goal: .maximize)
  let least = Objective(property: "gap", goal: .minimize)
  let prediction = Prediction(mean: 1.3, standardDeviation: 0.3)

  @Test func meetsTheWindowWithItsBounds() {
    #expect(gap.isMet(by: 1) == true && gap.isMet(by: 1.6) == true && gap.isMet(by: 1.3) == true)
    #expect(gap.isMet(by: 0.999) == false && gap.isMet(by: 1.601) == false)
    #expect(most.isMet(by: 3) == nil && least.isMet(by: 3) == nil)
  }

  @Test func incumbents() {
    #expect(gap.incumbent(of: [1, 2]) == nil)
    #expect(most.incumbent(of: [1, 3, 2]) == 3)
    #expect(least.incumbent(of: [2, 1, 3]) == 1)
    #expect(least.incumbent(of: []) == nil)
  }

  /// Φ(1) − Φ(−1) = .6826894921370859; Φ(−1) = .15865525393145707.
  @Test func probabilities() {
    #expect(abs(gap.logProbability(prediction) - log(0.6826894921370859)) < 1e-12)
    #expect(abs(most.logProbability(prediction, incumbent: 1.6) - log(0.15865525393145707)) < 1e-12)
    #expect(abs(least.logProbability(prediction, incumbent: 1) - log(0.15865525393145707)) < 1e-12)
    #expect(most.logProbability(prediction) == 0 && least.logProbability(prediction) == 0)
    let half = Objective(property: "gap", goal: .window(lower: 1.6, upper: .infinity))
    #expect(half.logProbability(prediction) == most.logProbability(prediction, incumbent: 1.6))
  }

  /// ∫ N(y; 1.3, 0.3) exp(−½ (y − 2)²/0.4²) dy by the trapezium rule.
  @Test func aGaussianIsItsFactorsExpectation() {
    let about = Objective(property: "gap", goal: .near(value: 2, deviation: 0.4))
    var integral = 0.0
    for step in -4000...4000 {
      let y = 1.3 + Double(step) * 0.001
      let density = exp(-0.5 * (y - 1.3) * (y - 1.3) / 0.09) / (0.3 * (2 * Double.pi).squareRoot())
      integral += 0.001 * density * exp(-0.5 * (y - 2) * (y - 2) / 0.16)
    }
    let prediction = Prediction(mean: 1.3, standardDeviation: 0.3)
    #expect(abs(about.logProbability(prediction) - log(integral)) < 1e-9)
    #expect(about.isMet(by: 2.39) == true && about.isMet(by: 1.5) == false)
    #expect(about.logProbability(Prediction(mean: 2, standardDeviation: 0)) == 0)
    #expect(about.logProbability(Prediction(mean: 1e6, standardDeviation: 0.3)).isFinite)
  }

  @Test func wideningMovesTheEndsOnly() {
    let window = Objective(property: "gap", goal: .window(lower: 1, upper: .infinity))
    #expect(window.widened(by: 0.5).goal == .window(lower: 0.5, upper: .infinity))
    #expect(most.widened(by: 2) == most)
    let about = Objective(property: "gap", goal: .near(value: 2, deviation: 0.4))
    #expect(about.widened(by: 0.4).goal == .near(value: 2, deviation: 0.8))
  }

  @Test func certainPredictions() {
    #expect(gap.logProbability(Prediction(mean: 1.3, standardDeviation: 0)) == 0)
    #expect(gap.logProbability(Prediction(mean: 1.7, standardDeviation: 0)) == -.infinity)
  }

  @Test func farFromTheWindowTheNearerIsStillMoreProbable() {
    let far = gap.logProbability(Prediction(mean: 100, standardDeviation: 0.3))
    let farther = gap.logProbability(Prediction(mean: 101, standardDeviation: 0.3))
    #expect(far.isFinite && farther < far)
  }

  @Test func roundTrips() throws {
    #expect(try JSONDecoder().decode(Objective.self, from: JSONEncoder().encode(gap)) == gap)
  }
}
