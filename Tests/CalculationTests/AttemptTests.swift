import Calculation
import Testing

@Suite struct AttemptTests {
  @Test func anExitProvesNothing() {
    #expect(AttemptOutput(termination: .exited(0)).terminationFailure(of: "it", timeLimitSeconds: 1) == nil)
    #expect(AttemptOutput(termination: .exited(1)).terminationFailure(of: "it", timeLimitSeconds: 1) == nil)
  }

  @Test(arguments: [
    (Termination.signalled(11), FailureClass.random, "signal 11"), (.timedOut, .timeout, "limit of 2.5 s"),
    (.cancelled, .cancelled, "stopped"), (.outputLimitExceeded(bytes: 7), .resource, "7 bytes"),
    (.notStarted("no such file."), .resource, "no such file."),
    (.folderLimitExceeded(bytes: 7, found: 4096, files: 1), .resource, "took more than 7 bytes together"),
  ])
  func otherEndingsAreFailures(termination: Termination, failureClass: FailureClass, words: String) throws {
    let output = AttemptOutput(termination: termination, standardOutput: "its words")
    let failure = try #require(output.terminationFailure(of: "it", timeLimitSeconds: 2.5))
    #expect(failure.failureClass == failureClass)
    #expect(failure.message.contains(words))
  }

  @Test func howMuchWasFoundInTheFolderIsEvidence() {
    let output = AttemptOutput(
      termination: .folderLimitExceeded(bytes: 7, found: 8192, files: 2), standardOutput: "its words")
    #expect(
      output.terminationFailure(of: "it", timeLimitSeconds: 1)?.evidence
        == "2 files with 8192 bytes were counted in its folder.\n---\nits words")
  }

  @Test func theLastLinesOfBothStreamsAreTheEvidence() {
    let long = (1...1000).map { "line \($0)\n" }.joined()
    let output = AttemptOutput(termination: .exited(1), standardOutput: long, standardError: "\nERROR STOP\n\n")
    #expect(output.lastLines(2) == "line 999\nline 1000\n---\nERROR STOP")
    #expect(AttemptOutput(termination: .exited(1)).lastLines().isEmpty)
  }
}
