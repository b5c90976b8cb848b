import Testing
import TransferLearning

@Suite struct NetworkTargetsTests {
  @Test func scalesAreOfTheKnownValuesOfTheRows() throws {
    let targets = NetworkTargets([[1, nil, 3, 99], [5, 5, 5, nil]])
    let scaling = try TargetScaling(targets, rows: [0, 1, 2])
    #expect(scaling.means == [2, 5])
    #expect(scaling.deviations == [1, 0])
  }

  @Test func aSmallSpreadAboutALargeMeanIsKept() throws {
    let scaling = try TargetScaling(NetworkTargets([1e6 - 0.5, 1e6 + 0.5]), rows: [0, 1])
    #expect(scaling.means == [1e6] && abs(scaling.deviations[0] - 0.5) < 1e-9)
  }

  @Test func whatCannotBeLearntFromIsNamed() {
    #expect(throws: TransferLearningError.tooFewValues(output: 1, count: 1, needed: 2)) {
      try TargetScaling(NetworkTargets([[1, 2], [nil, 3]]), rows: [0, 1])
    }
    #expect(throws: TransferLearningError.nonFiniteTarget(row: 1, output: 0)) {
      try TargetScaling(NetworkTargets([1, .infinity]), rows: [0, 1])
    }
    #expect(throws: TransferLearningError.self) { try TargetScaling(NetworkTargets([-1e200, 1e200]), rows: [0, 1]) }
  }
}
