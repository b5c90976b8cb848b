import Calculation
import Testing

@Suite struct CalculationStageErrorTests {
  @Test func itSaysWhatFailedAndTheWayOut() {
    let accident = CalculationStageError.machineFailed(
      calculation: 7, CalculationFailure(.random, "xtb was ended by signal 9.", evidence: "last\nwords"), tries: 3)
    #expect(
      accident.description == """
        The machine failed in calculation 7, of which nothing is recorded: xtb was ended by signal 9. It was tried 3 \
        times. Its last words:
        last
        words
        Mend the cause ('cohobate doctor' checks the machine), and the same command goes on.
        """)
    let missing = CalculationStageError.machineFailed(
      calculation: 1, CalculationFailure(.resource, "There is no xtb."), tries: 1)
    #expect(
      missing.description == """
        The machine failed in calculation 1, of which nothing is recorded: There is no xtb. Mend the cause \
        ('cohobate doctor' checks the machine), and the same command goes on.
        """)
  }
}
