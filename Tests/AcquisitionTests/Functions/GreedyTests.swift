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
}
