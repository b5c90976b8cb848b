import Calculation
import Stores
import Testing

@Suite("The calculators that stand for people")
struct PeopleTests {
  @Test("The record knows by name the calculator of campaigns by hand")
  func byHand() {
    #expect(ComparableCalculations.people == [ComparableCalculations.told, ByHandCalculator.name])
  }
}
