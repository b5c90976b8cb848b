import Calculation
import Testing

@Suite struct MOPACChangeTests {
  @Test func theLadderOfAnOptimisation() {
    #expect(MOPACChange.next(after: [], for: .normal) == [.pulay])
    #expect(MOPACChange.next(after: [.pulay], for: .precise) == [.pulay, .limitedMemory])
    #expect(MOPACChange.next(after: [.pulay, .limitedMemory], for: .normal) == nil)
  }

  @Test func aSinglePointHasNoOptimiserToChange() {
    #expect(MOPACChange.next(after: [], for: .none) == [.pulay])
    #expect(MOPACChange.next(after: [.pulay], for: .none) == nil)
  }
}
