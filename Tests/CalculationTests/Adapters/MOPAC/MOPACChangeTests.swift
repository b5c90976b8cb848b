import Calculation
import Testing

@Suite struct MOPACChangeTests {
  private let field = CalculationFailure(.convergence, "It is the field.")
  private let gradient = CalculationFailure(.convergence, MOPACAcceptance.steepGradient)

  @Test func theLadderOfAnOptimisation() {
    #expect(MOPACChange.next(after: field, made: [], for: .normal) == [.pulay])
    #expect(MOPACChange.next(after: field, made: [.pulay], for: .precise) == [.pulay, .limitedMemory])
    #expect(MOPACChange.next(after: field, made: [.pulay, .limitedMemory], for: .normal) == [.pulay, .shortSteps])
    #expect(MOPACChange.next(after: field, made: [.pulay, .shortSteps], for: .normal) == nil)
  }

  @Test func aSteepGradientWantsAnotherOptimiser() {
    #expect(MOPACChange.next(after: gradient, made: [], for: .normal) == [.limitedMemory])
    #expect(MOPACChange.next(after: gradient, made: [.limitedMemory], for: .normal) == [.shortSteps])
    #expect(MOPACChange.next(after: gradient, made: [.shortSteps], for: .normal) == nil)
    // The field of another optimiser's geometry is lost.
    #expect(MOPACChange.next(after: field, made: [.limitedMemory], for: .normal) == [.pulay, .limitedMemory])
  }

  @Test func aSinglePointHasNoOptimiserToChange() {
    #expect(MOPACChange.next(after: field, made: [], for: .none) == [.pulay])
    #expect(MOPACChange.next(after: field, made: [.pulay], for: .none) == nil)
  }

  @Test func onlyWhatDidNotConvergeIsTriedAgain() {
    #expect(MOPACChange.next(after: CalculationFailure(.input, "No."), made: [], for: .normal) == nil)
  }
}
