import Calculation
import Testing

@Suite struct MOPACMessagesTests {
  private func box(_ lines: String...) -> String {
    let text =
      ["Error and normal termination messages reported in this calculation", ""] + lines + ["JOB ENDED NORMALLY"]
    return "SCF\n" + text.map { "  * \($0)   *\n" }.joined() + "  ****\n\n TOTAL JOB TIME: 0.01\n == MOPAC DONE ==\n"
  }

  @Test func successIsNoReason() {
    #expect(MOPACMessages.reason(in: "* JOB ENDED NORMALLY *\n TOTAL JOB TIME: 0.0\n == MOPAC DONE ==\n") == nil)
    #expect(MOPACMessages.reason(in: box()) == nil)
  }

  @Test func allLinesCount() {
    let reason = MOPACMessages.reason(in: box("THE SCF CALCULATION FAILED.", "UNABLE TO ACHIEVE SELF-CONSISTENCE"))
    #expect(reason == "THE SCF CALCULATION FAILED. UNABLE TO ACHIEVE SELF-CONSISTENCE")
    #expect(reason.map(MOPACMessages.failureClass) == .convergence)
  }

  @Test func aMessageThatNobodyKnowsIsUnknown() {
    let reason = MOPACMessages.reason(in: box("THE DOG ATE IT"))
    #expect(reason == "THE DOG ATE IT")
    #expect(reason.map(MOPACMessages.failureClass) == .unknown)
  }
}
