import Acquisition
import Testing

struct GreedyTests {
  @Test func looksAtTheMeanAlone() {
    #expect(Greedy().logValues(state(.maximize, [(3, 1), (4, 9)], scale: 2)) == [1.5, 2])
    #expect(Greedy().logValues(state(.minimize, [(3, 1), (4, 9)], scale: 2)) == [-1.5, -2])
    #expect(
      Greedy().logValues(state(.window(lower: 1, upper: 2), [(0, 1), (1.5, 1), (4, 1)], scale: 2)) == [-0.5, 0, -1])
    #expect(Greedy().logValues(state(.window(lower: 1, upper: .infinity), [(0, 1), (9, 1)])) == [-1, 0])
  }

  /// With several maxima and minima, how far the means are beyond the front.
  @Test func severalGoalsHaveTheMarginOfTheirMeans() {
    let state = stateWithFront([(3, 1), (2, 9), (1, 1), (.nan, 1)], [(-3, 1), (-2, 1), (-1, 1), (0, 1)], scale: 2)
    #expect(Greedy().logValues(state) == [0.5, 0, -0.5, -.infinity])
  }
}
