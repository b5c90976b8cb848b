import Acquisition
import Foundation
import GaussianProcess
import Numerics
import Testing

@Suite("What a candidate may add to a front")
struct GoalFrontTests {
  private static let names = ["a", "b", "c", "d"]

  /// The goals are maxima, but for the second.
  private static func targets(_ count: Int) -> [Target] {
    names.prefix(count).map { Target(property: $0, goal: $0 == "b" ? .minimize : .maximize) }
  }

  /// The random front, with the second coordinate negated.
  private static func front(_ dimensions: Int, _ count: Int) -> (front: GoalFront, points: ParetoFront) {
    let points = randomFront(dimensions: dimensions, count: count)
    let values = points.points.map { $0.enumerated().map { $0.offset == 1 ? -$0.element : $0.element } }
    let reference = [Double](repeating: 0, count: dimensions)
    return (GoalFront(targets(dimensions), reference: reference, values: values), points)
  }

  @Test("The goals are two to four maxima and minima, wherever they stand")
  func goals() {
    let window = Target(property: "w", goal: .window(lower: 0, upper: 1))
    let targets = Self.targets(4)
    #expect([window, targets[0], targets[1]].frontPlaces == [1, 2])
    #expect([window, targets[0]].frontPlaces.isEmpty)
    #expect(targets.frontPlaces == [0, 1, 2, 3])
    #expect((targets + [Target(property: "e", goal: .maximize)]).frontPlaces.isEmpty)
    let all = [targets[0], window, targets[1]]
    #expect(all.frontValues([1, 0.5, 2]) == [1, 2])
    #expect(all.frontValues([1, 1.5, 2]) == nil && all.frontValues([1, nil, 2]) == nil)
    #expect(all.frontValues([.nan, 0.5, 2]) == nil)
    #expect(all.oriented([1, 2]) == [1, -2])
  }

