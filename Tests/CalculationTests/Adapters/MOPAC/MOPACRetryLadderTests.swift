import Calculation
import Testing

@Suite struct MOPACRetryLadderTests {
  private let field = CalculationFailure(.convergence, "It is the field.")
  private let gradient = CalculationFailure(.convergence, MOPACAcceptance.steepGradient)

  @Test func theLadderOfAnOptimisation() {
    #expect(MOPACRetryLadder.next(after: field, made: [], for: .normal) == [.pulay])
    #expect(MOPACRetryLadder.next(after: field, made: [.pulay], for: .precise) == [.pulay, .limitedMemory])
    #expect(
      MOPACRetryLadder.next(after: field, made: [.pulay, .limitedMemory], for: .normal) == [.pulay, .shortSteps])
    #expect(MOPACRetryLadder.next(after: field, made: [.pulay, .shortSteps], for: .normal) == nil)
  }

  @Test func aSteepGradientWantsAnotherOptimiser() {
    #expect(MOPACRetryLadder.next(after: gradient, made: [], for: .normal) == [.limitedMemory])
    #expect(MOPACRetryLadder.next(after: gradient, made: [.limitedMemory], for: .normal) == [.shortSteps])
    #expect(MOPACRetryLadder.next(after: gradient, made: [.shortSteps], for: .normal) == nil)
    // The field of another optimiser's geometry is lost.
    #expect(MOPACRetryLadder.next(after: field, made: [.limitedMemory], for: .normal) == [.pulay, .limitedMemory])
  }

  @Test func aSinglePointHasNoOptimiserToChange() {
    #expect(MOPACRetryLadder.next(after: field, made: [], for: .none) == [.pulay])
    #expect(MOPACRetryLadder.next(after: field, made: [.pulay], for: .none) == nil)
  }

  @Test func onlyWhatDidNotConvergeIsTriedAgain() {
    #expect(MOPACRetryLadder.next(after: CalculationFailure(.input, "No."), made: [], for: .normal) == nil)
  }
}
