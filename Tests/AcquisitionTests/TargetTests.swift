import Acquisition
import Foundation
import GaussianProcess
import Numerics
import Testing

struct TargetTests {
  let gap = Target(property: "gap", goal: .window(lower: 1, upper: 1.6))
  let most = Target(property: "gap", goal: .maximize)
  let least = Target(property: "gap", goal: .minimize)
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
    let half = Target(property: "gap", goal: .window(lower: 1.6, upper: .infinity))
    #expect(half.logProbability(prediction) == most.logProbability(prediction, incumbent: 1.6))
  }

  /// ∫ N(y; 1.3, 0.3) exp(−½ (y − 2)²/0.4²) dy by the trapezium rule.
  @Test func aGaussianIsItsFactorsExpectation() {
    let about = Target(property: "gap", goal: .near(value: 2, deviation: 0.4))
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
    let window = Target(property: "gap", goal: .window(lower: 1, upper: .infinity))
    #expect(window.widened(by: 0.5).goal == .window(lower: 0.5, upper: .infinity))
    #expect(most.widened(by: 2) == most)
    let about = Target(property: "gap", goal: .near(value: 2, deviation: 0.4))
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

  private func expression(_ text: String, _ goal: Goal) throws -> Target {
    Target(try PropertyExpression(text), goal: goal)
  }

  @Test func anExpressionHasAValueWhereItsPropertiesHave() throws {
    let quotient = try expression("gap / homo", .window(lower: -1, upper: 0))
    #expect(quotient.value(in: ["gap": 2, "homo": -4, "lumo": 1]) == -0.5)
    #expect(quotient.value(in: ["gap": 2]) == nil)
    #expect(quotient.value(in: ["gap": 2, "homo": 0]) == nil)
    #expect(Target(property: "gap / homo", goal: .maximize).value(in: ["gap / homo": 3]) == 3)
    let all = [quotient, gap, try expression("homo - lumo", .minimize)]
    #expect(all.properties == ["gap", "homo", "lumo"])
    #expect(all.expressionValues(in: ["gap": 2, "homo": -4]) == ["gap / homo": -0.5])
  }

  @Test func allGoalsButExtremesCanBeMet() throws {
    let near = try expression("gap - 1", .near(value: 1, deviation: 0.5))
    #expect([near].areMet(by: ["gap": 2.5]) && [near].areMet(by: ["gap": 1.5]) && ![near].areMet(by: ["gap": 1.4]))
    #expect([near, most].areMet(by: ["gap": 2]))
    #expect(![near].areMet(by: [:]) && ![most, least].areMet(by: ["gap": 2]) && ![Target]().areMet(by: ["gap": 2]))
    let root = try expression("sqrt(gap)", .window(lower: 0, upper: 9))
    #expect(![root].areMet(by: ["gap": -1]), "it has no value")
  }

  /// What is straight in its properties has the exact distribution, so that its probability is that of both properties,
  /// integrated over one of them by the trapezium rule.
  @Test(arguments: [
    Goal.window(lower: 1, upper: 2.2), .window(lower: 2, upper: .infinity), .near(value: 2, deviation: 0.4), .maximize,
  ])
  func aStraightExpressionHasTheProbabilityOfItsProperties(goal: Goal) throws {
    let (a, b) = (Prediction(mean: 1.1, standardDeviation: 0.3), Prediction(mean: 0.5, standardDeviation: 0.2))
    let target = try expression("2 * a - b", goal)
    var integral = 0.0
    for step in -800...800 {
      let value = a.mean + Double(step) * 0.01 * a.standardDeviation
      let density = exp(-0.5 * Double(step * step) * 1e-4) * 0.01 / (2 * Double.pi).squareRoot()
      let ofB: Goal =
        switch goal {
        case .window(let lower, let upper): .window(lower: 2 * value - upper, upper: 2 * value - lower)
        case .near(let centre, let deviation): .near(value: 2 * value - centre, deviation: deviation)
        case .maximize, .minimize: .window(lower: -.infinity, upper: 2 * value - 1.9)
        }
      integral += density * exp(Target(property: "b", goal: ofB).logProbability(b))
    }
    let found = target.logProbability(target.expression.prediction(from: [a, b]), incumbent: 1.9)
    #expect(abs(found - log(integral)) < 1e-7)
  }

  /// A product is not normal: its mean is exact, and its probabilities are near those of a sample.
  @Test func aBentExpressionHasNearlyTheProbabilityOfASample() throws {
    let (a, b) = (Prediction(mean: 3, standardDeviation: 0.2), Prediction(mean: -2, standardDeviation: 0.1))
    let target = try expression("a * b", .window(lower: -6.5, upper: -5.5))
    let prediction = target.expression.prediction(from: [a, b])
    #expect(abs(prediction.mean - -6) < 1e-12)
    var stream = RandomStream(seed: 5)
    var hits = 0
    for _ in 0..<200_000 where target.isMet(by: (3 + 0.2 * stream.normal()) * (-2 + 0.1 * stream.normal())) == true {
      hits += 1
    }
    #expect(abs(exp(target.logProbability(prediction)) - Double(hits) / 200_000) < 0.01)
  }

  @Test func whereAnExpressionHasNoValueItsProbabilityIsZero() throws {
    let target = try expression("log(a)", .maximize)
    let prediction = target.expression.prediction(from: [Prediction(mean: -2, standardDeviation: 0.1)])
    #expect(target.logProbability(prediction) == -.infinity)
  }

  @Test func theWorstValueIsTheOppositeOfTheBest() {
    let values = [2.0, -1, 5]
    #expect(Target(property: "a", goal: .maximize).worst(of: values) == -1)
    #expect(Target(property: "a", goal: .minimize).worst(of: values) == 5)
    #expect(Target(property: "a", goal: .maximize).worst(of: []) == nil)
    #expect(Target(property: "a", goal: .window(lower: 0, upper: 1)).worst(of: values) == nil)
  }
}