  @Test(
    "The probability to improve it and the expected growth of its volume are those of Monte Carlo",
    arguments: [(2, 12, 4000), (3, 8, 3000), (4, 6, 2000)])
  func monteCarlo(dimensions: Int, count: Int, draws: Int) {
    let (front, points) = Self.front(dimensions, count)
    var stream = RandomStream(seed: 11)
    let parts = [(0.4, -0.2, 0.3), (0.6, 0.2, 0.15)]
    for centre in [0.35, 0.6, 0.8] {
      // A mixture for the first goal, and normal predictions for the others.
      let predictions = (0..<dimensions).map { goal -> Prediction in
        let sign = goal == 1 ? -1.0 : 1
        guard goal == 0 else { return Prediction(mean: sign * centre, standardDeviation: 0.3) }
        return Prediction(
          mixing: parts.map { ($0.0, Prediction(mean: centre + $0.1, standardDeviation: $0.2)) })
      }
      var (free, gains) = (0, [Double]())
      for _ in 0..<draws {
        let part = stream.uniform() < parts[0].0 ? parts[0] : parts[1]
        let value = (0..<dimensions).map { goal in
          centre + (goal == 0 ? part.1 + part.2 * stream.normal() : 0.3 * stream.normal())
        }
        let isFree = points.leavesFree(value)
        free += isFree ? 1 : 0
        gains.append(
          isFree
            ? ParetoFront(points.points + [value], above: points.reference).hypervolume - points.hypervolume : 0)
      }
      let lists = predictions.map { [$0] }
      let probability = exp(front.logProbabilities(lists)[0])
      let share = Double(free) / Double(draws)
      #expect(abs(probability - share) < 5 * (probability * (1 - probability) / Double(draws)).squareRoot())
      let scales = [Double](repeating: 2, count: dimensions)
      let gain = exp(front.logExpectedImprovements(lists, scales: scales)[0]) * pow(2, Double(dimensions))
      let mean = gains.reduce(0, +) / Double(draws)
      let variance = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws)
      #expect(abs(gain - mean) < 5 * (variance / Double(draws)).squareRoot())
    }
  }

  @Test("Certain values count as they are")
  func certainValues() {
    let targets = Self.targets(2)
    let front = GoalFront(targets, reference: [0, 0], values: [[3, -1], [2, -2], [1, -3]])
    func certain(_ a: Double, _ b: Double) -> [[Prediction]] {
      [a, b].map { [Prediction(mean: $0, standardDeviation: 0)] }
    }
    #expect(front.logProbabilities(certain(2.5, -1.5)) == [0])
    // A point of the front itself, a dominated one, and one that is worse than the reference point.
    for (a, b) in [(2.0, -2.0), (1, -1), (9, 1)] {
      #expect(front.logProbabilities(certain(a, b)) == [-.infinity])
      #expect(front.logExpectedImprovements(certain(a, b), scales: [1, 1]) == [-.infinity])
    }
    let gain = front.logExpectedImprovements(certain(2.5, -1.5), scales: [1, 1])[0]
    #expect(abs(gain - log(0.25)) < 1e-12)
  }

  @Test("The number of workers changes no digit")
  func workers() {
    let (front, _) = Self.front(3, 60)
    var stream = RandomStream(seed: 5)
    let lists = (0..<3).map { _ in
      (0..<1500).map { _ in Prediction(mean: stream.normal(), standardDeviation: 0.5) }
    }
    let found = [1, 2, 5].map { count in
      Workers.$limit.withValue(count) {
        front.logProbabilities(lists) + front.logExpectedImprovements(lists, scales: [1, 1, 1])
      }
    }
    #expect(found[0].count == 3000 && found[1] == found[0] && found[2] == found[0])
    // The pieces are in the order of the candidates.
    for place in [0, 700, 1499] {
      #expect(front.logProbabilities(lists.map { [$0[place]] }) == [found[0][place]])
    }
  }

  @Test("Far from the front the values are finite, and nearer is better")
  func tails() {
    let (front, _) = Self.front(3, 10)
    for deviation in [0.01, 1] {
      let distances = [1.0, 3, 10, 100, 1e4, 1e6]
      let lists = [1.0, -1, 1].map { sign in
        distances.map { Prediction(mean: -sign * $0, standardDeviation: deviation) }
      }
      for values in [front.logProbabilities(lists), front.logExpectedImprovements(lists, scales: [1, 1, 1])] {
        #expect(values.allSatisfy { $0.isFinite })
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
      }
    }
    let great = [1.0, -1, 1].map { [Prediction(mean: $0 * 1e200, standardDeviation: 1)] }
    #expect(front.logProbabilities(great) == [0])
    #expect(abs(front.logExpectedImprovements(great, scales: [1, 1, 1])[0] - 600 * log(10)) < 1e-6)
    let none =
      [[Prediction(mean: .nan, standardDeviation: 1)]]
      + [-1.0, 1].map {
        [Prediction(mean: $0, standardDeviation: 1)]
      }
    #expect(front.logProbabilities(none) == [-.infinity])
  }

  /// At the border between both ways of computing the sum there is no step.
  @Test("The sum with logarithms continues the sum without them")
  func continuity() {
    let (front, _) = Self.front(2, 20)
    let distances = (0..<400).map { 9 + 0.02 * Double($0) }
    let lists = [1.0, -1].map { sign in
      distances.map { Prediction(mean: -sign * $0, standardDeviation: 0.5) }
    }
    let border = log(1e-200)
    for values in [front.logProbabilities(lists), front.logExpectedImprovements(lists, scales: [1, 1])] {
      #expect(values[0] > border && values[values.count - 1] < border)
      // The logarithm is nearly quadratic in the distance: its second differences are nearly equal.
      let steps = zip(values, values.dropFirst()).map { $0 - $1 }
      let changes = zip(steps, steps.dropFirst()).map { $1 - $0 }
      #expect(zip(changes, changes.dropFirst()).allSatisfy { abs($0 - $1) < 1e-4 })
    }
  }

  @Test("The margin is the distance by which values may become worse")
  func margins() {
    let front = GoalFront(Self.targets(2), reference: [0, 0], values: [[3, -1], [2, -2], [1, -3]])
    #expect(front.margin(of: [3, -3], scales: [1, 1]) == 1)
    #expect(front.margin(of: [3, -3], scales: [4, 1]) == 0.5)
    #expect(front.margin(of: [2, -2], scales: [1, 1]) == 0)
    #expect(front.margin(of: [1, -1], scales: [1, 1]) == -1)
    #expect(front.margin(of: [-5, 5], scales: [1, 1]) == -7)
  }

  @Test("Without a known molecule, what exceeds the reference point is an improvement")
  func nothingKnown() {
    let front = GoalFront(Self.targets(2), reference: [1, 2], values: [])
    let lists = [[Prediction(mean: 1, standardDeviation: 1)], [Prediction(mean: 2, standardDeviation: 3)]]
    #expect(abs(front.logProbabilities(lists)[0] - log(0.25)) < 1e-12)
    #expect(!front.front.exceedsReference)
    let gain = front.logExpectedImprovements(lists, scales: [1, 3])[0]
    #expect(abs(gain - 2 * log(1 / (2 * Double.pi).squareRoot())) < 1e-12)
  }
}
