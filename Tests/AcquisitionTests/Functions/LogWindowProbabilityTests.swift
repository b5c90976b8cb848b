import Acquisition
import Foundation
import Testing

struct LogWindowProbabilityTests {
  @Test func isTheProbabilityOfAllObjectivesTogether() {
    let both = AcquisitionState(objectivePredictions: [
      objectivePrediction(.window(lower: -1, upper: 1), [(0, 1)]),
      objectivePrediction(.maximize, [(5, 2)], incumbent: 7, property: "dipole"),
    ])
    let expected = log(0.6826894921370859) + log(0.15865525393145707)
    #expect(abs(LogWindowProbability().logValues(both)[0] - expected) < 1e-12)
  }

  @Test func uncertaintyHelpsFarFromTheWindowAndHarmsWithin() {
    let values = LogWindowProbability().logValues(
      state(.window(lower: -1, upper: 1), [(0, 0.5), (0, 2), (10, 0.5), (10, 2)]))
    #expect(values[0] > values[1])
    #expect(values[2] < values[3])
  }

  /// Either of two goals may be worse than its best value: only the front counts.
  @Test func severalGoalsAreMetByImprovingTheirFront() {
    let state = stateWithFront([(2.5, 0), (3, 0), (2.5, 0.1)], [(-1.5, 0), (-1, 0), (-1.5, 0.1)])
    let values = LogWindowProbability().logValues(state)
    #expect(values[0] == 0 && values[1] == -.infinity)
    #expect(values[2] < 0 && values[2] > -1e-5)
  }
}
