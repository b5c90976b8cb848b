import Acquisition
import Testing

struct UpperConfidenceBoundTests {
  @Test func movesTheMeanInUnitsOfTheScale() throws {
    let function = try UpperConfidenceBound(options: ["beta": 4])
    #expect(function.logValues(state(.maximize, [(1, 0.5)], scale: 2)) == [1])
    #expect(function.logValues(state(.minimize, [(1, 0.5)], scale: 2)) == [0])
    #expect(try UpperConfidenceBound().beta == 2)
  }

  @Test func forAWindowIsTheProbabilityAfterTheMove() throws {
    let function = try UpperConfidenceBound(options: ["beta": 4])
    let goal = Goal.window(lower: 0, upper: 2)
    // 5 moves by 2 to 3; 1.5 would pass the middle and stops there; half-lines have no middle.
    let values = function.logValues(state(goal, [(5, 1), (1.5, 1)]))
    #expect(values == LogWindowProbability().logValues(state(goal, [(3, 1), (1, 1)])))
    let halfLine = Goal.window(lower: 0, upper: .infinity)
    #expect(
      function.logValues(state(halfLine, [(-1, 1)])) == LogWindowProbability().logValues(state(halfLine, [(1, 1)])))
  }

  @Test func withoutReachIsThePlainProbability() throws {
    let function = try UpperConfidenceBound(options: ["beta": 0])
    let some = state(.window(lower: 0, upper: 2), [(5, 1), (1.5, 0.3)])
    #expect(function.logValues(some) == LogWindowProbability().logValues(some))
  }

  /// With several maxima and minima, how far the moved means are beyond the front.
  @Test func severalGoalsHaveTheMarginOfTheirMovedMeans() throws {
    let state = stateWithFront([(2, 1), (2, 0.5)], [(-2, 1), (-2, 0.5)])
    #expect(try UpperConfidenceBound(options: ["beta": 1]).logValues(state) == [1, 0.5])
    #expect(try UpperConfidenceBound(options: ["beta": 0]).logValues(state) == Greedy().logValues(state))
  }
}
