import Calculation
import Foundation
import Testing

@Suite struct CalculationFailureTests {
  @Test func theMostTellingFailureIsTheOneOfTheEarliestClass() {
    let timeout = CalculationFailure(.timeout, "first timeout")
    let changed = CalculationFailure(.topologyChanged, "first change")
    let later = CalculationFailure(.topologyChanged, "second change")
    #expect(CalculationFailure.mostTelling(of: [timeout, changed, later]) == changed)
    #expect(CalculationFailure.mostTelling(of: []) == nil)
  }

  @Test(arguments: FailureClass.allCases) func everyClassIsFoundAmongUnknowns(failureClass: FailureClass) {
    let failure = CalculationFailure(failureClass, "it")
    let unknown = CalculationFailure(.unknown, "it")
    #expect(CalculationFailure.mostTelling(of: [unknown, failure])?.failureClass == failureClass)
  }

  @Test func onlyWhatHoldsOnEveryMachineBelongsToTheMolecule() {
    let own = FailureClass.allCases.filter(\.belongsToMolecule)
    #expect(own == [.input, .topologyChanged, .convergence, .unknown])
  }

  @Test func survivesARoundTrip() throws {
    let failure = CalculationFailure(.convergence, "It did not.", evidence: "line\nline")
    #expect(try JSONDecoder().decode(CalculationFailure.self, from: JSONEncoder().encode(failure)) == failure)
    #expect(failure.description == "It did not. [convergence]")
  }
}
