import Acquisition
import Files
import Foundation
import GaussianProcess
import Prediction
import Testing

@Suite struct TargetSetTests {
  private let quotient: Target
  private let values: [[Double?]] = [[2, 4, nil, 6], [1, 2, 5, 0]]

  init() throws { quotient = Target(try PropertyExpression("a / b"), goal: .window(lower: 3, upper: .infinity)) }

  private func certain(_ a: Double, _ b: Double) -> [[Prediction]] {
    [a, b].map { [Prediction(mean: $0, standardDeviation: 0)] }
  }

  /// The quotients of the molecules that have one are 2 and 2: the third lacks a, and the fourth divides by zero.
  @Test func theBestIsThatOfTheExpression() throws {
    let targets = [Target(property: "a", goal: .maximize), Target(try PropertyExpression("a / b"), goal: .maximize)]
    #expect(TargetSet(targets, names: ["a", "b"], values: values).incumbents == [6, 2])
    #expect(TargetSet(targets, names: ["a", "b"], values: [[], []]).incumbents == [nil, nil])
    #expect(TargetSet(targets, names: ["a", "b"], values: values, incumbents: [1, nil]).incumbents == [1, nil])
  }

  @Test func anExtremeWithoutAValueToImproveOnIsRefused() throws {
    let (highest, lowest) = (Target(quotient.expression, goal: .maximize), Target(quotient.expression, goal: .minimize))
    try TargetSet([highest, quotient], names: ["a", "b"], values: values).requireBestValues(of: "molecule")
    try TargetSet([quotient], names: ["a", "b"], values: [[1], [0]]).requireBestValues(of: "molecule")
    for target in [highest, lowest] {
      let error = #expect(throws: CampaignError.self) {
        try TargetSet([quotient, target], names: ["a", "b"], values: [[1, nil], [0, 2]]).requireBestValues(
          of: "molecule")
      }
      #expect(error?.kind == .input)
      #expect(
        error?.description
          == "'a / b' has no best value to improve on, since no molecule of the data has a finite value of it; give a "
          + "window or a half-line, such as --target 'a / b=2.5..', or data with such a value.")
    }
    let ofLibrary = #expect(throws: CampaignError.self) {
      try TargetSet([highest], names: ["a", "b"], values: [[], []]).requireBestValues(isOfLibrary: true, of: "molecule")
    }
    #expect(
      ofLibrary?.description
        == "'a / b' has no best value to improve on, since a library keeps no values; give a window or a half-line, "
        + "such as --target 'a / b=2.5..', or models of data in its place.")
  }

  @Test func anExpressionWithoutAFiniteValueIsRefused() throws {
    try TargetSet([quotient], names: ["a", "b"], values: [[1, 4], [0, 2]]).requireFiniteValues(of: "molecule")
    try TargetSet([quotient], names: ["a", "b"], values: [[], []]).requireFiniteValues(of: "molecule")
    let error = #expect(throws: CampaignError.self) {
      try TargetSet([quotient], names: ["a", "b"], values: [[1, 4, nil], [0, 0, 2]]).requireFiniteValues(of: "molecule")
    }
    #expect(error?.kind == .input)
    #expect(
      error?.description
        == "The expression 'a / b' has no finite value for any of the 2 known molecules; give one that has.")
  }

  @Test func aHalfLineIsWidenedByTheDeviationOfItsOwnValues() throws {
    let b = Target(property: "b", goal: .window(lower: 7, upper: .infinity))
    let targets = TargetSet([quotient, b], names: ["a", "b"], values: [[2, 8], [1, 2]])
    // The quotients are 2 and 4, with a deviation of 1; those of b have 0.5.
    let ofQuotient = (0...4).map { targets.logProbabilities(certain(1, 1), widening: $0)[0][0] == 0 }
    #expect(ofQuotient == [false, false, true, true, true])
    let ofB = (10...13).map { targets.logProbabilities(certain(1, 1), widening: $0)[0][1] == 0 }
    #expect(ofB == [false, false, true, true])
  }

  @Test func gaussiansAreWidenedByTheirOwnDeviation() throws {
    let near = Target(property: "a", goal: .near(value: 2, deviation: 0.5))
    let targets = TargetSet([near], names: ["a"], values: [[100, 200, 300]])
    let prediction = [[Prediction(mean: 4, standardDeviation: 0)]]
    #expect(targets.logProbabilities(prediction) == [[-8]])
    #expect(targets.logProbabilities(prediction, widening: 3) == [[-0.5]])
  }

  @Test func anExpressionIsPredictedFromThePropertiesOfItsOwnPlaces() throws {
    let targets = TargetSet([quotient], names: ["c", "b", "a"], values: [[], [], []])
    let lists = [1.0, 2, 8].map { [Prediction(mean: $0, standardDeviation: 0)] }
    #expect(targets.predictions(lists)[0].map(\.mean) == [4])
    #expect(targets.logLikelihoods(lists) == [[0]])
  }

  @Test func whereThereIsNoValueThereIsNoLikelihood() throws {
    let targets = TargetSet([quotient], names: ["a", "b"], values: [[], []])
    #expect(targets.logLikelihoods(certain(1, 0)) == [[-.infinity]])
  }

  @Test func aLikelihoodIsAtMostOne() throws {
    let parts = [0.3, 0.3, 0.4].map { ($0, Prediction(mean: 0, standardDeviation: 1)) }
    let wide = Target(property: "a", goal: .window(lower: -1e9, upper: 1e9))
    let targets = TargetSet([wide], names: ["a"], values: [[]])
    #expect(try #require(targets.logLikelihoods([[Prediction(mixing: parts)]]).first?.first) <= 0)
  }

  /// The molecules are (2, 1), (4, 2) and (6, 0), to be great in a and small in b; the third lacks a.
  @Test func theFrontHasTheGoalsOfTheMoleculesThatMeetTheRest() throws {
    let (a, b) = (Target(property: "a", goal: .maximize), Target(property: "b", goal: .minimize))
    let front = try #require(TargetSet([a, b], names: ["a", "b"], values: values).front)
    // The worst of b is that of the molecule without a.
    #expect(front.reference == [2, 5] && front.front.points == [[6, 0]] && front.places == [0, 1])
    let recorded = TargetSet([a, b], names: ["a", "b"], values: values, references: ["a": 1, "c": 7]).front
    #expect(recorded?.reference == [1, 5])
    let stated = Target(a.expression, goal: .maximize, reference: 3)
    #expect(
      TargetSet([stated, b], names: ["a", "b"], values: values, references: ["a": 1]).front?.reference == [3, 5])
    // The quotient is at least 3 of no molecule that has one.
    #expect(TargetSet([a, quotient, b], names: ["a", "b"], values: values).front?.front.points.isEmpty == true)
    #expect(TargetSet([a, quotient], names: ["a", "b"], values: values).front == nil)
    #expect(TargetSet([a, b], names: ["a", "b"], values: [[nil], [1]]).front == nil)
  }

  @Test func goalsWithAFrontShareTheProbabilityOfImprovingIt() throws {
    let (a, b) = (Target(property: "a", goal: .maximize), Target(property: "b", goal: .minimize))
    let window = Target(property: "b", goal: .window(lower: 0, upper: 2))
    let goals = TargetSet([a, b], names: ["a", "b"], values: [[1, 3], [1, 3]])
    let predictions = [[Prediction(mean: 2, standardDeviation: 1)], [Prediction(mean: 2, standardDeviation: 1)]]
    let each = goals.logProbabilities(predictions)[0]
    let together = try #require(goals.front).logProbabilities(predictions)[0]
    #expect(each[0] == each[1] && abs(each[0] + each[1] - together) < 1e-12)
    let three = TargetSet([a, window, b], names: ["a", "b"], values: [[1, 3], [1, 3]])
    #expect(three.logProbabilities(predictions)[0][1] == window.logProbability(predictions[1][0]))
    // Widening leaves the goals as they are.
    #expect(goals.logProbabilities(predictions, widening: 3)[0] == each)
  }
}
